import {
  type AccessToken,
  createTokenSource,
  type ErpHttpRequest,
  jsonOf,
  parseVendor,
  requiredVendorText,
  sendWithBearer,
  type Speaker,
  statusError,
  vendorWhole,
} from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import { SignJWT } from 'jose';
import { z } from 'zod';
import type { CertificateAuth } from '../settings/auth';
import { clockHint } from './clock-skew';
import { ERP } from './erp-name';
import type { Signer, SignerWire } from './signer';

export interface CertificateSignIn extends SignerWire {
  readonly auth: CertificateAuth;
  readonly tokenUrl: string;
  readonly timeoutMs: number;
}

/** NetSuite takes assertions of less than an hour; one is used once, right away. */
const ASSERTION_LIFE_S = 300;
/** A server whose clock is a little behind must not see an assertion from its future. */
const BACKDATED_S = 30;
/** NetSuite's tokens live an hour; where it does not say, one is used for a few minutes. */
const UNSAID_LIFE_S = 300;

const tokenSchema = z.object({ access_token: requiredVendorText, expires_in: vendorWhole });

function assertionOf({ auth, clock }: CertificateSignIn): Promise<string> {
  const now = Math.floor(clock.now() / 1000);
  return new SignJWT({ scope: typeof auth.scope === 'string' ? auth.scope : [...auth.scope] })
    .setProtectedHeader({ typ: 'JWT', alg: auth.signingKey.algorithm, kid: auth.certificateId })
    .setIssuer(auth.clientId)
    .setAudience(auth.audience)
    .setIssuedAt(now - BACKDATED_S)
    .setExpirationTime(now + ASSERTION_LIFE_S)
    .sign(auth.signingKey.key);
}

/** Does not wait for room in the account: the call it is for may hold the last of it. */
async function requestToken(signIn: CertificateSignIn, signal: AbortSignal): Promise<AccessToken> {
  const { tokenUrl, http, connectionId, clock } = signIn;
  const speaker: Speaker = { erp: ERP, connectionId };
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await assertionOf(signIn),
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  const reply = await http.send({ method: 'POST', url: tokenUrl, headers, body: body.toString() }, signal);
  if (reply.status === 400 || reply.status === 401) {
    const hint = clockHint(reply, clock);
    throw new ErpError('unauthorized', `${ERP} refused the stored credentials.${hint}`, { connectionId });
  }
  const failure = statusError(reply, { ...speaker, nowEpochMs: clock.now(), notFound: 'unavailable' });
  if (failure !== undefined) throw failure;
  const token = parseVendor(tokenSchema, jsonOf(reply, speaker), { ...speaker, what: 'the token request' });
  return { value: token.access_token, expiresInS: token.expires_in ?? UNSAID_LIFE_S };
}

/** OAuth 2.0 client credentials. There is no refresh token in this flow: a new assertion brings a new token. */
export function createCertificateSigner(signIn: CertificateSignIn): Signer {
  const { clock, timeoutMs, http, admitted } = signIn;
  const tokens = createTokenSource({ clock, timeoutMs, fetchToken: (signal) => requestToken(signIn, signal) });
  const admittedHttp = {
    ...http,
    send: (request: ErpHttpRequest, signal: AbortSignal) => admitted(signal, () => http.send(request, signal)),
  };
  return {
    send: (request, signal) => sendWithBearer({ http: admittedHttp, tokens }, request, signal),
    signIn: async (signal) => {
      await tokens.token(signal);
    },
  };
}
