import { randomUUID, timingSafeEqual } from 'node:crypto';
import { toInstant, type Clock } from '@headwater/kernel';
import type { VendorAnswer, VendorRequest } from '../../simulator';
import { originOf } from '../odata/data-call';
import { jsonAnswer } from '../odata/fault';
import type { FscmOptions } from '../options';
import { INVENTORY_APPLICATION } from '../inventory-visibility/addresses';
import type { AudienceDesk } from './audience-desk';
import type { ClientCertificate } from './client-certificate';

export interface Entra {
  readonly desk: AudienceDesk;
  readonly certificate: ClientCertificate;
  readonly options: FscmOptions;
  readonly clock: Clock;
}

/** An error as Microsoft Entra words it: a number within the text. */
interface Refusal {
  readonly status: number;
  readonly error: string;
  readonly code: number;
  readonly text: string;
}

type Version = 'v1' | 'v2';

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** `POST /{tenant}/oauth2/v2.0/token` with `scope`, or without `v2.0` and with `resource`. */
export function answerToken(request: VendorRequest, tenant: string, entra: Entra): VendorAnswer {
  const version: Version = /\/oauth2\/v2\.0\/token$/i.test(request.path) ? 'v2' : 'v1';
  const form = new URLSearchParams(request.body);
  const refusal = refusalOf(request, { tenant, form, entra }) ?? audienceRefusal(request, { version, form, entra });
  if (refusal !== undefined) return refuse(refusal, entra);
  const audience = audienceOf(version, form) ?? '';
  const token = entra.desk.issue(audience);
  if (token === undefined) return refuse(BAD_CLIENT, entra);
  const { lifetimeS } = entra.desk.tokens;
  const seconds = version === 'v1' && entra.options.v1ExpiresIn === 'text' ? String(lifetimeS) : lifetimeS;
  return jsonAnswer(200, {
    token_type: 'Bearer',
    expires_in: seconds,
    ext_expires_in: seconds,
    ...(version === 'v1' ? { resource: audience } : {}),
    access_token: token,
  });
}

const BAD_CLIENT: Refusal = {
  status: 401,
  error: 'invalid_client',
  code: 7000215,
  text: 'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.',
};

interface Asked {
  readonly tenant: string;
  readonly form: URLSearchParams;
  readonly entra: Entra;
}

function refusalOf(request: VendorRequest, { tenant, form, entra }: Asked): Refusal | undefined {
  const { credentials } = entra.options;
  if (tenant.toLowerCase() !== credentials.tenant.toLowerCase())
    return { status: 400, error: 'invalid_request', code: 90002, text: `Tenant '${tenant}' not found.` };
  if (form.get('grant_type') !== 'client_credentials')
    return {
      status: 400,
      error: 'unsupported_grant_type',
      code: 70003,
      text: 'The app requested an unsupported grant type.',
    };
  if (form.get('client_id')?.toLowerCase() !== credentials.clientId.toLowerCase())
    return {
      status: 400,
      error: 'unauthorized_client',
      code: 700016,
      text: 'Application was not found in the directory.',
    };
  return isClient(request, form, entra) ? undefined : BAD_CLIENT;
}

/** A secret in the form, or an assertion signed with the certificate's key. */
function isClient(request: VendorRequest, form: URLSearchParams, { certificate, options }: Entra): boolean {
  const { clientId, clientSecret } = options.credentials;
  if (form.get('client_assertion_type') !== JWT_BEARER) return same(form.get('client_secret') ?? '', clientSecret);
  const audiences = [`${originOf(request)}${request.path}`, `https://login.microsoftonline.com${request.path}`];
  return certificate.vouchesFor(form.get('client_assertion') ?? '', { clientId, audiences });
}

interface AudienceAsked {
  readonly version: Version;
  readonly form: URLSearchParams;
  readonly entra: Entra;
}

function audienceRefusal(request: VendorRequest, { version, form, entra }: AudienceAsked): Refusal | undefined {
  const audience = audienceOf(version, form);
  if (audience === undefined)
    return {
      status: 400,
      error: 'invalid_scope',
      code: 1002012,
      text: 'The provided value for scope is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.',
    };
  const bare = audience.replace(/\/$/, '');
  if (isEnvironment(bare, request, entra.options) || bare === INVENTORY_APPLICATION) return undefined;
  return {
    status: 400,
    error: 'invalid_resource',
    code: 500011,
    text: `The resource principal named ${audience} was not found in the tenant.`,
  };
}

/** The v1 endpoint takes a resource as it is; with a slash at its end it is another audience, which the ERP refuses. */
function audienceOf(version: Version, form: URLSearchParams): string | undefined {
  if (version === 'v1') return form.get('resource') ?? undefined;
  return /^(\S+)\/\.default$/.exec(form.get('scope') ?? '')?.[1];
}

/** Whether an audience is this environment, by the address it is called at or by its real one. */
export function isEnvironment(audience: string, request: VendorRequest, { audiences }: FscmOptions): boolean {
  const host = request.headers['host'] ?? '';
  return audiences.includes(audience) || audience === `http://${host}` || audience === `https://${host}`;
}

function refuse({ status, error, code, text }: Refusal, { desk, clock }: Entra): VendorAnswer {
  desk.tokens.refuse();
  const [trace, correlation] = [randomUUID(), randomUUID()];
  const timestamp = toInstant(clock.now()).replace('T', ' ').replace(/\.\d+/, '');
  return jsonAnswer(status, {
    error,
    error_description: `AADSTS${code}: ${text} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    error_codes: [code],
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
  });
}

function same(given: string, wanted: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)];
  return left.length === right.length && timingSafeEqual(left, right);
}
