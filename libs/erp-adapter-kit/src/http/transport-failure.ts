import { ErpError, type ErpErrorCode } from '@headwater/erp-contracts';
import type { Redaction } from '../secrecy/redaction';

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

interface FailureMeaning {
  readonly code: ErpErrorCode;
  readonly sentence: (erp: string) => string;
}

const UNREACHABLE: FailureMeaning = { code: 'unavailable', sentence: (erp) => `${erp} cannot be reached.` };
const BROKEN_OFF: FailureMeaning = { code: 'unavailable', sentence: (erp) => `${erp} broke off the connection.` };
const TOO_SLOW: FailureMeaning = { code: 'timeout', sentence: (erp) => `${erp} did not answer in time.` };
const CLOSING: FailureMeaning = {
  code: 'unavailable',
  sentence: (erp) => `The connection to ${erp} is being closed.`,
};
const UNREADABLE: FailureMeaning = {
  code: 'bad-response',
  sentence: (erp) => `${erp} answered with something that is not valid HTTP or is cut short.`,
};

const MEANINGS: { readonly [code: string]: FailureMeaning } = {
  ECONNRESET: BROKEN_OFF,
  EPIPE: BROKEN_OFF,
  UND_ERR_SOCKET: BROKEN_OFF,
  EH2RESET: BROKEN_OFF,
  EH2SILENT: BROKEN_OFF,
  EH2UNPROCESSED: BROKEN_OFF,
  EH2CALM: { code: 'rate-limited', sentence: (erp) => `${erp} asks to slow down.` },
  ECLOSED: CLOSING,
  UND_ERR_DESTROYED: CLOSING,
  UND_ERR_CONNECT_TIMEOUT: TOO_SLOW,
  UND_ERR_HEADERS_TIMEOUT: TOO_SLOW,
  UND_ERR_BODY_TIMEOUT: TOO_SLOW,
  ETIMEDOUT: TOO_SLOW,
  UND_ERR_HEADERS_OVERFLOW: UNREADABLE,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: UNREADABLE,
  EBODYUNREADABLE: UNREADABLE,
  EBODYTOOLARGE: { code: 'bad-response', sentence: (erp) => `${erp} answered with more than can be read at once.` },
  EFORBIDDENNETWORK: {
    code: 'invalid-request',
    sentence: (erp) => `The address of ${erp} leads into a network that is not allowed for ERP connections.`,
  },
};

function codeOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return 'UNKNOWN';
  return typeof thrown.code === 'string' ? thrown.code : 'UNKNOWN';
}

function isTlsFailure(code: string): boolean {
  return /^(CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code);
}

function meaningOf(code: string): FailureMeaning {
  if (isTlsFailure(code)) {
    return { code: 'unavailable', sentence: (erp) => `The certificate of ${erp} cannot be trusted.` };
  }
  if (code.startsWith('HPE_')) return UNREADABLE;
  return MEANINGS[code] ?? UNREACHABLE;
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
  });
}
