import { HttpException } from '@nestjs/common';
import { ErpError, toErpProblem } from '@headwater/erp-contracts';
import { DomainError, type Problem, type ProblemCode, RateLimitedError, StaleVersionError } from '@headwater/kernel';

interface ProblemTemplate {
  readonly status: number;
  readonly title: string;
}

const TEMPLATES: { readonly [Code in ProblemCode]: ProblemTemplate } = {
  unauthorized: { status: 401, title: 'Not signed in' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  timeout: { status: 504, title: 'No answer in time' },
  unavailable: { status: 503, title: 'Not available' },
  unsupported: { status: 422, title: 'Not supported' },
  'invalid-request': { status: 400, title: 'Invalid request' },
  'bad-response': { status: 502, title: 'Unreadable answer' },
  conflict: { status: 409, title: 'Conflict' },
};

const CODE_OF_STATUS: { readonly [status: number]: ProblemCode } = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  412: 'conflict',
  429: 'rate-limited',
  502: 'bad-response',
  503: 'unavailable',
  504: 'timeout',
};

/** What clients are told of any thrown value. What nobody foresaw stays inside: it says only that it happened. */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof ErpError) return toErpProblem(thrown, undefined);
  if (thrown instanceof DomainError) return problemOfDomainError(thrown);
  if (thrown instanceof HttpException) return problemOfHttpException(thrown);
  return problem('unavailable', { status: 500, title: 'Headwater could not complete the request' });
}

function problemOfDomainError(error: DomainError): Problem {
  const template = TEMPLATES[error.code];
  return {
    ...problem(error.code, error instanceof StaleVersionError ? { ...template, status: 412 } : template),
    detail: error.message,
    ...(error instanceof RateLimitedError ? { retryAfterS: error.retryAfterS } : {}),
    ...(error.errors.length === 0 ? {} : { errors: error.errors }),
  };
}

function problemOfHttpException(exception: HttpException): Problem {
  const status = exception.getStatus();
  const code = CODE_OF_STATUS[status] ?? (status < 500 ? 'invalid-request' : 'unavailable');
  const template = { status, title: TEMPLATES[code].title };
  // The framework's own 404 repeats the address, which may hold an order or customer number.
  if (status === 404 || status >= 500) return problem(code, template);
  return { ...problem(code, template), detail: exception.message };
}

function problem(code: ProblemCode, template: ProblemTemplate): Problem {
  return { type: `urn:headwater:problem:${code}`, title: template.title, status: template.status, code };
}
