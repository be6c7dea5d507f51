import type { ProblemCode } from '@headwater/kernel';

/** Why an ERP read failed. The same closed list as the problem codes clients see. */
export type ErpErrorCode = ProblemCode;

export interface ErpErrorOptions {
  /** The original error, for logs of the process; never shown to a client. */
  readonly cause?: unknown;
  /** The ERP's own hint how long to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  readonly connectionId?: string;
  /** Whether the same question may be answered when it is asked again soon, where the code alone does not tell. */
  readonly transient?: boolean;
}

/** What may be otherwise a moment later, unless an adapter knows better. */
const TRANSIENT: ReadonlySet<ErpErrorCode> = new Set(['unavailable', 'timeout', 'rate-limited']);

/**
 * The only error an adapter or the gateway throws.
 * `message` is Headwater's own sentence: it holds no vendor body, no secret and no operational value.
 */
export class ErpError extends Error {
  override readonly name = 'ErpError';
  readonly retryAfterMs: number | undefined;
  readonly connectionId: string | undefined;
  /** Asking again soon may bring an answer. Only then a read is repeated. */
  readonly transient: boolean;

  constructor(
    readonly code: ErpErrorCode,
    message: string,
    options: ErpErrorOptions = {},
  ) {
    super(message, { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs;
    this.connectionId = options.connectionId;
    this.transient = options.transient ?? TRANSIENT.has(code);
  }
}

/** Narrows any thrown value to an `ErpError`; what is not one becomes `bad-response`, with the cause kept. */
export function toErpError(thrown: unknown): ErpError {
  if (thrown instanceof ErpError) return thrown;
  return new ErpError('bad-response', 'The ERP connection failed in an unexpected way.', { cause: thrown });
}
