import { equalsText } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import type { FscmContext } from '../dynamics365-fscm.context';
import { readRows } from '../entities/entity-reads';
import type { EntityShape, RowOf } from '../entities/entity-shape';
import { givenKey } from '../entities/key-chunks';
import { rowsByKeys } from '../entities/keyed-rows';
import { sameKey } from '../entities/keys';

/** The rows of several items; which are missing, the ERP does not know. */
export function itemRows<E extends EntityShape>(
  context: FscmContext,
  { shape, items }: { readonly shape: E; readonly items: readonly string[] },
  call: ErpCall,
): Promise<readonly RowOf<E>[]> {
  const query = { purpose: 'items', shape, what: 'items', keys: items } as const;
  return rowsByKeys(context, { ...query, keyField: 'ItemNumber' as string & keyof RowOf<E> }, call);
}

/**
 * One item, by a filter rather than by its key: item numbers hold slashes, and a computed field left out by `$select`
 * costs nothing either way. Throws `not-found`.
 */
export async function itemBy<E extends EntityShape>(
  context: FscmContext,
  { shape, number }: { readonly shape: E; readonly number: string },
  call: ErpCall,
): Promise<RowOf<E>> {
  const item = givenKey(number, 'item number');
  const query = { purpose: 'items', shape, what: 'items', filter: equalsText('ItemNumber', item) } as const;
  const rows = await readRows(context, query, call);
  const own = rows.find((row) => sameKey(String((row as Record<string, unknown>)['ItemNumber']), item));
  if (own !== undefined) return own;
  throw new ErpError('not-found', 'Dynamics 365 has no such item.', { connectionId: context.connectionId });
}
