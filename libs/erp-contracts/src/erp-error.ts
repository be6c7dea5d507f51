import type { ProblemCode } from '@headwater/kernel';

/** Why an ERP read failed. The same closed list as the problem codes clients see. */
export type ErpErrorCode = ProblemCode;

export interface ErpErrorOptions {
  /** The original error, for logs of the process; never shown to a client. */
  readonly cause?: unknown;
  /** The ERP's own hint how long to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  readonly connectionId?: string;
}

/**
 * The only error an adapter or the gateway throws.
 * `message` is Headwater's own sentence: it holds no vendor body, no secret and no operational value.
 */
export class ErpError extends Error {
  override readonly name = 'ErpError';
  readonly retryAfterMs: number | undefined;
  readonly connectionId: string | undefined;

  constructor(
    readonly code: ErpErrorCode,
    message: string,
    options: ErpErrorOptions = {},
  ) {
    super(message, { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs;
    this.connectionId = options.connectionId;
  }
}

/** Narrows any thrown value to an `ErpError`; what is not one becomes `bad-response`, with the cause kept. */
export function toErpError(thrown: unknown): ErpError {
  if (thrown instanceof ErpError) return thrown;
  return new ErpError('bad-response', 'The ERP connection failed in an unexpected way.', { cause: thrown });
}
