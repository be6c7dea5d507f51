import type { VendorAnswer, VendorRequest } from '../../simulator';
import type { TokenDesk } from '../../token-desk';
import { demoSigningKey } from '../credentials';
import type { SapOptions } from '../options';
import { basicCredentials, same } from './basic';
import { AssertionError, userOfAssertion } from './saml-assertion';

export const TOKEN_PATH = '/sap/bc/sec/oauth2/token';

const GRANT = 'urn:ietf:params:oauth:grant-type:saml2-bearer';

export interface TokenDeps {
  readonly options: SapOptions;
  readonly tokens: TokenDesk;
  readonly now: () => number;
  readonly remember: (token: string, user: string) => void;
}

/** SAML bearer grant: the client authenticates with Basic, the assertion names the user. */
export function answerToken(request: VendorRequest, deps: TokenDeps): VendorAnswer {
  const form = new URLSearchParams(request.body);
  const refuse = (status: number, error: string, description: string): VendorAnswer => {
    deps.tokens.refuse();
    return oauthAnswer(status, { error, error_description: description });
  };
  if (request.method !== 'POST') return refuse(405, 'invalid_request', 'Only POST is supported');
  if (!isClient(request, form, deps.options)) return refuse(401, 'invalid_client', 'Client authentication failed');
  if (form.get('grant_type') !== GRANT)
    return refuse(400, 'unsupported_grant_type', 'Grant type is not supported by this client');
  try {
    const user = userOfAssertion(form.get('assertion') ?? '', trustOf(deps));
    const token = deps.tokens.issue();
    if (token === undefined) return refuse(400, 'invalid_grant', 'The user is locked');
    deps.remember(token, user);
    return oauthAnswer(200, {
      access_token: token,
      token_type: 'Bearer',
      expires_in: deps.tokens.lifetimeS,
      scope: form.get('scope') ?? '',
    });
  } catch (error) {
    if (error instanceof AssertionError) return refuse(400, 'invalid_grant', error.message);
    throw error;
  }
}

function trustOf({ options, now }: TokenDeps): Parameters<typeof userOfAssertion>[1] {
  const { samlIssuer: issuer, samlAudience: audience } = options.credentials;
  return { certificate: options.samlCertificate ?? demoSigningKey().publicKey, issuer, audience, now: now() };
}

/** Where the form names a client too, it has to be the one of the header. */
function isClient({ headers }: VendorRequest, form: URLSearchParams, { credentials }: SapOptions): boolean {
  const [id, secret] = basicCredentials(headers['authorization']) ?? ['', ''];
  const named = form.get('client_id') ?? id;
  return same(id, credentials.oauthClientId) && same(secret, credentials.oauthClientSecret) && named === id;
}

function oauthAnswer(status: number, body: unknown): VendorAnswer {
  return {
    status,
    contentType: 'application/json;charset=utf-8',
    body: JSON.stringify(body),
    headers: { 'cache-control': 'no-store' },
  };
}
