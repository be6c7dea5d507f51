import { ErpError } from '@headwater/erp-contracts';
import type { Redaction } from '../secrecy/redaction';
import { meaningOf, TOO_SLOW } from './failure-meanings';

/**
 * What is kept of a failed exchange: its name and code. The original error may carry the request with its
 * headers, or raw bytes of the answer, so it is never kept as a cause.
 */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure';

  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

function codeOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return 'UNKNOWN';
  return typeof thrown.code === 'string' ? thrown.code : 'UNKNOWN';
}

export interface FailedExchange {
  readonly erp: string;
  readonly connectionId: string;
  readonly signal: AbortSignal;
  readonly redact: Redaction;
}

/** The `ErpError` of an exchange that gave no answer; an abort by the deadline is a `timeout`. */
export function transportError(thrown: unknown, exchange: FailedExchange): ErpError {
  if (thrown instanceof ErpError) return thrown;
  const code = exchange.signal.aborted ? 'ABORTED' : codeOf(thrown);
  const meaning = exchange.signal.aborted ? TOO_SLOW : meaningOf(code);
  const message = thrown instanceof Error ? exchange.redact(thrown.message).slice(0, 200) : 'no message';
  return new ErpError(meaning.code, meaning.sentence(exchange.erp), {
    cause: new TransportFailure(message, code),
    connectionId: exchange.connectionId,
    ...(meaning.transient === undefined ? {} : { transient: meaning.transient }),
  });
}

/**
 * What an admin can do about an exchange that gave no answer: name, port, certificate, each its own. `undefined` for
 * any other failure, and where there is no more to say than the error's code says.
 */
export function transportFix(thrown: unknown): string | undefined {
  if (!(thrown instanceof ErpError) || !(thrown.cause instanceof TransportFailure)) return undefined;
  return meaningOf(thrown.cause.code).fix;
}
