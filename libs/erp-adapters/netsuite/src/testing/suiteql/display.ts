import type { Row } from './evaluate';

interface Displayed {
  readonly column: string;
  readonly value: string;
  readonly row: Row;
}

const STATUSES: Readonly<Record<string, string>> = {
  'SalesOrd:A': 'Sales Order : Pending Approval',
  'SalesOrd:B': 'Sales Order : Pending Fulfillment',
  'SalesOrd:C': 'Sales Order : Cancelled',
  'SalesOrd:D': 'Sales Order : Partially Fulfilled',
  'SalesOrd:E': 'Sales Order : Pending Billing/Partially Fulfilled',
  'SalesOrd:F': 'Sales Order : Pending Billing',
  'SalesOrd:G': 'Sales Order : Billed',
  'SalesOrd:H': 'Sales Order : Closed',
  'ItemShip:A': 'Item Fulfillment : Picked',
  'ItemShip:B': 'Item Fulfillment : Packed',
  'ItemShip:C': 'Item Fulfillment : Shipped',
};

/** Display texts of list values, by the column that holds them. */
const TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  currency: { 1: 'US Dollar', 2: 'Japanese Yen', 3: 'Kuwaiti Dinar' },
  location: { 1: 'Main', 2: 'North', 3: 'Old barn' },
  terms: { 2: 'Net 30' },
  salesrep: { 71: 'Sam Seller' },
  employee: { 71: 'Sam Seller' },
  stockunit: { 1: 'EA', 2: 'FT' },
  saleunit: { 1: 'EA', 2: 'FT' },
  units: { 1: 'EA', 2: 'FT' },
  pricelevel: { 1: 'Base Price', 5: 'Wholesale' },
  level: { 1: 'Base Price', 5: 'Wholesale' },
};

/** What BUILTIN.DF answers; a text without a list behind it stays as it is. */
export function displayText(table: string, { column, value, row }: Displayed): string {
  if (table === 'transaction' && column === 'status') return STATUSES[`${row['type'] ?? ''}:${value}`] ?? value;
  return TEXTS[column]?.[value] ?? value;
}
