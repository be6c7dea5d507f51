import type { ErpConnection, SettingValues } from '@headwater/erp-contracts';
import { A_CONNECTION_ID, type ReplayExchange, type ReplayServer, startReplayServer } from '@headwater/erp-testing';
import { type Clock, systemClock } from '@headwater/kernel';
import { createDynamics365FscmAdapter } from '../dynamics365-fscm.adapter';
import { type Environment, ENVIRONMENT } from './fscm-environment';
import { fscmExchanges } from './fscm-exchanges';
import { fscmSettings } from './fscm-settings';

export interface FscmScene {
  readonly connection: ErpConnection;
  readonly server: ReplayServer;
  /** Query options of the requests to an entity set, or to one of its rows, in their order. */
  readonly asked: (set: string) => readonly Readonly<Record<string, string>>[];
}

export interface SceneOptions {
  readonly settings?: SettingValues | ((origin: string) => SettingValues);
  /** Answered before the usual ones. */
  readonly exchanges?: readonly ReplayExchange[];
  readonly environment?: Environment;
  readonly clock?: Clock;
}

/** A day on which the fixtures are as they are meant. */
export const ON_A_DAY: Clock = { now: () => Date.parse('2026-11-23T09:14:03.120Z'), monotonic: () => 0 };

function settingsAt(origin: string, settings: SceneOptions['settings']): SettingValues {
  return typeof settings === 'function' ? settings(origin) : fscmSettings(origin, settings);
}

/** A real connection to a replayed environment, closed whatever happens. */
export async function withFscm<T>(run: (scene: FscmScene) => Promise<T>, options: SceneOptions = {}): Promise<T> {
  const server = await startReplayServer([
    ...(options.exchanges ?? []),
    ...fscmExchanges(options.environment ?? ENVIRONMENT),
  ]);
  const adapter = createDynamics365FscmAdapter({ clock: options.clock ?? systemClock });
  const connection = adapter.connect({
    connectionId: A_CONNECTION_ID,
    settings: settingsAt(server.origin, options.settings),
  });
  const asked = (set: string) =>
    server.requests
      .map(({ path }) => new URL(path, server.origin))
      .filter(({ pathname }) => new RegExp(`^/data/${set}(\\(|$)`).test(decodeURIComponent(pathname)))
      .map(({ searchParams }) => Object.fromEntries(searchParams));
  try {
    return await run({ connection, server, asked });
  } finally {
    await connection.close();
    await server.close();
  }
}

/** An exchange that answers one entity set otherwise. */
export function answeringSet(set: string, answer: ReplayExchange['answer']): ReplayExchange {
  return {
    name: set,
    matches: ({ path }) => new RegExp(`^/data/${set}(\\(|\\?|$)`).test(decodeURIComponent(path)),
    answer,
  };
}

/** The usual environment with some sets otherwise; `undefined` takes one away. */
export function environmentWith(sets: Readonly<Record<string, Environment['sets'][string] | undefined>>): Environment {
  const all = Object.entries({ ...ENVIRONMENT.sets, ...sets });
  return { sets: Object.fromEntries(all.flatMap(([name, rows]) => (rows === undefined ? [] : [[name, rows]]))) };
}
