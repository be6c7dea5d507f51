import { createTokenSource, type ErpHttp, requestOAuthToken, type TokenSource } from '@headwater/erp-adapter-kit';
import type { Clock } from '@headwater/kernel';
import type { FscmSettings } from '../settings/dynamics365-fscm.settings';
import { ERP } from './erp-name';

export interface EntraTokens {
  readonly http: ErpHttp;
  readonly settings: FscmSettings;
  readonly connectionId: string;
  readonly clock: Clock;
  readonly scope: string;
}

/** Tokens of the app registration for one scope, by client credentials at the v2 endpoint. */
export function entraTokens({ http, settings, connectionId, clock, scope }: EntraTokens): TokenSource {
  const { tokenUrl, clientId, clientSecret, timeoutMs } = settings;
  return createTokenSource({
    clock,
    timeoutMs,
    fetchToken: (signal) =>
      requestOAuthToken(
        http,
        {
          erp: ERP,
          connectionId,
          clock,
          url: tokenUrl,
          form: { grant_type: 'client_credentials', scope },
          client: { via: 'body', id: clientId, secret: clientSecret },
        },
        signal,
      ),
  });
}
