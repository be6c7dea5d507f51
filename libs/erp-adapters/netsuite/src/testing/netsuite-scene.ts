import type { ErpConnection, SettingValues } from '@headwater/erp-contracts';
import {
  A_CONNECTION_ID,
  type ReplayExchange,
  type ReplayRequest,
  type ReplayServer,
  startReplayServer,
} from '@headwater/erp-testing';
import { type Clock, systemClock } from '@headwater/kernel';
import { createNetsuiteAdapter } from '../netsuite.adapter';
import { suiteQlAnswer } from './fake-suiteql';
import { TABLES } from './fixtures';
import { NETSUITE_EXCHANGES } from './netsuite-exchanges';
import { netsuiteValues } from './netsuite-settings';
import type { Row, Tables } from './suiteql/evaluate';

export interface NetsuiteScene {
  readonly connection: ErpConnection;
  readonly server: ReplayServer;
  /** The SuiteQL that was sent, in order. */
  readonly queries: () => readonly string[];
}

export interface SceneOptions {
  readonly settings?: SettingValues;
  /** Answered before the usual ones. */
  readonly exchanges?: readonly ReplayExchange[];
  readonly clock?: Clock;
}

/** A day on which the fixtures' invoices are open, late and paid. */
export const AUTUMN: Clock = { now: () => Date.parse('2026-11-23T09:14:03.120Z'), monotonic: () => performance.now() };

export function isQuery({ path }: ReplayRequest): boolean {
  return path.includes('/query/v1/suiteql');
}

/** A real connection to a replayed NetSuite, closed whatever happens. */
export async function withNetsuite<T>(
  run: (scene: NetsuiteScene) => Promise<T>,
  options: SceneOptions = {},
): Promise<T> {
  const server = await startReplayServer([...(options.exchanges ?? []), ...NETSUITE_EXCHANGES]);
  const adapter = createNetsuiteAdapter({ clock: options.clock ?? systemClock });
  const settings = netsuiteValues(server.origin, options.settings);
  const connection = adapter.connect({ connectionId: A_CONNECTION_ID, settings });
  const queries = () =>
    server.requests.filter(isQuery).map(({ body }) => (JSON.parse(body) as { readonly q: string }).q);
  try {
    return await run({ connection, server, queries });
  } finally {
    await connection.close();
    await server.close();
  }
}

/** SuiteQL over the usual tables, some of them with other rows. */
export function withTables(tables: Tables): ReplayExchange {
  return {
    name: 'SuiteQL over other rows',
    matches: isQuery,
    answer: (request) => suiteQlAnswer(request, { ...TABLES, ...tables }),
  };
}

/** Rows of a table, each with some of its columns changed. */
export function rowsWith(table: string, change: (row: Row) => Row): readonly Row[] {
  return (TABLES[table] ?? []).map(change);
}

/** SuiteQL that answers queries with a word in them otherwise. */
export function answeringQuery(word: string, items: readonly object[]): ReplayExchange {
  return {
    name: word,
    matches: (request) => isQuery(request) && request.body.includes(word),
    answer: { body: { links: [], count: items.length, hasMore: false, items, offset: 0, totalResults: items.length } },
  };
}

/** The record API that answers every sales order otherwise. */
export function answeringOrder(body: unknown): ReplayExchange {
  return { name: 'sales order', matches: ({ path }) => path.includes('/salesOrder/'), answer: { body } };
}
