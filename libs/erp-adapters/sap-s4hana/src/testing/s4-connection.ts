import type { ErpConnection, SettingValues } from '@headwater/erp-contracts';
import {
  A_CONNECTION_ID,
  type ReplayExchange,
  type ReplayRequest,
  type ReplayServer,
  startReplayServer,
} from '@headwater/erp-testing';
import { type Clock, systemClock } from '@headwater/kernel';
import { type ApiName, sapApi } from '../client/apis';
import { createSapS4hanaAdapter } from '../sap-s4hana.adapter';
import { s4Exchanges, type S4Options } from './s4-exchanges';
import { BASIC_AUTHORIZATION, basicSettings, s4Settings } from './s4-settings';

export interface S4Scene {
  readonly connection: ErpConnection;
  readonly server: ReplayServer;
  /** Requests to an API, metadata left out. */
  readonly asked: (api: ApiName) => readonly ReplayRequest[];
}

export interface SceneOptions {
  /** A password unless told, which takes no token call. */
  readonly auth?: 'basic' | 'oauth2-saml-bearer';
  readonly settings?: SettingValues;
  /** Answered before the usual ones. */
  readonly exchanges?: readonly ReplayExchange[];
  readonly s4?: S4Options;
  readonly clock?: Clock;
}

function optionsOf(origin: string, { auth = 'basic', settings, s4 }: SceneOptions) {
  return auth === 'basic'
    ? { settings: basicSettings(origin, settings), s4: { authorization: BASIC_AUTHORIZATION, ...s4 } }
    : { settings: s4Settings(origin, settings), s4: { ...s4 } };
}

/** A real connection to a replayed S/4HANA, closed whatever happens. */
export async function withS4<T>(run: (scene: S4Scene) => Promise<T>, options: SceneOptions = {}): Promise<T> {
  const { s4 } = optionsOf('http://127.0.0.1', options);
  const server = await startReplayServer([...(options.exchanges ?? []), ...s4Exchanges(s4)]);
  const adapter = createSapS4hanaAdapter({ clock: options.clock ?? systemClock });
  const { settings } = optionsOf(server.origin, options);
  const connection = adapter.connect({ connectionId: A_CONNECTION_ID, settings });
  const asked = (api: ApiName): readonly ReplayRequest[] =>
    server.requests.filter(({ path }) => path.startsWith(`${sapApi(api).path}/`) && !path.includes('/$metadata'));
  try {
    return await run({ connection, server, asked });
  } finally {
    await connection.close();
    await server.close();
  }
}

/** An exchange that answers one set of an API otherwise. */
export function answeringSet(api: ApiName, set: string, answer: ReplayExchange['answer']): ReplayExchange {
  const path = `${sapApi(api).path}/${set}`;
  return { name: set, matches: (request) => request.path.split(/[?(]/)[0] === path, answer };
}

/** The query of a request, decoded. */
export function queryOf(request: ReplayRequest | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(new URL(request?.path ?? '/', 'http://h').searchParams);
}

/** A clock that stands still at a day. */
export function standingClock(day: string): Clock {
  return { now: () => Date.parse(`${day}T09:00:00.000Z`), monotonic: () => 0 };
}
