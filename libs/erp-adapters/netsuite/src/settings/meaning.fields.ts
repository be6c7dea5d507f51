import type { SettingField } from '@headwater/erp-contracts';

type Unplaced = Omit<SettingField, 'order'>;

const text = { kind: 'text', required: false, secret: false } as const;
const select = { kind: 'select', required: false, secret: false } as const;
const number = { kind: 'number', required: false, secret: false } as const;

const COLUMN = '[A-Za-z][A-Za-z0-9_]*';
const COLUMNS = '[a-z][a-z0-9_]*(?: *, *[a-z][a-z0-9_]*)*';
const STATUSES = '[A-Za-z] *= *[a-z-]+(?: *, *[A-Za-z] *= *[a-z-]+)*';

/** What answers mean at this account, where NetSuite's public documentation does not say or accounts differ. */
export const MEANING_FIELDS: readonly Unplaced[] = [
  {
    ...text,
    key: 'priceScript',
    title: 'Price RESTlet: script id',
    help: "RESTlet that lets NetSuite's own pricing price an unsaved order (a reference is in suitescript/). Empty: prices come from price lists and are indicative.",
    pattern: '[A-Za-z0-9_]+',
    example: 'customscript_hw_prices',
  },
  {
    ...text,
    key: 'priceDeployment',
    title: 'Price RESTlet: deployment id',
    help: 'Deployment of that script.',
    pattern: '[A-Za-z0-9_]+',
    example: 'customdeploy_hw_prices',
  },
  {
    ...number,
    key: 'pricesPerCall',
    title: 'Prices per RESTlet call',
    help: 'A RESTlet that prices many items takes long and holds one of the few calls at once.',
    default: 25,
  },
  {
    ...text,
    key: 'basePriceLevel',
    title: 'Base price level',
    help: 'Name of the price level that holds list prices.',
    default: 'Base Price',
  },
  {
    ...text,
    key: 'priceQuantityColumn',
    title: 'Quantity of a price',
    help: 'Column of itemprice that holds the quantity a price is from; `none` for accounts without quantity pricing.',
    pattern: COLUMN,
    default: 'quantity',
  },
  {
    ...text,
    key: 'orderStatuses',
    title: 'Order statuses',
    help: 'Status letters that mean something else here, as letter=status.',
    pattern: STATUSES,
    example: 'A=open',
  },
  {
    ...text,
    key: 'openOrderStatuses',
    title: 'Open orders',
    help: 'Status letters of orders with something still to come.',
    pattern: '[A-Z](?: *, *[A-Z])*',
    default: 'A,B,D,E',
  },
  {
    ...text,
    key: 'unbilledOrderStatuses',
    title: 'Orders not yet billed',
    help: 'Status letters of orders that count towards the credit used, with what is not yet billed of them.',
    pattern: '[A-Z](?: *, *[A-Z])*',
    default: 'A,B,D,E,F',
  },
  {
    ...select,
    key: 'shipDate',
    title: 'Ship date of an order',
    help: 'Whether it is what the customer was promised or what it asked for.',
    options: ['promised', 'requested'],
    default: 'promised',
  },
  {
    ...text,
    key: 'itemTypes',
    title: 'Item types',
    help: 'Types of items a search finds.',
    pattern: '[A-Za-z]+(?: *, *[A-Za-z]+)*',
    default: 'InvtPart,Assembly,NonInvtPart,Kit',
  },
  {
    ...text,
    key: 'itemSearchColumns',
    title: 'Description columns',
    help: 'Columns of item searched for words.',
    pattern: COLUMNS,
    default: 'displayname,description',
  },
  {
    ...text,
    key: 'shipmentStatuses',
    title: 'Shipment statuses',
    help: 'Status letters of item fulfillments that mean something else here, as letter=status.',
    pattern: STATUSES,
    example: 'B=planned',
  },
  {
    ...select,
    key: 'fulfillmentLines',
    title: 'Lines of a shipment',
    help: 'SuiteQL lists them doubled, once for the stock and once for its cost. `pairs` counts a pair once, `iscogs` leaves out what the column of that name marks, `all` takes them as they come.',
    options: ['pairs', 'iscogs', 'all'],
    default: 'pairs',
  },
  {
    ...text,
    key: 'packageColumn',
    title: 'Shipment of a package',
    help: 'Column of itemfulfillmentpackage that holds the internal id of the item fulfillment.',
    pattern: COLUMN,
    default: 'itemfulfillment',
  },
  {
    ...text,
    key: 'carrierColumn',
    title: 'Carrier',
    help: 'Column of transaction whose display text names the carrier of an item fulfillment; `none` where there is none.',
    pattern: COLUMN,
    default: 'none',
  },
  {
    ...text,
    key: 'carrierLinks',
    multiline: true,
    title: 'Carrier links',
    help: 'Tracking pages as carrier=https://…{number}, one per line; * stands for any carrier.',
    example: 'UPS=https://www.ups.com/track?tracknum={number}',
  },
  {
    ...select,
    key: 'creditUsed',
    title: 'Credit used',
    help: 'Whether what is not yet billed of orders counts towards the credit used.',
    options: ['receivables-and-open-orders', 'receivables'],
    default: 'receivables-and-open-orders',
  },
  {
    ...text,
    key: 'holdColumn',
    title: 'Credit hold',
    help: 'Column of customer that tells a credit hold; `none` where holds are not told.',
    pattern: COLUMN,
    default: 'none',
  },
  {
    ...text,
    key: 'holdValues',
    title: 'Credit hold values',
    help: 'Values of that column that mean a hold.',
    default: 'T,ON,TRUE,YES',
  },
];
