import { createHmac } from 'node:crypto';
import type { ReplayRequest } from '@headwater/erp-testing';
import { TBA_SECRETS } from './netsuite-settings';

/** Percent-encoding of RFC 3986, which OAuth 1.0a signs by. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

export interface OAuthHeader {
  readonly realm: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export function oauthHeader({ headers }: ReplayRequest): OAuthHeader {
  const pairs = [...(headers['authorization'] ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, decodeURIComponent(value)] as const,
  );
  const { realm = '', ...parameters } = Object.fromEntries(pairs);
  return { realm, parameters };
}

function baseString(
  origin: string,
  { method, path }: ReplayRequest,
  parameters: Readonly<Record<string, string>>,
): string {
  const url = new URL(path, origin);
  const { oauth_signature: _, ...signed } = parameters;
  const pairs = [...Object.entries(signed), ...url.searchParams.entries()]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort();
  return [method, encoded(`${origin}${url.pathname}`), encoded(pairs.join('&'))].join('&');
}

export interface TokenDesk {
  /** Where the requests arrive. */
  origin: string;
  readonly isSigned: (request: ReplayRequest) => boolean;
}

/** Checks signatures by the letter of OAuth 1.0a, by itself and not by the package that makes them. No nonce counts twice. */
export function tokenDesk(): TokenDesk {
  const nonces = new Set<string>();
  const key = `${encoded(TBA_SECRETS.consumerSecret)}&${encoded(TBA_SECRETS.tokenSecret)}`;
  const desk: TokenDesk = {
    origin: '',
    isSigned(request) {
      const { realm, parameters } = oauthHeader(request);
      const expected = createHmac('sha256', key)
        .update(baseString(desk.origin, request, parameters))
        .digest('base64');
      const nonce = parameters['oauth_nonce'] ?? '';
      const isFresh = /^[A-Za-z0-9]+$/.test(nonce) && !nonces.has(nonce);
      nonces.add(nonce);
      return (
        isFresh &&
        realm === '1234567_SB1' &&
        parameters['oauth_consumer_key'] === 'consumer-key-31' &&
        parameters['oauth_token'] === 'token-id-62' &&
        parameters['oauth_signature_method'] === 'HMAC-SHA256' &&
        parameters['oauth_signature'] === expected
      );
    },
  };
  return desk;
}
