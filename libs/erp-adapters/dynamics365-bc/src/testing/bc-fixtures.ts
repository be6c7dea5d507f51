import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type WithSource = (
  text: string,
  reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

const { rawJSON } = JSON as unknown as { readonly rawJSON: (source: string) => unknown };

export type BcRow = Readonly<Record<string, unknown>>;

/** A fixture whose numbers go out digit for digit as the file has them: `0.1000` stays `0.1000`. */
function fixture<T>(name: string): T {
  const text = readFileSync(join(__dirname, '../../fixtures', `${name}.json`), 'utf8');
  return (JSON.parse as WithSource)(text, (_, value, { source }) =>
    typeof value === 'number' && source !== undefined && source !== String(value) ? rawJSON(source) : value,
  ) as T;
}

export type BcSets = Readonly<Record<string, readonly BcRow[]>>;

/** Rows by set of the standard API. */
export const STANDARD_SETS: BcSets = {
  companyInformation: fixture('company-information'),
  paymentTerms: fixture('payment-terms'),
  locations: fixture('locations'),
  customers: fixture('customers'),
  items: fixture('items'),
  salesOrders: fixture('sales-orders'),
  salesQuotes: fixture('sales-quotes'),
  salesInvoices: fixture('sales-invoices'),
  salesCreditMemos: fixture('sales-credit-memos'),
  salesShipments: fixture('sales-shipments'),
  agedAccountsReceivables: fixture('aged-receivables'),
};

/** Rows by set of the tenant's extension. */
export const EXTENSION_SETS: BcSets = {
  itemAvailability: fixture('item-availability'),
  customerPrices: fixture('customer-prices'),
  customerPriceBreaks: fixture('customer-price-breaks'),
  shipmentTracking: fixture('shipment-tracking'),
  itemUnitsOfMeasure: fixture('item-units'),
};

export const PAGES: BcSets = { ItemCard: fixture('item-card') };

export const COMPANIES: readonly BcRow[] = fixture('companies');

export const FINANCIAL_DETAILS: Readonly<Record<string, BcRow>> = fixture('financial-details');
