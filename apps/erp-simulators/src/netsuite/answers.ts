import type { VendorAnswer } from '../simulator';
import type { NetsuiteError } from './netsuite-error';
import type { AccessOptions } from './options/access-options';

type ErrorTypes = Pick<AccessOptions, 'errorTypes'>;

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};

/** Where the HTTP specifications describe a status: RFC 9110, and RFC 2616 before it. 429 came with RFC 6585. */
const SECTIONS: Readonly<Record<number, readonly [rfc9110: string, rfc2616: string]>> = {
  400: ['15.5.1', '10.4.1'],
  401: ['15.5.2', '10.4.2'],
  403: ['15.5.4', '10.4.4'],
  404: ['15.5.5', '10.4.5'],
  405: ['15.5.6', '10.4.6'],
  500: ['15.6.1', '10.5.1'],
};

export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): VendorAnswer {
  return { status, contentType: 'application/json; charset=UTF-8', body: JSON.stringify(body), headers };
}

/** The error body of the record API and of SuiteQL. */
export function restError(error: NetsuiteError, { errorTypes }: ErrorTypes): VendorAnswer {
  const { header, queryParam, path } = error.facts;
  const detail = {
    detail: error.message,
    ...(path === undefined ? {} : { 'o:errorPath': path }),
    ...(queryParam === undefined ? {} : { 'o:errorQueryParam': queryParam }),
    ...(header === undefined ? {} : { 'o:errorHeader': header }),
    'o:errorCode': error.code,
  };
  const body = {
    type: typeOf(error.status, errorTypes),
    title: TITLES[error.status] ?? 'Error',
    status: error.status,
    'o:errorDetails': [detail],
  };
  return withViolation(error, {
    ...jsonAnswer(error.status, body),
    contentType: 'application/vnd.oracle.resource+json; type=error; charset=UTF-8',
  });
}

/** The error body of a RESTlet. */
export function scriptError(error: NetsuiteError): VendorAnswer {
  return withViolation(error, jsonAnswer(error.status, { error: { code: error.code, message: error.message } }));
}

export function emptyAnswer(status: number, headers: Readonly<Record<string, string>> = {}): VendorAnswer {
  return { status, contentType: 'text/plain', body: '', headers };
}

function withViolation(error: NetsuiteError, answer: VendorAnswer): VendorAnswer {
  const { violation } = error.facts;
  return violation === undefined ? answer : { ...answer, violation };
}

function typeOf(status: number, errorTypes: AccessOptions['errorTypes']): string {
  const [current, old] = SECTIONS[status] ?? [];
  if (current === undefined || old === undefined) return 'https://www.rfc-editor.org/rfc/rfc6585.html#section-4';
  return errorTypes === 'rfc9110'
    ? `https://www.rfc-editor.org/rfc/rfc9110.html#section-${current}`
    : `https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html#sec${old}`;
}
