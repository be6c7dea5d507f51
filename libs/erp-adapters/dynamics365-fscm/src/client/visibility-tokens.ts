import {
  type AccessToken,
  createTokenSource,
  type ErpHttp,
  type ErpHttpReply,
  jsonOf,
  parseVendor,
  requiredVendorText,
  statusError,
  type TokenSource,
  vendorWhole,
} from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import { z } from 'zod';
import type { VisibilitySettings } from '../settings/visibility.settings';
import { ERP } from './erp-name';

export interface VisibilityTokens {
  readonly http: ErpHttp;
  readonly visibility: VisibilitySettings;
  readonly connectionId: string;
  readonly clock: Clock;
  readonly timeoutMs: number;
  /** Entra tokens for the scope of Inventory Visibility. */
  readonly entra: TokenSource;
}

const tokenSchema = z.object({ access_token: requiredVendorText, expires_in: vendorWhole });

/** Where the service does not say how long a token lives. */
const DEFAULT_LIFE_S = 300;

/** The only other hosts the credentials may go to: the service's own, by region. */
const REGIONAL_HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.operations365\.dynamics\.com$/;

/** Tokens of the micro-service, each exchanged for an Entra token. */
export function visibilityTokens(wiring: VisibilityTokens): TokenSource {
  const { clock, timeoutMs } = wiring;
  return createTokenSource({ clock, timeoutMs, fetchToken: (signal) => exchanged(wiring, signal) });
}

async function exchanged(wiring: VisibilityTokens, signal: AbortSignal): Promise<AccessToken> {
  const { connectionId, clock, entra } = wiring;
  const assertion = await entra.token(signal);
  const first = await exchange(wiring, assertion, signal);
  // An assertion can be revoked before its time, as any token.
  const reply = first.status === 401 ? await exchange(wiring, await entra.renewed(assertion, signal), signal) : first;
  const speaker = { erp: ERP, connectionId };
  const failure = statusError(reply, { ...speaker, nowEpochMs: clock.now(), notFound: 'unavailable' });
  // An assertion that is not accepted is one of credentials, whichever status says so.
  if (failure !== undefined && failure.code !== 'invalid-request') throw failure;
  if (failure !== undefined) throw refused(connectionId);
  const token = parseVendor(tokenSchema, jsonOf(reply, speaker), {
    ...speaker,
    what: 'the Inventory Visibility token',
  });
  return { value: token.access_token, expiresInS: token.expires_in ?? DEFAULT_LIFE_S };
}

/** Asks the service, and the host of the region it names. */
async function exchange(wiring: VisibilityTokens, assertion: string, signal: AbortSignal): Promise<ErpHttpReply> {
  const url = `${wiring.visibility.securityServiceUrl}/token`;
  const reply = await post(wiring, { url, assertion }, signal);
  if (reply.status !== 307) return reply;
  return post(wiring, { url: regionalAddress(wiring, reply, url), assertion }, signal);
}

function refused(connectionId: string): ErpError {
  return new ErpError('unauthorized', 'The Inventory Visibility security service refused the stored credentials.', {
    connectionId,
  });
}

function post(
  { http, visibility }: VisibilityTokens,
  { url, assertion }: { readonly url: string; readonly assertion: string },
  signal: AbortSignal,
): Promise<ErpHttpReply> {
  return http.send(
    {
      method: 'POST',
      url,
      headers: { accept: 'application/json', 'content-type': 'application/json', 'api-version': '1.0' },
      body: JSON.stringify({
        grant_type: 'client_credentials',
        client_assertion_type: 'aad_app',
        client_assertion: assertion,
        scope: visibility.securityServiceScope,
        context: visibility.environmentId,
        context_type: 'finops-env',
      }),
    },
    signal,
  );
}

/**
 * The service sends each caller on to the host of its region with 307, once. The request carries credentials, so it
 * follows to hosts of the service alone, and to no other.
 */
function regionalAddress({ visibility, connectionId }: VisibilityTokens, reply: ErpHttpReply, from: string): string {
  const location = reply.headers['location'] ?? '';
  const target = URL.canParse(location, from) ? new URL(location, from) : undefined;
  const isOwn = target !== undefined && target.origin === new URL(visibility.securityServiceUrl).origin;
  const isRegional =
    target !== undefined && target.protocol === 'https:' && target.port === '' && REGIONAL_HOST.test(target.hostname);
  if (target !== undefined && target.username === '' && (isOwn || isRegional)) return target.href;
  throw new ErpError('bad-response', 'The Inventory Visibility security service leads to a host that is not its own.', {
    connectionId,
  });
}
