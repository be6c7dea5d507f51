import { type ErpHttpReply, parseLosslessJson } from '@headwater/erp-adapter-kit';
import { ErpError, type ErpErrorCode } from '@headwater/erp-contracts';
import { ERP } from './erp-name';
import { isRecord } from './is-record';

/** What a business error is about, as far as its text tells. */
export type Subject = 'customer' | 'location' | 'item' | 'other';

/** Prophet 21 understood the call and refused it. Its own words are not kept: they quote keys, hosts and stacks. */
export class P21BusinessError extends ErpError {
  constructor(
    code: ErpErrorCode,
    message: string,
    readonly subject: Subject,
    connectionId: string,
  ) {
    super(code, message, { connectionId });
  }
}

/** `{"ErrorMessage","ErrorType","HostName",…}`: how the REST families report every error. */
export interface Envelope {
  readonly text: string;
  readonly type: string;
}

/** The error envelope of a body, with either of its two fields; `undefined` for a body that is none. */
export function envelopeIn(body: unknown): Envelope | undefined {
  if (!isRecord(body)) return undefined;
  const { ErrorMessage: message, ErrorType: type } = body;
  const text = typeof message === 'string' ? message.trim() : '';
  const kind = typeof type === 'string' ? type.trim() : '';
  return text === '' && kind === '' ? undefined : { text, type: kind };
}

/** The JSON of a refusal, or `undefined`: what is no JSON says nothing. */
export function refusedBody(reply: ErpHttpReply): unknown {
  try {
    return parseLosslessJson(reply.text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

interface KnownText {
  readonly pattern: RegExp;
  readonly code: ErpErrorCode;
  readonly message: string;
}

/** Texts are English and have no code; they are told apart by known words, and the first match counts. */
const KNOWN_TEXTS: readonly KnownText[] = [
  {
    pattern: /deadlock|\block(ed)?\b|timed? ?out|timeout expired|session pool|\bbusy\b|try again/i,
    code: 'unavailable',
    message: `${ERP} cannot answer at the moment.`,
  },
  {
    pattern: /not authori[sz]ed|permission|access denied|insufficient/i,
    code: 'forbidden',
    message: `${ERP} does not allow this read for the connection's user.`,
  },
  {
    pattern:
      /did not yield any results|not (found|on file)|does not exist|no such|invalid (item|part|customer|location)/i,
    code: 'not-found',
    message: `${ERP} does not know what was asked for.`,
  },
];

const SUBJECTS: readonly (readonly [RegExp, Subject])[] = [
  [/customer/i, 'customer'],
  [/location|company/i, 'location'],
  [/item|part\b|inv_mast|did not yield any results/i, 'item'],
];

/** The error of an envelope. A `System.ArgumentException` means that a parameter is missing or wrong. */
export function businessError({ text, type }: Envelope, connectionId: string): P21BusinessError {
  const subject = SUBJECTS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
  const known = KNOWN_TEXTS.find(({ pattern }) => pattern.test(text));
  if (known !== undefined) return new P21BusinessError(known.code, known.message, subject, connectionId);
  if (/ArgumentException|FormatException/.test(type)) {
    return new P21BusinessError('invalid-request', `${ERP} did not accept the question.`, subject, connectionId);
  }
  const unknown = `${ERP} reported an error it gives no known reason for.`;
  return new P21BusinessError('bad-response', unknown, subject, connectionId);
}
