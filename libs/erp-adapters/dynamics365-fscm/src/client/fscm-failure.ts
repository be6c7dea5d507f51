import { type ErpHttpReply, jsonOf, retryAfterMs, sentenceOf, statusError } from '@headwater/erp-adapter-kit';
import { ErpError, type ErpErrorCode } from '@headwater/erp-contracts';
import { ERP } from './erp-name';
import { type Refusal, refusalIn } from './refusal';

/** A query names a field, or a navigation, that this version of the entity has not. */
export class UnknownFieldError extends ErpError {
  constructor(
    /** One of the names that were asked for; never text of the ERP. */
    readonly field: string,
    connectionId: string,
  ) {
    super(
      'unsupported',
      `${ERP} does not know the field ${field} in this environment; give its name there in the field names setting.`,
      { connectionId },
    );
  }
}

/** The entity set asked for is not published in this environment. */
export class UnknownEntityError extends ErpError {
  constructor(connectionId: string) {
    super(
      'unsupported',
      `${ERP} does not publish an entity this read needs; name another in the entity sets setting.`,
      {
        connectionId,
      },
    );
  }
}

/** How an answer is to be judged. */
export interface Judgement {
  readonly connectionId: string;
  readonly nowEpochMs: number;
  /** What 404 means: the thing asked for is unknown, or the address is wrong. */
  readonly notFound: 'not-found' | 'unavailable';
  /** Fields and navigations the query names, to recognise the one that is not known. */
  readonly names: readonly string[];
}

interface KnownText {
  readonly pattern: RegExp;
  readonly code: ErpErrorCode;
}

/** Faults carry no code, so they are told apart by known words; the first match counts. */
const KNOWN_TEXTS: readonly KnownText[] = [
  // The documentation itself spells it "exeeded" in one place.
  { pattern: /exc?eeded (the )?limit|high resource utili[sz]ation|too many requests/i, code: 'rate-limited' },
  { pattern: /access (is )?denied|not authori[sz]ed|unauthori[sz]ed|permission|privilege/i, code: 'forbidden' },
  { pattern: /time-?out|timed out/i, code: 'timeout' },
  { pattern: /deadlock|maintenance|starting up|try again|temporarily/i, code: 'unavailable' },
  { pattern: /syntax error|not supported|could not find a property|incompatible/i, code: 'invalid-request' },
];

/** Exceptions of the query layer mean that the question was wrong, whatever the status. */
const WRONG_QUESTION = /ODataException|ArgumentException|FormatException|UriParser/;

function errorOf(code: ErpErrorCode, judgement: Judgement, hint?: number): ErpError {
  return new ErpError(code, sentenceOf(code, ERP), {
    connectionId: judgement.connectionId,
    ...(code === 'rate-limited' && hint !== undefined ? { retryAfterMs: hint } : {}),
  });
}

/** A name of the query that the text holds in quotes, and which is the one not known. */
function namedIn(text: string, names: readonly string[]): string | undefined {
  return names.find((name) => text.includes(`'${name}'`) || text.includes(`"${name}"`));
}

function refusalError(refusal: Refusal, reply: ErpHttpReply, judgement: Judgement): ErpError | undefined {
  const { connectionId, names, notFound, nowEpochMs } = judgement;
  const field = reply.status === 400 ? namedIn(refusal.text, names) : undefined;
  if (field !== undefined) return new UnknownFieldError(field, connectionId);
  if (reply.status === 404) {
    // A key that does not exist may be told in the same words, so this means the set only where a set was asked for.
    const isOfSet = notFound === 'unavailable' && /resource not found for the segment/i.test(refusal.text);
    return isOfSet ? new UnknownEntityError(connectionId) : undefined;
  }
  const known = KNOWN_TEXTS.find(({ pattern }) => pattern.test(refusal.text));
  if (known !== undefined)
    return errorOf(known.code, judgement, retryAfterMs(reply.headers['retry-after'], nowEpochMs));
  if (WRONG_QUESTION.test(refusal.types)) return errorOf('invalid-request', judgement);
  // A fault the ERP explains is an answer: it is up, and asking again would bring the same.
  return reply.status === 500 && isExplained(refusal) ? errorOf('bad-response', judgement) : undefined;
}

function isExplained({ text }: Refusal): boolean {
  return text.replace(/an error has occurred\.?/gi, '').trim() !== '';
}

/** Statuses that say everything themselves; the body of any other may say more. */
const PLAIN = new Set([401, 403, 429, 408, 502, 503, 504]);

/** The refusal in the body of a failed call; a body that is no JSON says nothing. */
function explanationOf(reply: ErpHttpReply, connectionId: string): Refusal | undefined {
  try {
    return refusalIn(jsonOf(reply, { erp: ERP, connectionId }));
  } catch (error) {
    if (error instanceof ErpError) return undefined;
    throw error;
  }
}

/** The JSON of an answer. Throws `ErpError` for every way in which Dynamics 365, or what stands before it, says no. */
export function judged(reply: ErpHttpReply, judgement: Judgement): unknown {
  const { connectionId, nowEpochMs, notFound } = judgement;
  const byStatus = statusError(reply, { erp: ERP, connectionId, nowEpochMs, notFound });
  if (byStatus === undefined) {
    const body = jsonOf(reply, { erp: ERP, connectionId });
    const refusal = refusalIn(body);
    if (refusal === undefined) return body;
    throw refusalError(refusal, reply, judgement) ?? errorOf('bad-response', judgement);
  }
  const refusal = PLAIN.has(reply.status) ? undefined : explanationOf(reply, connectionId);
  throw (refusal === undefined ? undefined : refusalError(refusal, reply, judgement)) ?? byStatus;
}
