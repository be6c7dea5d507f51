import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row, Tables } from './suiteql/evaluate';

function textOf(name: string): string {
  return readFileSync(join(__dirname, '../../fixtures', `${name}.json`), 'utf8');
}

const TABLE_NAMES = [
  'aggregateitemlocation',
  'currency',
  'customer',
  'customeritempricing',
  'deletedrecord',
  'item',
  'itemfulfillmentpackage',
  'itemprice',
  'location',
  'nexttransactionlinelink',
  'transaction',
  'transactionline',
] as const;

/** The tables SuiteQL is asked about. */
export const TABLES: Tables = Object.fromEntries(
  TABLE_NAMES.map((name) => [name, JSON.parse(textOf(name)) as readonly Row[]]),
);

const { rawJSON } = JSON as unknown as { readonly rawJSON: (source: string) => unknown };

/** Fields the record API sends as JSON numbers; the fixtures hold them as texts, so that formatting leaves their digits. */
const NUMBERS = /^(quantity\w*|rate|amount)$/;

function withNumbers(text: string): unknown {
  return JSON.parse(text, (key, value: unknown) =>
    NUMBERS.test(key) && typeof value === 'string' ? rawJSON(value) : value,
  );
}

/** Sales orders as the record API answers them, by internal id; numbers go out digit for digit. */
export const SALES_ORDERS = withNumbers(textOf('sales-orders')) as Readonly<Record<string, unknown>>;
