import { ErpError, type ErpErrorCode } from '@headwater/erp-contracts';
import type { ErpHttpReply } from './erp-http';
import { retryAfterMs } from './retry-after';

export interface StatusReading {
  readonly erp: string;
  readonly connectionId: string;
  readonly nowEpochMs: number;
  /** What 404 means here: the thing asked for is unknown, or the address is wrong. */
  readonly notFound: 'not-found' | 'unavailable';
}

const SENTENCES: { readonly [Code in ErpErrorCode]: (erp: string) => string } = {
  unauthorized: (erp) => `${erp} refused the stored credentials.`,
  forbidden: (erp) => `${erp} does not allow this read for the connection's user.`,
  'not-found': (erp) => `${erp} does not know what was asked for.`,
  'rate-limited': (erp) => `${erp} asks to slow down.`,
  timeout: (erp) => `${erp} did not answer in time.`,
  unavailable: (erp) => `${erp} is not available at its address.`,
  unsupported: (erp) => `${erp} does not support this read.`,
  'invalid-request': (erp) => `${erp} did not accept the question.`,
  'bad-response': (erp) => `${erp} answered in an unexpected way.`,
  conflict: (erp) => `${erp} reports a conflict.`,
};

/** Headwater's own sentence for a code; never the vendor's words. */
export function sentenceOf(code: ErpErrorCode, erp: string): string {
  return SENTENCES[code](erp);
}

const CODES: { readonly [status: number]: ErpErrorCode } = {
  400: 'invalid-request',
  401: 'unauthorized',
  403: 'forbidden',
  408: 'timeout',
  409: 'conflict',
  422: 'invalid-request',
  429: 'rate-limited',
  504: 'timeout',
};

function codeOf(status: number, hint: number | undefined, notFound: StatusReading['notFound']): ErpErrorCode {
  if (status === 404) return notFound;
  if (status === 503 && hint !== undefined) return 'rate-limited';
  return CODES[status] ?? (status >= 500 ? 'unavailable' : 'bad-response');
}

/** Statuses of something that is under way, overloaded or restarting; any other would be the same a moment later. */
const TRANSIENT_STATUSES: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);

/** The error of a status outside 2xx, `undefined` within. Redirects are never followed, so they are errors too. */
export function statusError(reply: ErpHttpReply, reading: StatusReading): ErpError | undefined {
  if (reply.status >= 200 && reply.status < 300) return undefined;
  const hint = retryAfterMs(reply.headers['retry-after'], reading.nowEpochMs);
  const code = codeOf(reply.status, hint, reading.notFound);
  return new ErpError(code, sentenceOf(code, reading.erp), {
    connectionId: reading.connectionId,
    transient: TRANSIENT_STATUSES.has(reply.status),
    ...(code === 'rate-limited' && hint !== undefined ? { retryAfterMs: hint } : {}),
  });
}
