import { setTimeout as wait } from 'node:timers/promises';
import type { VendorAnswer, VendorRequest } from '../simulator';
import { isAccountHost, originOf } from './account';
import { emptyAnswer, jsonAnswer, restError, scriptError } from './answers';
import type { Gatekeeper, Login } from './authentication/gatekeeper';
import type { ConcurrencyGate, Place } from './governance/concurrency-gate';
import type { Library } from './library';
import { loginRefused, NetsuiteError, notFound, permissionMissing } from './netsuite-error';
import type { AccessOptions } from './options/access-options';
import { answerRecord } from './record/answer-record';
import { RECORD_PATH } from './record/render';
import type { RestCall } from './rest-call';
import { answerRestlet, RESTLET_PATH } from './restlet/answer-restlet';
import { answerSuiteql, SUITEQL_PATH } from './suiteql/answer-suiteql';

export interface CallParts {
  readonly access: AccessOptions;
  readonly gatekeeper: Gatekeeper;
  readonly gate: ConcurrencyGate;
  /** As the world is now. */
  readonly library: () => Library;
}

const GOVERNANCE_PATH = '/services/rest/system/v1/governanceLimits';

/** Signs the caller in, finds a place for the call, and answers it in the words of whom it asked. */
export async function answerCall(request: VendorRequest, parts: CallParts): Promise<VendorAnswer> {
  const isScript = request.path === RESTLET_PATH;
  try {
    if (!isAccountHost(request, isScript ? 'restlets' : 'suitetalk', parts.access)) throw notFound('Unknown host.');
    if (isScript && parts.access.dataCentre === 'wrong') return elsewhere(request);
    const login = loginFor(request, parts, isScript ? 'restlets' : 'rest_webservices');
    const place = await placeFor(login, isScript ? 'script' : 'rest', parts);
    try {
      if (parts.access.answerDelayMs > 0) await wait(parts.access.answerDelayMs);
      return isScript ? scriptAnswer(request, parts) : restAnswer(request, parts);
    } finally {
      place.leave();
    }
  } catch (error) {
    const refusal = error instanceof NetsuiteError ? error : unexpected(error);
    return isScript ? scriptError(refusal) : withRetryAfter(restError(refusal, parts.access), parts.access);
  }
}

/** A fault of the simulator itself: said aloud, as an answer that never comes says nothing. */
function unexpected(error: unknown): NetsuiteError {
  return new NetsuiteError(500, 'UNEXPECTED_ERROR', `An unexpected error occurred. ${String(error)}`);
}

function loginFor(
  request: VendorRequest,
  { gatekeeper, access }: CallParts,
  scope: 'restlets' | 'rest_webservices',
): Login {
  const login = gatekeeper.login(request);
  if (login === undefined) throw loginRefused();
  if (scope === 'restlets' && access.role === 'web-services-only') {
    throw new NetsuiteError(401, 'INVALID_LOGIN_CREDENTIALS', 'You have entered an invalid email address or password.');
  }
  if (!login.scopes.includes(scope)) throw loginRefused();
  return login;
}

async function placeFor(login: Login, asked: 'script' | 'rest', { access, gate }: CallParts): Promise<Place> {
  const admission = await gate.admit(login.kind);
  if (admission === 'too-late') throw loginRefused();
  if (admission !== 'too-many') return admission;
  throw asked === 'script'
    ? new NetsuiteError(400, 'SSS_REQUEST_LIMIT_EXCEEDED', 'Request Limit Exceeded')
    : new NetsuiteError(429, access.tooManyRequestsCode, 'Concurrent request limit exceeded. Request blocked.');
}

function withRetryAfter(answer: VendorAnswer, { retryAfterS }: AccessOptions): VendorAnswer {
  if (answer.status !== 429 || retryAfterS === null) return answer;
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(retryAfterS) } };
}

/** RESTlets of another data centre: the right one is named in the answer. */
function elsewhere(request: VendorRequest): VendorAnswer {
  return emptyAnswer(302, { location: `${originOf(request)}${request.rawPath}?${request.query.toString()}` });
}

function scriptAnswer(request: VendorRequest, { library }: CallParts): VendorAnswer {
  return answerRestlet({ request, books: library().books, origin: originOf(request) });
}

function restAnswer(request: VendorRequest, { access, library }: CallParts): VendorAnswer {
  requireLanguage(request, access);
  const { books, tables, kinds } = library();
  const call: RestCall = { request, books, origin: originOf(request) };
  const { path } = request;
  if (path === SUITEQL_PATH) return answerOnly('POST', request, () => answerSuiteql(call, tables));
  if (path === GOVERNANCE_PATH) return answerOnly('GET', request, () => governanceLimits(access));
  if (path.startsWith(`${RECORD_PATH}/`)) return answerRecord({ ...call, kinds });
  throw notFound('The requested resource does not exist.');
}

/** REST speaks the company's language; whoever has another one set must say that it is wanted. */
function requireLanguage(request: VendorRequest, { userLanguage, companyLanguage }: AccessOptions): void {
  if (userLanguage === 'company') return;
  const asked = request.headers['accept-language'] ?? '';
  const [first = ''] = asked.split(/[,;]/);
  if (first.trim().replace('_', '-').toLowerCase() === companyLanguage.toLowerCase()) return;
  throw new NetsuiteError(
    400,
    'INVALID_HEADER',
    `Invalid value for the resource header 'Accept-Language'. Set it to the company language, ${companyLanguage}.`,
    { header: 'Accept-Language' },
  );
}

function answerOnly(method: 'GET' | 'POST', request: VendorRequest, answer: () => VendorAnswer): VendorAnswer {
  if (request.method === method) return answer();
  const harmless = request.method === 'GET' || request.method === 'HEAD';
  throw new NetsuiteError(405, 'METHOD_NOT_ALLOWED', 'The method is not allowed.', {
    ...(harmless ? {} : { violation: `${request.method} instead of ${method}` }),
  });
}

/** Only an administrator is told. */
function governanceLimits({ role, concurrencyLimit }: AccessOptions): VendorAnswer {
  if (role !== 'administrator') throw permissionMissing();
  return jsonAnswer(200, {
    accountConcurrencyLimit: concurrencyLimit,
    accountUnallocatedConcurrencyLimit: concurrencyLimit,
  });
}
