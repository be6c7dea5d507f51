import type { ErpConnection, SettingValues } from '@headwater/erp-contracts';
import { A_CONNECTION_ID, type ReplayExchange, type ReplayServer, startReplayServer } from '@headwater/erp-testing';
import { type Clock, systemClock } from '@headwater/kernel';
import { createEpicorP21Adapter } from '../epicor-p21.adapter';
import { p21Exchanges, SITE } from './p21-exchanges';
import type { P21Site } from './p21-odata';
import { p21Settings } from './p21-settings';

export interface P21Scene {
  readonly connection: ErpConnection;
  readonly server: ReplayServer;
  /** Decoded queries of the reads of a table or view. */
  readonly asked: (source: string) => readonly URLSearchParams[];
}

export interface SceneOptions {
  readonly settings?: SettingValues;
  /** Answered before the usual ones. */
  readonly exchanges?: readonly ReplayExchange[];
  readonly site?: P21Site;
  readonly clock?: Clock;
}

/** A day on which the fixtures' invoices are due as their tests say. */
export const ON_THE_DAY: Clock = { now: () => Date.parse('2026-11-23T14:14:03Z'), monotonic: () => performance.now() };

/** A real connection to a replayed Prophet 21, closed whatever happens. */
export async function withP21<T>(run: (scene: P21Scene) => Promise<T>, options: SceneOptions = {}): Promise<T> {
  const server = await startReplayServer([...(options.exchanges ?? []), ...p21Exchanges(options.site ?? SITE)]);
  const adapter = createEpicorP21Adapter({ clock: options.clock ?? systemClock });
  const settings = p21Settings(server.origin, options.settings);
  const connection = adapter.connect({ connectionId: A_CONNECTION_ID, settings });
  const asked = (source: string) =>
    server.requests
      .map(({ path }) => new URL(path, server.origin))
      .filter(({ pathname }) => pathname.endsWith(`/${source}`))
      .map(({ searchParams }) => searchParams);
  try {
    return await run({ connection, server, asked });
  } finally {
    await connection.close();
    await server.close();
  }
}

/** The usual site with other rows in a table. */
export function siteWith(source: string, rows: P21Site['tables'][string]): P21Site {
  return { ...SITE, tables: { ...SITE.tables, [source]: rows } };
}

/** The usual site without a column of a table. */
export function siteWithout(source: string, column: string): P21Site {
  const { [column]: _, ...columns } = SITE.metadata[source] ?? {};
  return { ...SITE, metadata: { ...SITE.metadata, [source]: columns } };
}
