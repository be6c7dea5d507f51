import { oneOfTexts, type ODataFilter, withSiblings } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import type { FscmContext } from '../dynamics365-fscm.context';
import type { EntityQuery } from './entity-query';
import { readRows } from './entity-reads';
import type { EntityShape, RowOf } from './entity-shape';
import { distinctKeys, keyChunks } from './key-chunks';
import { foldedKey } from './keys';

export interface KeyedQuery<E extends EntityShape> extends Omit<EntityQuery<E>, 'filter'> {
  readonly keyField: string & keyof RowOf<E>;
  readonly keys: readonly string[];
  /** What must hold beside the key. */
  readonly and?: ODataFilter;
}

/** What stands around a key in a chain of `or`, percent-encoded. */
const AROUND_A_KEY = 24;

/**
 * The rows of several keys, in as few calls as their length allows. A `*` or `?` in a key matches any text, so rows are
 * compared with the keys once more: what nobody asked for is left out.
 */
export async function rowsByKeys<E extends EntityShape>(
  context: FscmContext,
  { keyField, keys, and, ...query }: KeyedQuery<E>,
  call: ErpCall,
): Promise<readonly RowOf<E>[]> {
  const wanted = distinctKeys(keys);
  const chunks = keyChunks(wanted, context.settings.filterLength, keyField.length + AROUND_A_KEY);
  const found = await withSiblings(call.signal, (signal) =>
    Promise.all(
      chunks.map((chunk) => {
        const oneOf = oneOfTexts(keyField, chunk);
        const filter = and === undefined ? oneOf : { all: [oneOf, and] };
        return readRows(context, { ...query, filter }, { ...call, signal });
      }),
    ),
  );
  const folded = new Set(wanted.map(foldedKey));
  return found.flat().filter((row) => folded.has(foldedKey(String((row as Record<string, unknown>)[keyField] ?? ''))));
}
