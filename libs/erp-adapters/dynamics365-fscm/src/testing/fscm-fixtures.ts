import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type FixtureRow = Readonly<Record<string, unknown>>;

type WithSource = (
  text: string,
  reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

const { rawJSON } = JSON as unknown as { readonly rawJSON: (source: string) => unknown };
const parseWithSource = JSON.parse as unknown as WithSource;

/** Numbers keep their digits on the way back to text, as the ERP would send them. */
function fixture(name: string): readonly FixtureRow[] {
  const text = readFileSync(join(__dirname, '../../fixtures', `${name}.json`), 'utf8');
  return parseWithSource(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined ? rawJSON(source) : value,
  ) as readonly FixtureRow[];
}

/** Rows of each entity set, of several companies. */
export const FIXTURES = {
  customers: fixture('customers'),
  items: fixture('released-products'),
  translations: fixture('product-translations'),
  headers: fixture('sales-order-headers'),
  lines: fixture('sales-order-lines'),
  slips: fixture('packing-slip-lines'),
  tracking: fixture('tracking'),
  onHand: fixture('warehouses-on-hand'),
  warehouses: fixture('warehouses'),
  agreements: fixture('price-agreements'),
  invoices: fixture('invoice-headers'),
  invoiceLines: fixture('invoice-lines'),
  transactions: fixture('customer-transactions'),
  visible: fixture('visible-stock'),
} as const;
