import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { VendorAnswer, VendorRequest } from '../../simulator';
import type { TokenDesk } from '../../token-desk';
import type { P21Options } from '../options';
import { dataContractXml } from '../wire/data-contract-xml';
import { rendered, replyOf, type P21Reply } from '../wire/reply';
import { grantOfKey, grantOfUser, type Grant, type Grants } from './grants';

export interface TokenAsk {
  readonly request: VendorRequest;
  readonly options: P21Options;
  readonly tokens: TokenDesk;
  readonly grants: Grants;
}

type Refusal = 'invalid_grant' | 'invalid_client';

/** `POST /api/security/token/v2`: a user's name and password, or a consumer key, in a JSON body. */
export function answerTokenV2(ask: TokenAsk): VendorAnswer {
  const body = bodyOf(ask.request.body);
  const secret = textOf(body['ClientSecret']);
  if (secret !== undefined) return tokenOf(ask, consumerKeyGrant(ask, secret, textOf(body['GrantType'])));
  return tokenOf(ask, userGrant(ask, textOf(body['username']), textOf(body['password'])));
}

/** `POST /api/security/token`: the credentials stand in headers. */
export function answerTokenV1(ask: TokenAsk): VendorAnswer {
  const { username, password } = ask.request.headers;
  return tokenOf(ask, userGrant(ask, username, password));
}

function userGrant({ options }: TokenAsk, username: string | undefined, password: string | undefined): Grant | Refusal {
  const user = options.users.find((candidate) => same(candidate.username, username ?? ''));
  return user !== undefined && same(user.password, password ?? '') ? grantOfUser(user) : 'invalid_grant';
}

function consumerKeyGrant({ options }: TokenAsk, secret: string, grantType: string | undefined): Grant | Refusal {
  if (grantType !== 'client_credentials') return 'invalid_grant';
  const key = options.consumerKeys.find((candidate) => same(candidate.clientSecret, secret));
  return key === undefined ? 'invalid_client' : grantOfKey(key);
}

function tokenOf(ask: TokenAsk, granted: Grant | Refusal): VendorAnswer {
  if (typeof granted === 'string') return refused(ask, granted);
  const token = ask.grants.issue(granted);
  if (token === undefined) return refused(ask, granted.holder === 'user' ? 'invalid_grant' : 'invalid_client');
  const { tokenLifetimeS, consumerKeyExpiresInSeconds } = ask.options;
  return formed(
    ask,
    replyOf(200, 'Token', {
      AccessToken: token,
      RefreshToken: randomBytes(24).toString('base64url'),
      ExpiresInSeconds: granted.holder === 'user' ? tokenLifetimeS : consumerKeyExpiresInSeconds,
      TokenType: 'Bearer',
    }),
  );
}

const DESCRIPTIONS: Readonly<Record<Refusal, string>> = {
  invalid_grant: 'The user name or password is incorrect.',
  invalid_client: 'The client secret is not valid.',
};

function refused(ask: TokenAsk, error: Refusal): VendorAnswer {
  ask.tokens.refuse();
  const { invalidGrantStatus, invalidClientStatus } = ask.options;
  const status = error === 'invalid_grant' ? invalidGrantStatus : invalidClientStatus;
  return formed(ask, replyOf(status, 'Error', { error, error_description: DESCRIPTIONS[error] }));
}

function formed({ request, options }: TokenAsk, reply: P21Reply): VendorAnswer {
  if (options.tokenReply === 'as-accepted') return rendered(reply, request, options);
  const body = dataContractXml(reply.root, reply.value);
  return { status: reply.status, contentType: 'application/xml; charset=utf-8', body };
}

function bodyOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) return parsed as Readonly<Record<string, unknown>>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  // What cannot be read holds no credentials, and is refused as such.
  return { username: '' };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function same(wanted: string, given: string): boolean {
  const [left, right] = [Buffer.from(wanted), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
