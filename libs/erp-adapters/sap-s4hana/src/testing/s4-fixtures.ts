import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiName } from '../client/apis';

export type FixtureRow = Readonly<Record<string, unknown>>;
export type FixtureSets = Readonly<Record<string, readonly FixtureRow[]>>;

export function fixtureText(name: string): string {
  return readFileSync(join(__dirname, '../../fixtures', name), 'utf8');
}

function fixture<T>(name: string): T {
  return JSON.parse(fixtureText(name)) as T;
}

/** Rows of every set, by API. */
export const S4_SETS: { readonly [A in ApiName]?: FixtureSets } = {
  salesOrders: fixture('sales-orders.json'),
  salesOrdersV4: fixture('sales-orders-v4.json'),
  priceConditions: fixture('price-conditions.json'),
  stock: fixture('stock.json'),
  deliveries: fixture('deliveries.json'),
  billing: fixture('billing-documents.json'),
  receivables: fixture('receivables.json'),
  partners: fixture('business-partners.json'),
  products: fixture('products.json'),
  credit: fixture('credit-accounts.json'),
};

export interface SimulatedPrice {
  readonly unit: string;
  readonly scale: number;
  readonly currency: string;
  readonly base?: readonly [type: string, rate: string, per: string];
  readonly percent?: readonly [type: string, rate: string];
}

export const SIMULATED_PRICES = fixture<Readonly<Record<string, SimulatedPrice>>>('simulated-prices.json');

/** The EDMX of an API in a release; only that of sales orders differs between the two. */
export function s4Metadata(api: ApiName, release: 'current' | '2020'): string {
  return fixtureText(`metadata/${api}.${api === 'salesOrders' ? release : 'current'}.xml`);
}
