import { refuseLargeBatch, withSiblings } from '@headwater/erp-adapter-kit';
import type { BatchPage, ErpCall } from '@headwater/erp-contracts';
import type { P21Context } from '../epicor-p21.context';
import { MAX_BATCH } from '../epicor-p21.manifest';
import { comparableKey } from '../tables/conditions';
import { customersByNumber, openCustomers } from './customer-rows';
import type { CustomerRow } from './customer.schema';

/** A customer by the number it was asked for by, which may be written otherwise than Prophet 21 writes it. */
export interface AskedCustomer {
  readonly asked: string;
  readonly row: CustomerRow;
}

export interface CustomersRead<T> {
  readonly customers: readonly string[];
  readonly call: ErpCall;
  /** Reads what views need beside the customers, in as few calls as there are tables; gives the view of each. */
  readonly read: (call: ErpCall) => Promise<(customer: AskedCustomer) => T | undefined>;
}

/** A view of each of many customers. Throws `invalid-request` for more than a batch may hold. */
export async function ofCustomers<T>(
  context: P21Context,
  { customers, call, read }: CustomersRead<T>,
): Promise<BatchPage<T>> {
  refuseLargeBatch(customers.length, MAX_BATCH, 'customers');
  if (customers.length === 0) return { items: [], nextCursor: null, notFound: [] };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [known, viewOf] = await Promise.all([knownOf(context, customers, sibling), read(sibling)]);
    return {
      items: known.flatMap((customer) => viewOf(customer) ?? []),
      nextCursor: null,
      notFound: customers.filter((customer) => known.every(({ asked }) => asked !== customer)),
    };
  });
}

async function knownOf(
  context: P21Context,
  customers: readonly string[],
  call: ErpCall,
): Promise<readonly AskedCustomer[]> {
  const [table, rows] = await Promise.all([openCustomers(context, call), customersByNumber(context, customers, call)]);
  const byKey = new Map([...rows.values()].map((row) => [comparableKey(table, 'customer_id', row.customer_id), row]));
  return customers.flatMap((asked) => {
    const row = byKey.get(comparableKey(table, 'customer_id', asked));
    return row === undefined ? [] : [{ asked, row }];
  });
}
