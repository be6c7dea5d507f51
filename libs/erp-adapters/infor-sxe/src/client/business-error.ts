import { ErpError, type ErpErrorCode } from '@headwater/erp-contracts';

/** What a business error is about, as far as its text tells. */
export type Subject = 'customer' | 'item' | 'order' | 'other';

/** SX.e understood the call and refused it. Its own words are not kept: they quote keys and values. */
export class SxeBusinessError extends ErpError {
  constructor(
    code: ErpErrorCode,
    message: string,
    readonly subject: Subject,
    connectionId: string,
  ) {
    super(code, message, { connectionId });
  }
}

interface KnownText {
  readonly pattern: RegExp;
  readonly code: ErpErrorCode;
  readonly message: string;
}

/** Business errors are English text without a code, so they are told apart by known words; the first match counts. */
const KNOWN_TEXTS: readonly KnownText[] = [
  // First: a locked record is told as held "by another operator", which says nothing about ours.
  {
    pattern: /\block(ed)?\b|in use|try again|timed? ?out|busy|appserver|no agents?|not available|unavailable/i,
    code: 'unavailable',
    message: 'Infor SX.e cannot answer at the moment.',
  },
  {
    pattern: /\boperator\b|\binitials\b/i,
    code: 'forbidden',
    message: 'Infor SX.e does not accept the operator of this connection; check the operator initials.',
  },
  {
    pattern: /\b(company|cono)\b( number)?[^a-z]*(is |was )?(not|invalid|unknown)|(invalid|unknown) (company|cono)/i,
    code: 'invalid-request',
    message: 'Infor SX.e does not accept the company number of this connection.',
  },
  {
    pattern: /security|not authori[sz]ed|permission|access denied|not allowed/i,
    code: 'forbidden',
    message: 'The security of Infor SX.e does not allow this read for the connection’s operator.',
  },
  {
    pattern:
      /not (found|set up|setup|on file)|does not exist|no such|invalid (customer|product|order|warehouse|item)|\bno (records|orders|customers|products|invoices)\b/i,
    code: 'not-found',
    message: 'Infor SX.e does not know what was asked for.',
  },
  {
    pattern: /required|must (be|enter)|cannot be blank|invalid/i,
    code: 'invalid-request',
    message: 'Infor SX.e did not accept the question.',
  },
];

const SUBJECTS: readonly (readonly [RegExp, Subject])[] = [
  [/customer/i, 'customer'],
  [/product|item|warehouse/i, 'item'],
  [/order/i, 'order'],
];

/** The error for the text of `cErrorMessage`; unknown texts are a `bad-response`, never an empty answer. */
export function businessError(text: string, connectionId: string): SxeBusinessError {
  const known = KNOWN_TEXTS.find(({ pattern }) => pattern.test(text));
  const subject = SUBJECTS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
  const { code, message } = known ?? {
    code: 'bad-response' as const,
    message: 'Infor SX.e reported an error it gives no known reason for.',
  };
  return new SxeBusinessError(code, message, subject, connectionId);
}

/** True for a business error that says the thing asked for is unknown. */
export function isUnknown(error: unknown): error is SxeBusinessError {
  return error instanceof SxeBusinessError && error.code === 'not-found';
}

/** For a call that may say "not found" where there is merely nothing; every other error stays one. */
export function noneIfUnknown(error: unknown): undefined {
  if (isUnknown(error)) return undefined;
  throw error;
}
