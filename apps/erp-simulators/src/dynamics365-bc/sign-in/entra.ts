import { randomUUID } from 'node:crypto';
import type { VendorAnswer, VendorRequest } from '../../simulator';
import type { TokenDesk } from '../../token-desk';
import type { BcOptions } from '../options';
import { same, type Grants } from './grants';
import type { Principal } from './principal';

export interface Entra {
  readonly tokens: TokenDesk;
  readonly grants: Grants;
  readonly options: BcOptions;
}

const PATH = /^\/([^/]+)\/oauth2\/v2\.0\/(token|authorize)$/;

/** `login.microsoftonline.com/{tenant}/oauth2/v2.0/…`; undefined for any other path. */
export function answerEntra(request: VendorRequest, entra: Entra): VendorAnswer | undefined {
  const [, tenant = '', endpoint] = PATH.exec(request.path) ?? [];
  if (endpoint === undefined) return undefined;
  const { tenantId, tenantDomain } = entra.options.credentials;
  if (tenant.toLowerCase() !== tenantId && tenant.toLowerCase() !== tenantDomain)
    return refused(entra, {
      status: 400,
      error: 'invalid_request',
      code: 90002,
      text: `Tenant '${tenant}' not found.`,
    });
  if (endpoint === 'authorize') return answerAuthorize(request, entra);
  return request.method === 'POST'
    ? answerToken(new URLSearchParams(request.body), entra)
    : { ...plain(405, {}), violation: `${request.method} instead of POST` };
}

/** The demo user is signed in and consents to everything: the redirect comes at once. */
function answerAuthorize({ query }: VendorRequest, entra: Entra): VendorAnswer {
  const redirectUri = query.get('redirect_uri') ?? '';
  const audience = audienceOf(query.get('scope'));
  const known = query.get('client_id') === entra.options.credentials.clientId;
  if (!known || query.get('response_type') !== 'code' || audience === undefined || !URL.canParse(redirectUri))
    return refused(entra, { status: 400, error: 'invalid_request', code: 900144, text: 'The request is malformed.' });
  const code = entra.grants.issueCode({
    principal: demoUser(entra),
    audience,
    redirectUri,
    challenge: query.get('code_challenge_method') === 'S256' ? (query.get('code_challenge') ?? '') : undefined,
  });
  const location = new URL(redirectUri);
  location.searchParams.set('code', code);
  const state = query.get('state');
  if (state !== null) location.searchParams.set('state', state);
  return { status: 302, contentType: 'text/html', body: '', headers: { location: location.href } };
}

function answerToken(form: URLSearchParams, entra: Entra): VendorAnswer {
  const { clientId, clientSecret } = entra.options.credentials;
  if (form.get('client_id') !== clientId)
    return refused(entra, { status: 400, error: 'unauthorized_client', code: 700016, text: 'Application not found.' });
  if (!same(form.get('client_secret') ?? '', clientSecret))
    return refused(entra, { status: 401, error: 'invalid_client', code: 7000215, text: 'Invalid client secret.' });
  switch (form.get('grant_type') ?? '') {
    case 'client_credentials':
      return forApplication(form, entra);
    case 'authorization_code': {
      const [code, redirectUri, verifier] = ['code', 'redirect_uri', 'code_verifier'].map(
        (name) => form.get(name) ?? '',
      );
      return forUser(entra.grants.redeem(code ?? '', redirectUri ?? '', verifier ?? ''), entra);
    }
    case 'refresh_token':
      return forUser(entra.grants.refreshed(form.get('refresh_token') ?? ''), entra);
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      return onBehalfOf(form, entra);
    default:
      return refused(entra, { status: 400, error: 'unsupported_grant_type', code: 70003, text: 'Unsupported grant.' });
  }
}

/** A scope of an app names a resource and `.default`; what stands before it becomes the audience. */
function audienceOf(scope: string | null): string | undefined {
  const resources = (scope ?? '').split(' ').filter((name) => name.includes('://'));
  const [only] = resources;
  if (only === undefined || resources.length > 1) return undefined;
  return only.slice(0, only.lastIndexOf('/'));
}

function forApplication(form: URLSearchParams, entra: Entra): VendorAnswer {
  const scope = form.get('scope') ?? '';
  const audience = audienceOf(scope);
  if (audience === undefined || scope !== `${audience}/.default`)
    return refused(entra, { status: 400, error: 'invalid_scope', code: 1002012, text: 'The scope is not valid.' });
  const principal: Principal = { kind: 'application', name: entra.options.credentials.clientId };
  return issued(entra.grants.issue({ principal, audience }), {}, entra);
}

interface Delegated {
  readonly principal: Principal;
  readonly audience: string;
}

function forUser(grant: Delegated | undefined, entra: Entra): VendorAnswer {
  if (grant === undefined)
    return refused(entra, {
      status: 400,
      error: 'invalid_grant',
      code: 70008,
      text: 'The grant is expired or revoked.',
    });
  const { principal, audience } = grant;
  const refreshToken = entra.grants.issueRefreshToken({ principal, audience });
  return issued(entra.grants.issue({ principal, audience }), { refresh_token: refreshToken }, entra);
}

/** A token of a user for something else becomes one for Business Central. */
function onBehalfOf(form: URLSearchParams, entra: Entra): VendorAnswer {
  const original = entra.grants.of(`Bearer ${form.get('assertion') ?? ''}`);
  const audience = audienceOf(form.get('scope'));
  const fits = original?.principal.kind === 'user' && form.get('requested_token_use') === 'on_behalf_of';
  return forUser(fits && audience !== undefined ? { principal: original.principal, audience } : undefined, entra);
}

function demoUser({ options }: Entra): Principal {
  return { kind: 'user', name: options.credentials.userName };
}

function issued(token: string | undefined, more: Readonly<Record<string, string>>, entra: Entra): VendorAnswer {
  if (token === undefined)
    return refused(entra, { status: 401, error: 'invalid_client', code: 7000222, text: 'The client secret expired.' });
  const { lifetimeS } = entra.tokens;
  return plain(200, {
    token_type: 'Bearer',
    expires_in: lifetimeS,
    ext_expires_in: lifetimeS,
    access_token: token,
    ...more,
  });
}

interface EntraRefusal {
  readonly status: number;
  readonly error: string;
  /** The number of its `AADSTS` text. */
  readonly code: number;
  readonly text: string;
}

function refused({ tokens }: Entra, { status, error, code, text }: EntraRefusal): VendorAnswer {
  tokens.refuse();
  return plain(status, {
    error,
    error_description: `AADSTS${code}: ${text}`,
    error_codes: [code],
    trace_id: randomUUID(),
    correlation_id: randomUUID(),
  });
}

function plain(status: number, body: unknown): VendorAnswer {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}
