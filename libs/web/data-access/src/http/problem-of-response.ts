import type { HttpErrorResponse } from '@angular/common/http';
import { PROBLEM_CODES, type Problem, type ProblemCode } from '@headwater/kernel';

const CODE_BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'invalid-request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  412: 'conflict',
  422: 'invalid-request',
  428: 'invalid-request',
  429: 'rate-limited',
  502: 'bad-response',
  503: 'unavailable',
  504: 'timeout',
};

/** The problem document of a failed response, or an honest one where none came (no network, a proxy's own page). */
export function problemOfResponse(response: HttpErrorResponse): Problem {
  if (isProblem(response.error)) return response.error;
  if (response.status === 0) return isTimeout(response.error) ? timedOut() : unreachable();
  const code = CODE_BY_STATUS[response.status] ?? 'bad-response';
  return {
    type: `urn:headwater:problem:${code}`,
    title: 'Headwater could not answer',
    status: response.status,
    detail: `The server answered with status ${response.status} and no explanation.`,
    code,
  };
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null) return false;
  const candidate = body as Partial<Record<keyof Problem, unknown>>;
  return (
    typeof candidate.title === 'string' &&
    typeof candidate.status === 'number' &&
    PROBLEM_CODES.some((code) => code === candidate.code)
  );
}

function isTimeout(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'TimeoutError';
}

function unreachable(): Problem {
  return {
    type: 'urn:headwater:problem:unavailable',
    title: 'Headwater cannot be reached',
    status: 0,
    detail: 'Check the network connection, then try again.',
    code: 'unavailable',
  };
}

function timedOut(): Problem {
  return {
    type: 'urn:headwater:problem:timeout',
    title: 'Headwater did not answer in time',
    status: 0,
    detail: 'Try again in a moment.',
    code: 'timeout',
  };
}
