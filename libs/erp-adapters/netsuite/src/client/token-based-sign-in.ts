import { createHmac, randomBytes } from 'node:crypto';
import type { ErpHttpReply, ErpHttpRequest } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import OAuth from 'oauth-1.0a';
import type { TokenAuth } from '../settings/auth';
import { ERP } from './erp-name';
import type { Signer, SignerWire } from './signer';

export interface TokenBasedSignIn extends SignerWire {
  readonly auth: TokenAuth;
  readonly realm: string;
}

function oauthOf({ auth, realm, clock }: TokenBasedSignIn): OAuth {
  const oauth = new OAuth({
    consumer: { key: auth.consumerKey, secret: auth.consumerSecret },
    realm,
    signature_method: 'HMAC-SHA256',
    hash_function: (base, key) => createHmac('sha256', key).update(base).digest('base64'),
  });
  oauth.getTimeStamp = () => Math.floor(clock.now() / 1000);
  // A nonce is used once and holds no special characters; the package's own comes from Math.random.
  oauth.getNonce = () => randomBytes(16).toString('hex');
  return oauth;
}

/** The query is signed with the address, the realm and a JSON body are not. */
function signed(oauth: OAuth, auth: TokenAuth, { method, url }: ErpHttpRequest): string {
  const token = { key: auth.tokenId, secret: auth.tokenSecret };
  return oauth.toHeader(oauth.authorize({ method, url }, token)).Authorization;
}

/**
 * Under load NetSuite keeps a call waiting until its time stamp is too old and then refuses the login; wrong
 * credentials are refused at once. Taking the one for the other would lock an admin out of a sound connection.
 */
function refuseOverload(reply: ErpHttpReply, waitedMs: number, signIn: TokenBasedSignIn): void {
  const { overloadAfterMs } = signIn.auth;
  if (reply.status !== 401 || overloadAfterMs === 0 || waitedMs < overloadAfterMs) return;
  throw new ErpError('rate-limited', `${ERP} asks to slow down.`, { connectionId: signIn.connectionId });
}

/** Token-based authentication: every request is signed by itself. */
export function createTokenBasedSigner(signIn: TokenBasedSignIn): Signer {
  const { auth, clock, http, admitted } = signIn;
  const oauth = oauthOf(signIn);
  return {
    send: (request, signal) =>
      // Signed when it is let in, not when it gets in line: the time stamp must be fresh.
      admitted(signal, async () => {
        const startedAt = clock.monotonic();
        const headers = { ...request.headers, authorization: signed(oauth, auth, request) };
        const reply = await http.send({ ...request, headers }, signal);
        refuseOverload(reply, clock.monotonic() - startedAt, signIn);
        return reply;
      }),
  };
}
