import type { SettingField } from '@headwater/erp-contracts';

type Unplaced = Omit<SettingField, 'order'>;

const text = { kind: 'text', required: false, secret: false } as const;
const select = { kind: 'select', required: false, secret: false } as const;
const number = { kind: 'number', required: false, secret: false } as const;
const COLUMN = '[A-Za-z][A-Za-z0-9_]*';
const flag = { kind: 'boolean', required: false, secret: false } as const;

/** Which features the account has switched on. */
export const ACCOUNT_FIELDS: readonly Unplaced[] = [
  {
    ...text,
    key: 'subsidiary',
    title: 'Subsidiary',
    help: 'OneWorld: internal id of the subsidiary whose orders, shipments and receivables are read. Empty: all of them, and for accounts without OneWorld.',
    pattern: '\\d{1,12}',
    example: '2',
  },
  {
    ...select,
    key: 'subsidiaryOn',
    title: 'Subsidiary of a transaction',
    help: 'OneWorld: whether SuiteQL tells the subsidiary of a transaction on its main line or on the transaction itself.',
    options: ['line', 'transaction'],
    default: 'line',
  },
  {
    ...flag,
    key: 'multiCurrency',
    title: 'Multiple currencies',
    help: 'Whether the feature Multiple Currencies is on. Off: no currency is read, and every amount is in the base currency.',
    default: true,
  },
  {
    ...text,
    key: 'baseCurrency',
    title: 'Base currency',
    help: 'ISO code of the currency of the account; used where Multiple Currencies is off.',
    pattern: '[A-Z]{3}',
    example: 'USD',
    default: 'USD',
  },
  {
    ...select,
    key: 'currencySource',
    title: 'Currency codes from',
    help: '`symbol`: column symbol of the table currency. `display`: display text of the currency; map names that are no ISO codes below.',
    options: ['symbol', 'display'],
    default: 'symbol',
  },
  {
    ...text,
    key: 'currencyCodes',
    multiline: true,
    title: 'Currency names',
    help: 'Currencies NetSuite names otherwise than by their ISO code, as name=ISO, one per line.',
    example: 'US Dollar=USD',
  },
  {
    ...flag,
    key: 'multiLocation',
    title: 'Several locations',
    help: 'Whether the feature Multi-Location Inventory is on. Off: stock is read from the item itself.',
    default: true,
  },
  {
    ...text,
    key: 'singleWarehouse',
    title: 'The one location',
    help: 'Name shown for the stock of an account without Multi-Location Inventory.',
    default: 'MAIN',
  },
  {
    ...select,
    key: 'warehouseKey',
    title: 'Warehouses are called by',
    help: 'The name of a location, or its internal id.',
    options: ['name', 'id'],
    default: 'name',
  },
  {
    ...text,
    key: 'inactiveLocationColumn',
    title: 'Locations no longer in use',
    help: 'Column of location that marks those no longer in use; `none` where all count.',
    pattern: COLUMN,
    default: 'isinactive',
  },
  {
    ...select,
    key: 'slashDates',
    title: 'Dates with slashes',
    help: 'The order of day and month in 11/02/2026, as the date format preference of the account has it. Dates are asked for in ISO form; this is for those that come otherwise.',
    options: ['month-first', 'day-first'],
    default: 'month-first',
  },
  {
    ...text,
    key: 'defaultUnit',
    title: 'Unit without units',
    help: 'Unit shown where an item has none, and in accounts without Multiple Units of Measure.',
    default: 'EA',
  },
  {
    ...number,
    key: 'sweepSeconds',
    title: 'Look for changes every (s)',
    help: 'How often SuiteQL is asked what changed since, beside the change notices. 0: never.',
    default: 120,
  },
  {
    ...text,
    key: 'sweptTables',
    title: 'Where to look for changes',
    help: 'Any of transactions, customers, items, stock and deletions, with commas between. For deletions the role needs the permission Deleted Records.',
    pattern: '[a-z]+(?: *, *[a-z]+)*',
    default: 'transactions,customers,items,stock',
  },
  {
    ...text,
    key: 'deletedColumns',
    title: 'Columns of deletions',
    help: 'Columns of deletedrecord that hold record type, internal id and time of deletion.',
    pattern: '[a-z_]+,[a-z_]+,[a-z_]+',
    default: 'type,recordid,deleteddate',
  },
  {
    key: 'eventSecret',
    title: 'Event secret',
    help: 'Shared secret the user event script sends with its notices; without it notices are refused.',
    kind: 'text',
    required: false,
    secret: true,
  },
  {
    ...text,
    key: 'eventSecretHeader',
    title: 'Event secret header',
    help: 'Header that carries the event secret.',
    pattern: '[A-Za-z0-9-]+',
    default: 'x-headwater-secret',
  },
];
