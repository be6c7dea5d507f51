import type { ErpConnection, SettingValues } from '@headwater/erp-contracts';
import { A_CONNECTION_ID, type ReplayExchange, type ReplayServer, startReplayServer } from '@headwater/erp-testing';
import { type Clock, systemClock } from '@headwater/kernel';
import { createDynamics365BcAdapter } from '../dynamics365-bc.adapter';
import { BC_EXCHANGES } from './bc-exchanges';
import { bcOnline } from './bc-settings';

export interface BcScene {
  readonly connection: ErpConnection;
  readonly server: ReplayServer;
  /** Decoded addresses of the reads of a set, in the order they came. */
  readonly asked: (set: string) => readonly string[];
}

export interface SceneOptions {
  readonly settings?: SettingValues;
  readonly settingsAt?: (origin: string) => SettingValues;
  /** Answered before the usual ones. */
  readonly exchanges?: readonly ReplayExchange[];
  readonly clock?: Clock;
}

/** A real connection to a replayed Business Central, closed whatever happens. */
export async function withBc<T>(run: (scene: BcScene) => Promise<T>, options: SceneOptions = {}): Promise<T> {
  const server = await startReplayServer([...(options.exchanges ?? []), ...BC_EXCHANGES]);
  const adapter = createDynamics365BcAdapter({ clock: options.clock ?? systemClock });
  const settings = options.settingsAt?.(server.origin) ?? bcOnline(server.origin, options.settings);
  const connection = adapter.connect({ connectionId: A_CONNECTION_ID, settings });
  const asked = (set: string) =>
    server.requests
      .map(({ path }) => decodeURIComponent(path))
      .filter((path) => new RegExp(`/${set}(\\?|$)`).test(path));
  try {
    return await run({ connection, server, asked });
  } finally {
    await connection.close();
    await server.close();
  }
}

/** An exchange that answers one set otherwise. */
export function answering(set: string, rows: readonly unknown[]): ReplayExchange {
  return {
    name: set,
    matches: ({ method, path }) => method === 'GET' && new RegExp(`/${set}(\\?|$)`).test(path),
    answer: { body: { value: rows } },
  };
}
