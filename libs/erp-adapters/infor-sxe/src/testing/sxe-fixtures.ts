import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type creditSummaryJson from '../../fixtures/credit-summary.json';
import type customerMasterJson from '../../fixtures/customer-master.json';
import type customersJson from '../../fixtures/customers.json';
import type invoicesJson from '../../fixtures/invoices.json';
import type orderSuffixesJson from '../../fixtures/order-suffixes.json';
import type pricesJson from '../../fixtures/prices.json';
import type productsJson from '../../fixtures/products.json';
import type shipTosJson from '../../fixtures/ship-tos.json';
import type singleOrdersJson from '../../fixtures/single-orders.json';
import type stockJson from '../../fixtures/stock.json';
import type warehousesJson from '../../fixtures/warehouses.json';

type WithSource = (
  text: string,
  reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

const { rawJSON } = JSON as unknown as { readonly rawJSON: (source: string) => unknown };

/** A fixture whose numbers go out digit for digit as the file has them: `12.4950` stays `12.4950`. */
function fixture<T>(name: string): T {
  const text = readFileSync(join(__dirname, '../../fixtures', name), 'utf8');
  return (JSON.parse as WithSource)(text, (_, value, { source }) =>
    typeof value === 'number' && source !== undefined && source !== String(value) ? rawJSON(source) : value,
  ) as T;
}

export const CREDIT_SUMMARY = fixture<typeof creditSummaryJson>('credit-summary.json');
export const CUSTOMER_MASTERS = fixture<typeof customerMasterJson>('customer-master.json');
export const CUSTOMERS = fixture<typeof customersJson>('customers.json');
export const INVOICES = fixture<typeof invoicesJson>('invoices.json');
export const ORDER_SUFFIXES = fixture<typeof orderSuffixesJson>('order-suffixes.json');
export const PRICES = fixture<typeof pricesJson>('prices.json');
export const PRODUCTS = fixture<typeof productsJson>('products.json');
export const SHIP_TOS = fixture<typeof shipTosJson>('ship-tos.json');
export const SINGLE_ORDERS = fixture<typeof singleOrdersJson>('single-orders.json');
export const STOCK = fixture<typeof stockJson>('stock.json');
export const WAREHOUSES = fixture<typeof warehousesJson>('warehouses.json');
