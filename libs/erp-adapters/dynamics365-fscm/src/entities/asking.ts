import { odataCollection, walkPages } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { UnknownEntityError, UnknownFieldError } from '../client/fscm-failure';
import { answered, type FscmContext } from '../dynamics365-fscm.context';
import { type EntityQuery, fieldsNamed, queryText } from './entity-query';

/** A question on its way to the entity set that answers it here. */
export interface Asking {
  readonly context: FscmContext;
  readonly query: EntityQuery;
  readonly set: string;
  readonly call: ErpCall;
}

/** Lists that are read whole are cut nowhere: one that is longer than this is an error, never a shorter list. */
export const MOST_ROWS = 50_000;

const HEADERS = { accept: 'application/json;odata.metadata=minimal', 'odata-version': '4.0' };

export async function askingOf(context: FscmContext, query: EntityQuery, call: ErpCall): Promise<Asking> {
  return { context, query, set: await context.names.nameOf(query.purpose, call), call };
}

/**
 * Asks again without each optional field the environment refuses. Which those are is remembered for the connection. A
 * field that was left out already and is refused all the same stands in a filter or an order: that is no way on.
 */
export async function droppingUnknownFields<T>({ context, query, set }: Asking, attempt: () => Promise<T>): Promise<T> {
  const { fields, settings } = context;
  for (;;) {
    // As they are when asking: a read beside this one may learn of a field while this one is on its way.
    const droppable = fieldsNamed(query, settings).filter(
      ({ field, required }) => !required && fields.knows(set, field),
    );
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof UnknownEntityError) context.names.forget();
      if (!(error instanceof UnknownFieldError)) throw error;
      const refused = droppable.find(({ name }) => name === error.field);
      if (refused === undefined) throw error;
      fields.learnUnknown(set, refused.field);
    }
  }
}

/** Absolute address of a question; `path` is the set, or the set with a key. */
export function addressOf({ context, query, set }: Asking, path: string, by: 'filter' | 'key'): string {
  const { settings, fields } = context;
  const knows = (field: string): boolean => fields.knows(set, field);
  return `${settings.environmentUrl}/data/${path}${queryText(query, { settings, knows, by })}`;
}

export function askAt(
  { context, query, call }: Asking,
  url: string,
  notFound: 'not-found' | 'unavailable',
): Promise<unknown> {
  const names = fieldsNamed(query, context.settings).map(({ name }) => name);
  return context.reads.json({ method: 'GET', url, headers: HEADERS }, { notFound, names }, call);
}

/** A server may page although nobody asked it to; its links are followed as they are. */
export function rowsFrom(asking: Asking, first: string, maxRows: number): Promise<readonly unknown[]> {
  const expected = answered(asking.context, asking.query.what);
  return walkPages({
    ...expected,
    first,
    maxRows,
    read: async (url) => odataCollection(await askAt(asking, url, 'unavailable'), 'v4', expected),
  });
}
