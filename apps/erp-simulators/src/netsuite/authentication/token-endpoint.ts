import type { Clock } from '@headwater/kernel';
import { timingSafeEqual } from 'node:crypto';
import type { VendorAnswer, VendorRequest } from '../../simulator';
import { hostLabel, originOf } from '../account';
import { jsonAnswer } from '../answers';
import type { AccessOptions } from '../options/access-options';
import type { AccessTokens, TokenGrant } from './access-tokens';
import type { RegisteredCertificate } from './certificates';
import { verifiedAssertion } from './client-assertion';
import { DEMO_CONSENT } from './demo-secrets';
import type { NetsuiteTokenDesk } from './netsuite-token-desk';

export const TOKEN_PATH = '/services/rest/auth/oauth2/v1/token';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export interface TokenEndpointParts {
  readonly access: AccessOptions;
  readonly desk: NetsuiteTokenDesk;
  readonly tokens: AccessTokens;
  readonly clock: Clock;
  readonly certificateOf: (id: string) => RegisteredCertificate | undefined;
  /** When the user consented, which is when a refresh token began to live. */
  readonly consentedAt: number;
}

type OAuthError = 'invalid_request' | 'invalid_client' | 'invalid_grant' | 'unsupported_grant_type';

/** Grants of a machine with a certificate, and of a user by the refresh token of an earlier consent. */
export async function answerToken(request: VendorRequest, parts: TokenEndpointParts): Promise<VendorAnswer> {
  const form = new URLSearchParams(request.body);
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  const grant = !isForm ? 'invalid_request' : await grantOf(request, form, parts);
  const token = typeof grant === 'string' ? undefined : await parts.tokens.issue(grant);
  if (token === undefined) return refusal(typeof grant === 'string' ? grant : 'invalid_grant', parts);
  const { lifetimeS } = parts.desk;
  return jsonAnswer(200, {
    access_token: token,
    token_type: 'bearer',
    expires_in: parts.access.expiresIn === 'text' ? String(lifetimeS) : lifetimeS,
  });
}

async function grantOf(
  request: VendorRequest,
  form: URLSearchParams,
  parts: TokenEndpointParts,
): Promise<TokenGrant | OAuthError> {
  switch (form.get('grant_type') ?? '') {
    case 'client_credentials':
      return machineGrant(request, form, parts);
    case 'refresh_token':
      return consentGrant(request, form, parts);
    default:
      return 'unsupported_grant_type';
  }
}

async function machineGrant(
  request: VendorRequest,
  form: URLSearchParams,
  { access, clock, certificateOf }: TokenEndpointParts,
): Promise<TokenGrant | OAuthError> {
  if (form.get('client_assertion_type') !== ASSERTION_TYPE) return 'invalid_request';
  const audiences = [
    `${originOf(request)}${TOKEN_PATH}`,
    `https://${hostLabel(access.accountId)}.suitetalk.api.netsuite.com${TOKEN_PATH}`,
  ];
  const { minimumRsaBits } = access;
  const rules = { certificateOf, minimumRsaBits, audiences, clock };
  const assertion = await verifiedAssertion(form.get('client_assertion') ?? '', rules);
  if (assertion === undefined) return 'invalid_client';
  const { clientId, subject } = assertion.certificate;
  return { clientId, subject, scopes: assertion.scopes };
}

/** The client proves itself by HTTP Basic; the life of the refresh token is set on the integration record. */
function consentGrant(
  request: VendorRequest,
  form: URLSearchParams,
  { access, clock, consentedAt }: TokenEndpointParts,
): TokenGrant | OAuthError {
  const basic = /^Basic (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1] ?? '';
  const { clientId, clientSecret, refreshToken } = DEMO_CONSENT;
  if (!same(Buffer.from(basic, 'base64').toString('utf8'), `${clientId}:${clientSecret}`)) return 'invalid_client';
  const alive = clock.now() < consentedAt + access.refreshTokenLifetimeH * 3_600_000;
  if (!alive || !same(form.get('refresh_token') ?? '', refreshToken)) return 'invalid_grant';
  return { clientId, subject: '1062;11', scopes: ['rest_webservices', 'restlets'] };
}

function refusal(error: OAuthError, { desk }: TokenEndpointParts): VendorAnswer {
  desk.refuse();
  return jsonAnswer(error === 'invalid_client' ? 401 : 400, { error });
}

function same(given: string, wanted: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)];
  return left.length === right.length && timingSafeEqual(left, right);
}
