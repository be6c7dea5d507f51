import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import type { FscmContext } from '../dynamics365-fscm.context';
import { readEntity } from '../entities/entity-reads';
import type { EntityShape, RowOf } from '../entities/entity-shape';
import { givenKey } from '../entities/key-chunks';
import { type CustomerKeyRow, customerKeyShape } from './customer.schema';

/** One customer by its account. Throws `not-found`. */
export async function customerBy<E extends EntityShape>(
  context: FscmContext,
  { number, shape }: { readonly number: string; readonly shape: E },
  call: ErpCall,
): Promise<RowOf<E>> {
  const key = { CustomerAccount: givenKey(number, 'customer account') };
  const query = { purpose: 'customers', shape, what: 'customers' } as const;
  return (await readEntity(context, query, { key, call })).row;
}

/** That the customer exists, and its currency. Throws `not-found`. */
export function knownCustomer(context: FscmContext, number: string, call: ErpCall): Promise<CustomerKeyRow> {
  return customerBy(context, { number, shape: customerKeyShape }, call);
}

/** The currency a customer is billed in; an amount without a currency is no amount. */
export function currencyOfCustomer(row: CustomerKeyRow, connectionId: string): string {
  if (row.SalesCurrencyCode !== undefined) return row.SalesCurrencyCode;
  throw new ErpError('bad-response', 'Dynamics 365 answered a customer without its currency.', { connectionId });
}
