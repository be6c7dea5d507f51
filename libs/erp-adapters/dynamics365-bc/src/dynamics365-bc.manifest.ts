import type { ErpManifest, SettingField } from '@headwater/erp-contracts';
import { ERP } from './client/vendor-failure';
import { CUSTOMER_LIST, INVOICE_LIST, ITEM_LIST, MAX_BATCH, ORDER_LIST, SHIPMENT_LIST } from './dynamics365-bc.lists';
import { CONNECTION_FIELDS } from './settings/connection.fields';
import { MEANING_FIELDS } from './settings/meaning.fields';

export const BC_FIELDS: readonly SettingField[] = [...CONNECTION_FIELDS, ...MEANING_FIELDS].map((field, index) => ({
  ...field,
  order: index + 1,
}));

/**
 * Dynamics 365 Business Central through its API v2.0. The manifest says what the adapter can do at best; where the
 * tenant has no extension for stock, prices and tracking numbers, the connection says what is left.
 */
export const BC_MANIFEST: ErpManifest = {
  id: 'dynamics365-bc',
  name: ERP,
  vendor: 'Microsoft',
  versions: ['Business Central online (API v2.0)', 'Business Central on-premises (API v2.0)'],
  capabilities: {
    customers: {
      supported: true,
      list: CUSTOMER_LIST,
      notes: [
        'Searches by the start of the number, by words of the name and by mail address; ship-to addresses are not read.',
      ],
    },
    items: {
      supported: true,
      list: ITEM_LIST,
      notes: [
        'Searches by the start of the number, by words of the name and by GTIN. Customer part numbers are not in the standard API.',
        'Units other than the base unit need the extension API.',
      ],
    },
    orders: {
      supported: true,
      list: ORDER_LIST,
      notes: [
        'Business Central deletes an order once it is fully invoiced. Such orders are put together from their posted invoices and shipments: without the dates they were ordered, wanted and promised on, and without back-orders. Their total is what was invoiced.',
        'Lists show orders and quotes by the date they were ordered, then orders that are gone by the date of their latest invoice (ascending the other way round). Open orders are orders alone.',
        'Business Central has no back-order flag; the setting Back-orders says what counts.',
      ],
    },
    availability: {
      supported: true,
      maxBatch: MAX_BATCH,
      notes: [
        'The standard API has no stock per location: it needs the extension API or the published page ItemCard (setting Stock per location). A connection with neither does not answer it.',
        'Changes of stock send no notice; answers are as old as their time to live allows.',
      ],
    },
    prices: {
      supported: true,
      maxBatch: MAX_BATCH,
      priceQuality: 'indicative',
      notes: [
        'The standard API has no customer prices: without the extension API the list price is shown, in the local currency and for the base unit. With it, the price is the customer’s own.',
      ],
    },
    shipments: {
      supported: true,
      list: SHIPMENT_LIST,
      lacks: ['deliveredOn', 'promisedOn', 'warehouse'],
      notes: [
        'Posted shipments of orders, latest first. Carriers and tracking numbers need the extension API, and so does finding a shipment by one. Business Central does not know deliveries.',
        'Shipments send no notice of their own; posting one changes its order, which does.',
      ],
    },
    invoices: {
      supported: true,
      list: INVOICE_LIST,
      notes: ['Posted invoices and credit memos; drafts, which share the set, are left out.'],
    },
    credit: {
      supported: true,
      notes: ['Balance, limit and ageing are in the local currency. Open orders do not count as used.'],
    },
  },
  settings: BC_FIELDS,
  limits: { maxConcurrency: 5, timeoutMs: 30_000 },
  events: {
    supported: true,
    // Notices are sent about 30 s after a change; the read replica may still lag behind then.
    settleMs: 10_000,
    notes:
      'Webhook subscriptions to customers, items, orders, quotes, invoices and credit memos, made and renewed by Headwater itself where a notice secret is set and its address can be reached from Business Central. Notices come about half a minute after a change and name no number: what this connection has not read yet counts as a change of everything of its kind. Stock and shipments send none.',
  },
};
