export const PROBLEM_CODES = [
  'unauthorized',
  'forbidden',
  'not-found',
  'rate-limited',
  'timeout',
  'unavailable',
  'unsupported',
  'invalid-request',
  'bad-response',
  'conflict',
] as const;

/** The closed list of what can go wrong, as clients see it. */
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** What is wrong with one field of a request, and how to put it right. */
export interface FieldError {
  /** Dotted path of the field, for example `contact.email`. */
  readonly field: string;
  readonly message: string;
}

/**
 * An RFC 9457 problem document. Never carries a vendor body, a stack or a secret.
 */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code: ProblemCode;
  readonly connectionId?: string;
  readonly traceId?: string;
  /** Seconds after which a retry may succeed. */
  readonly retryAfterS?: number;
  readonly errors?: readonly FieldError[];
}

/** A rule of Headwater's own was not met; edges turn it into a problem document. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(message);
  }
}

/** What is to be changed was changed by someone else since it was read. */
export class StaleVersionError extends DomainError {
  constructor(what: string) {
    super('conflict', `${what} was changed by someone else in the meantime. Load it again and repeat the change.`);
  }
}

/** Too much was asked for; the same may be asked again after a while. */
export class RateLimitedError extends DomainError {
  constructor(
    message: string,
    readonly retryAfterS: number,
  ) {
    super('rate-limited', message);
  }
}
