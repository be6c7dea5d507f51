import { refuseLargeBatch } from '@headwater/erp-adapter-kit';
import type { BatchPage, ErpCall } from '@headwater/erp-contracts';
import type { NetsuiteContext } from '../netsuite.context';
import { MAX_CUSTOMER_BATCH } from '../netsuite.manifest';
import { readAll, readInParts } from '../sql/reads';
import { oneOfTexts, sql, sqlText } from '../sql/sql';
import { customersWhere } from './customer-rows';
import { type CustomerRow, customerRowSchema } from './customer.schema';

/**
 * A view for each of many customers. The keys are trimmed; views name the customer as it was asked for. Without a view
 * is whom the work gave none. Throws `invalid-request` for more than a batch may hold.
 */
export async function ofCustomers<T>(
  customers: readonly string[],
  read: (keys: readonly string[]) => Promise<{
    readonly known: ReadonlySet<string>;
    readonly viewOf: (key: string, customer: string) => T | undefined;
  }>,
): Promise<BatchPage<T>> {
  refuseLargeBatch(customers.length, MAX_CUSTOMER_BATCH, 'customers');
  const asked = customers.map((customer) => ({ customer, key: customer.trim() }));
  const keys = [...new Set(asked.map(({ key }) => key))].filter((key) => key !== '').map((key) => sqlText(key).text);
  const { known, viewOf } = keys.length === 0 ? NOBODY : await read(keys);
  return {
    items: asked.flatMap(({ customer, key }) => (known.has(key) ? (viewOf(key, customer) ?? []) : [])),
    nextCursor: null,
    notFound: asked.filter(({ key }) => !known.has(key)).map(({ customer }) => customer),
  };
}

const NOBODY = { known: new Set<string>(), viewOf: () => undefined } as const;

/** The customers with these numbers, whoever of them there is. */
export async function customerRows(
  context: NetsuiteContext,
  keys: readonly string[],
  call: ErpCall,
): Promise<ReadonlyMap<string, CustomerRow>> {
  const rows = await readInParts(context, keys, (part) => {
    const query = customersWhere(context.settings, oneOfTexts(sql`c.entityid`, part));
    return readAll(context, { query, row: customerRowSchema, what: 'customers' }, call);
  });
  return new Map(rows.map((row) => [row.entityid, row]));
}
