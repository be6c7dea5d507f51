import { ErpError } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import { z } from 'zod';
import type { ErpHttp, ErpHttpReply } from '../http/erp-http';
import { statusError } from '../http/status-failure';
import { jsonOf, type Speaker } from '../json/json-reply';
import { parseVendor } from '../values/parse-vendor';
import { requiredVendorText, vendorWhole } from '../values/vendor-fields';
import type { AccessToken } from './token-source';

export interface OAuthTokenRequest extends Speaker {
  readonly url: string;
  readonly clock: Clock;
  /** `grant_type` and what it needs. */
  readonly form: Readonly<Record<string, string>>;
  readonly client: { readonly via: 'basic' | 'body'; readonly id: string; readonly secret: string };
}

const tokenSchema = z.object({ access_token: requiredVendorText, expires_in: vendorWhole });
const refusalSchema = z.object({ error: z.string() });

/** Where the server does not say how long a token lives. */
const DEFAULT_LIFE_S = 300;

/** Asks an OAuth 2.0 token endpoint. Refused credentials are `unauthorized`; the server's own words are dropped. */
export async function requestOAuthToken(
  http: ErpHttp,
  request: OAuthTokenRequest,
  signal: AbortSignal,
): Promise<AccessToken> {
  const { id, secret, via } = request.client;
  const inBody = via === 'body' ? { client_id: id, client_secret: secret } : {};
  const basic = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
  const reply = await http.send(
    {
      method: 'POST',
      url: request.url,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        ...(via === 'basic' ? { authorization: basic } : {}),
      },
      // Form encoding turns `#` and `~` into %23 and %7E, which some authorization servers insist on.
      body: new URLSearchParams({ ...request.form, ...inBody }).toString(),
    },
    signal,
  );
  refuseFailure(reply, request);
  const token = parseVendor(tokenSchema, jsonOf(reply, request), { ...request, what: 'the token request' });
  return { value: token.access_token, expiresInS: token.expires_in ?? DEFAULT_LIFE_S };
}

function refuseFailure(reply: ErpHttpReply, request: OAuthTokenRequest): void {
  const failure = statusError(reply, { ...request, nowEpochMs: request.clock.now(), notFound: 'unavailable' });
  if (failure === undefined) return;
  if (reply.status !== 400) throw failure;
  const refusal = refusalSchema.safeParse(jsonOf(reply, request));
  if (!refusal.success) throw failure;
  throw new ErpError('unauthorized', `${request.erp} refused the stored credentials.`, {
    connectionId: request.connectionId,
  });
}
