import type { ErpHttp, ErpHttpReply, ErpHttpRequest } from '@headwater/erp-adapter-kit';
import type { CapabilityReaders, SettingValues } from '@headwater/erp-contracts';
import { type ReplayExchange, type Spoil } from '@headwater/erp-testing';
import { contextOver, readersOf } from '../dynamics365-fscm.adapter';
import { DYNAMICS365_FSCM_MANIFEST } from '../dynamics365-fscm.manifest';
import { dynamics365FscmSettings } from '../settings/dynamics365-fscm.settings';
import { ON_A_DAY } from './fscm-connection';
import { fscmExchanges, isTokenRequest } from './fscm-exchanges';
import { fscmSettings } from './fscm-settings';

const ORIGIN = 'https://contoso.operations.dynamics.com';

/** Answers of the replayed environment without a socket, each handed through `spoil`. */
function spoiltHttp(exchanges: readonly ReplayExchange[], spoil: Spoil): ErpHttp {
  return {
    async send({ method, url, headers = {}, body = '' }: ErpHttpRequest): Promise<ErpHttpReply> {
      const { pathname, search, host } = new URL(url);
      const request = { method, path: `${pathname}${search}`, headers: { ...headers, host }, body, at: 0 };
      const exchange = exchanges.find((candidate) => candidate.matches(request));
      if (exchange === undefined) throw new TypeError(`no exchange for ${method} ${url}`);
      const answer = typeof exchange.answer === 'function' ? exchange.answer(request) : exchange.answer;
      const sound: unknown = JSON.parse(JSON.stringify(answer.body ?? null));
      const sent = isTokenRequest(request) || (answer.status ?? 200) >= 300 ? sound : spoil(sound);
      return {
        status: answer.status ?? 200,
        headers: { ...answer.headers },
        setCookies: [],
        text: JSON.stringify(sent),
      };
    },
    prime: async () => undefined,
    close: async () => undefined,
  };
}

/** All readers over the fixtures. */
export function readersOver(spoil: Spoil, overrides: SettingValues = {}): CapabilityReaders {
  const settings = dynamics365FscmSettings(fscmSettings(ORIGIN, overrides), DYNAMICS365_FSCM_MANIFEST, 'refused');
  const http = spoiltHttp(fscmExchanges(), spoil);
  return readersOf(contextOver({ http, settings, connectionId: 'c1', clock: ON_A_DAY }));
}
