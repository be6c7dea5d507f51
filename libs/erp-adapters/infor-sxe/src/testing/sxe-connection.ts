import type { ErpConnection, SettingValues } from '@headwater/erp-contracts';
import { A_CONNECTION_ID, type ReplayExchange, type ReplayServer, startReplayServer } from '@headwater/erp-testing';
import { type Clock, systemClock } from '@headwater/kernel';
import { createInforSxeAdapter } from '../infor-sxe.adapter';
import { SXE_EXCHANGES } from './sxe-exchanges';
import { sxeSettings } from './sxe-settings';

export interface SxeScene {
  readonly connection: ErpConnection;
  readonly server: ReplayServer;
  /** Bodies of the requests whose path ends so, envelope and all. */
  readonly sent: (pathEnd: string) => readonly Readonly<Record<string, unknown>>[];
}

export interface SceneOptions {
  readonly settings?: SettingValues;
  /** Answered before the usual ones. */
  readonly exchanges?: readonly ReplayExchange[];
  readonly clock?: Clock;
}

/** A real connection to a replayed SX.e, closed whatever happens. */
export async function withSxe<T>(run: (scene: SxeScene) => Promise<T>, options: SceneOptions = {}): Promise<T> {
  const server = await startReplayServer([...(options.exchanges ?? []), ...SXE_EXCHANGES]);
  const adapter = createInforSxeAdapter({ clock: options.clock ?? systemClock });
  const settings = sxeSettings(server.origin, options.settings);
  const connection = adapter.connect({ connectionId: A_CONNECTION_ID, settings });
  const sent = (pathEnd: string) =>
    server.requests
      .filter(({ path }) => path.endsWith(pathEnd))
      .map(({ body }) => {
        const parsed = JSON.parse(body) as Readonly<Record<string, unknown>>;
        return (parsed['request'] as Readonly<Record<string, unknown>> | undefined) ?? parsed;
      });
  try {
    return await run({ connection, server, sent });
  } finally {
    await connection.close();
    await server.close();
  }
}

/** An exchange that answers one sxapi call otherwise. */
export function answering(call: string, response: Readonly<Record<string, unknown>>): ReplayExchange {
  return {
    name: call,
    matches: ({ path }) => path.endsWith(`/${call}`),
    answer: { body: { response } },
  };
}

/** An exchange that answers one table read otherwise. */
export function answeringTable(table: string, body: unknown): ReplayExchange {
  return {
    name: table,
    matches: (request) => request.path.endsWith('/FetchWhere') && request.body.includes(`"TableName":"${table}"`),
    answer: { body },
  };
}
