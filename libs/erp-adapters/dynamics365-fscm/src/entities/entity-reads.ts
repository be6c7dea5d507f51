import { entityPath, odataEntity, type ODataValue } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import type { VendorRow } from '../client/records';
import { answered, type FscmContext } from '../dynamics365-fscm.context';
import { addressOf, askAt, type Asking, askingOf, droppingUnknownFields, MOST_ROWS, rowsFrom } from './asking';
import { type EntityAnswer, toAnswers } from './entity-answer';
import { COMPANY_FIELD, type EntityQuery, vendorField } from './entity-query';
import type { EntityShape, RowOf } from './entity-shape';
import { sameKey } from './keys';

/** Every row that matches, up to `top`. Throws `ErpError`. */
export async function readEntities<E extends EntityShape>(
  context: FscmContext,
  query: EntityQuery<E>,
  call: ErpCall,
): Promise<readonly EntityAnswer<E>[]> {
  const asking = await askingOf(context, query, call);
  return droppingUnknownFields(asking, async () => {
    const first = addressOf(asking, asking.set, 'filter');
    const rows = await rowsFrom(asking, first, query.top ?? MOST_ROWS);
    return toAnswers<E>(asking, rows, first);
  });
}

/** The same where no expansion is asked for. */
export async function readRows<E extends EntityShape>(
  context: FscmContext,
  query: EntityQuery<E>,
  call: ErpCall,
): Promise<readonly RowOf<E>[]> {
  return (await readEntities(context, query, call)).map(({ row }) => row);
}

type Key = Readonly<Record<string, string>>;

/** Web servers refuse other characters in a path, however they are encoded; such a key is asked for by a filter. */
const PLAIN_KEY = /^[\p{L}\p{N} ._'-]+$/u;

/** One row by its key within the company. Throws `not-found`. */
export async function readEntity<E extends EntityShape>(
  context: FscmContext,
  query: EntityQuery<E>,
  { key, call }: { readonly key: Key; readonly call: ErpCall },
): Promise<EntityAnswer<E>> {
  if (!Object.values(key).every((text) => PLAIN_KEY.test(text))) return readByFilter(context, query, { key, call });
  const asking = await askingOf(context, query, call);
  return droppingUnknownFields(asking, async () => {
    const url = addressOf(asking, keyPath(asking, key), 'key');
    const body = await askAt(asking, url, 'not-found');
    const [answer] = await toAnswers<E>(asking, [odataEntity(body, 'v4', answered(context, query.what))], url);
    return answer as EntityAnswer<E>;
  });
}

function keyPath({ context: { settings }, query, set }: Asking, key: Key): string {
  const parts: Record<string, ODataValue> = {
    [vendorField(settings, query.purpose, COMPANY_FIELD)]: { text: settings.company },
  };
  for (const [field, text] of Object.entries(key)) parts[vendorField(settings, query.purpose, field)] = { text };
  return entityPath(set, { parts }, 'v4');
}

async function readByFilter<E extends EntityShape>(
  context: FscmContext,
  query: EntityQuery<E>,
  { key, call }: { readonly key: Key; readonly call: ErpCall },
): Promise<EntityAnswer<E>> {
  const conditions = Object.entries(key).map(([field, text]) => ({ field, is: 'eq', value: { text } }) as const);
  const found = await readEntities(context, { ...query, filter: { all: conditions } }, call);
  // `*` and `?` match any text in an `eq`, so what is found need not be what was asked for.
  const own = found.find(({ row }) => isKeyOf(row as VendorRow, key));
  if (own !== undefined) return own;
  throw new ErpError('not-found', `Dynamics 365 does not know what was asked for among ${query.what}.`, {
    connectionId: context.connectionId,
  });
}

function isKeyOf(row: VendorRow, key: Key): boolean {
  return Object.entries(key).every(([field, text]) => sameKey(String(row[field] ?? ''), text));
}
