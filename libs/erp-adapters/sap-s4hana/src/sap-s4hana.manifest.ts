import type { ErpManifest, ListContract, SettingField } from '@headwater/erp-contracts';
import { CONNECTION_FIELDS } from './settings/connection.fields';
import { MONEY_FIELDS } from './settings/money.fields';
import { SELLING_FIELDS } from './settings/selling.fields';
import { SIGN_IN_FIELDS } from './settings/sign-in.fields';
import { SUPPLY_FIELDS } from './settings/supply.fields';

const settings: readonly SettingField[] = [
  ...CONNECTION_FIELDS,
  ...SIGN_IN_FIELDS,
  ...SELLING_FIELDS,
  ...SUPPLY_FIELDS,
  ...MONEY_FIELDS,
].map((field, index) => ({ ...field, order: index + 1 }));

const SEARCH: ListContract = { sortable: [], filterable: [], searchable: true, maxPageSize: 100, paged: true };

export const CUSTOMER_LIST = SEARCH;
export const ITEM_LIST = SEARCH;

export const ORDER_LIST: ListContract = {
  sortable: ['orderedOn'],
  filterable: ['customer', 'customerPo', 'open'],
  searchable: false,
  maxPageSize: 200,
  paged: true,
};

export const SHIPMENT_LIST: ListContract = {
  sortable: [],
  filterable: ['order', 'customer', 'trackingNumber'],
  searchable: false,
  maxPageSize: 50,
  paged: true,
};

export const INVOICE_LIST: ListContract = {
  sortable: ['issuedOn'],
  filterable: ['customer', 'open'],
  searchable: false,
  maxPageSize: 100,
  paged: true,
};

export const MAX_BATCH = 50;

/** SAP S/4HANA Cloud public and private edition and on premises, through its OData APIs. */
export const SAP_S4HANA_MANIFEST: ErpManifest = {
  id: 'sap-s4hana',
  name: 'SAP S/4HANA',
  vendor: 'SAP',
  versions: ['Cloud, public edition', 'Cloud, private edition', 'On premises 2020 or later'],
  capabilities: {
    customers: {
      supported: true,
      list: CUSTOMER_LIST,
      lacks: ['phone', 'email', 'salesperson'],
      notes: [
        'Searches by search term 1, by words of the full name and by the start of the customer number.',
        'Currency, terms and blocks are those of the sales area of the connection.',
      ],
    },
    items: {
      supported: true,
      list: ITEM_LIST,
      lacks: ['customerPartNumbers', 'manufacturerPart'],
      notes: [
        'Searches descriptions in the language of the connection and starts of item numbers; an item without a description in that language is found by its own number only.',
        'An item is active where the sales organization sells it and no status takes it out of sale.',
      ],
    },
    orders: {
      supported: true,
      list: ORDER_LIST,
      lacks: ['customerName', 'salesperson', 'list.promisedOn', 'list.warehouse', 'list.shipTo'],
      notes: [
        'Orders of the sales organization; open are those whose process SAP does not call complete.',
        'What is back-ordered is neither delivered nor confirmed by the availability check.',
        'Quotations are other documents in SAP and are not listed.',
      ],
    },
    availability: {
      supported: true,
      maxBatch: MAX_BATCH,
      lacks: ['allocated', 'onOrder', 'nextReceiptOn'],
      notes: [
        'On hand is unrestricted stock, added up over batches and storage locations. SAP’s stock does not say what is allocated or on order.',
        'Available is what is on hand, unless the availability check is switched on; then SAP promises it, with one call per item and plant.',
        'SAP sends no notice of stock, so changes show when the value has run out.',
      ],
    },
    prices: {
      supported: true,
      maxBatch: MAX_BATCH,
      priceQuality: 'exact',
      lacks: ['breaks', 'validUntil'],
      notes: [
        'SAP prices an order that is not saved: the customer’s own price for this quantity, without price breaks.',
        'Where the connection is set to condition records, each price is marked as indicative.',
        'SAP sends no notice of prices, so changes show when the value has run out.',
      ],
    },
    shipments: {
      supported: true,
      list: SHIPMENT_LIST,
      notes: [
        'The day of delivery is the confirmed proof of delivery, where the delivery type asks for one and the release tells its date.',
        'Tracking numbers and carriers are where this site keeps them; see the settings. Numbers of handling units are shown but cannot be searched.',
        'A delivery of several orders shows with the order it was asked for, or else with its first.',
      ],
    },
    invoices: {
      supported: true,
      list: INVOICE_LIST,
      notes: [
        'What is open comes from accounting. Open invoices are those on the customer’s own account, read as one list and sorted as a whole.',
        'Cancellation and pro forma documents are left out.',
      ],
    },
    credit: {
      supported: true,
      lacks: ['limit', 'available'],
      notes: [
        'Used is what is open on the customer’s account in the company code; open orders do not count.',
        'A limit is shown where the credit management API is set up, and only in the currency of the company code.',
      ],
    },
  },
  settings,
  limits: { maxConcurrency: 8, timeoutMs: 30_000 },
  events: {
    supported: true,
    settleMs: 500,
    notes:
      'CloudEvents of Event Mesh through a webhook: sales orders, deliveries, billing documents, business partners and products. SAP sends none for stock and prices.',
  },
};
