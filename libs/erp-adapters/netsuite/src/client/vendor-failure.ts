import {
  type ErpHttpReply,
  parseLosslessJson,
  retryAfterMs,
  sentenceOf,
  statusError,
  type StatusReading,
} from '@headwater/erp-adapter-kit';
import { ErpError, type ErpErrorCode } from '@headwater/erp-contracts';
import { isRecord } from './is-record';

/** One complaint of NetSuite's: its code, and its own words, which are looked at and never passed on. */
interface Complaint {
  readonly code: string;
  readonly words: string;
}

export interface FailureReading extends StatusReading {
  /** What was sent, to tell whether a name NetSuite does not know is one of ours. */
  readonly sent: string;
}

interface Meaning {
  readonly code: ErpErrorCode;
  readonly message: string;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * The complaints in a body: `o:errorDetails` of the REST services, `error` of RESTlets. A RESTlet that caught its own
 * error answers it with 200.
 */
export function complaintsIn(body: unknown): readonly Complaint[] {
  if (!isRecord(body)) return [];
  const details = body['o:errorDetails'];
  if (Array.isArray(details)) {
    return details.filter(isRecord).map((detail) => ({
      code: text(detail['o:errorCode']),
      words: `${text(detail['detail'])} ${text(detail['o:errorHeader'])}`,
    }));
  }
  const { error } = body;
  if (isRecord(error)) return [{ code: text(error['code']), words: text(error['message']) }];
  return typeof error === 'string' && error !== '' ? [{ code: error, words: '' }] : [];
}

/** A name NetSuite does not know, where it is one that we sent and thus not the vendor's words. */
function ourName(words: string, sent: string): string | undefined {
  const name =
    /(?:Unknown identifier|Invalid search type:|Record type)\s*'?([A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*)/i.exec(
      words,
    )?.[1];
  const bare = name?.split('.').at(-1)?.toLowerCase();
  return bare !== undefined && new RegExp(`\\b${bare}\\b`, 'i').test(sent) ? bare : undefined;
}

const LIMITED = /(REQUEST|CONCURRENCY|RATE)_?LIMIT/;

/** By the code, because the status does not tell: a RESTlet over the limit is a 400. */
function meaningOf({ code, words }: Complaint, { erp, sent }: FailureReading): Meaning | undefined {
  const plain = (known: ErpErrorCode): Meaning => ({ code: known, message: sentenceOf(known, erp) });
  if (LIMITED.test(code)) return plain('rate-limited');
  if (code.startsWith('INVALID_LOGIN')) return plain('unauthorized');
  if (code.startsWith('INSUFFICIENT_PERMISSION')) return plain('forbidden');
  if (code === 'NONEXISTENT_ID') return plain('not-found');
  if (/TIME_LIMIT/.test(code)) return plain('timeout');
  if (code === 'INVALID_HEADER' && /Accept-Language/i.test(words)) {
    return {
      code: 'invalid-request',
      message: `${erp} answers in the company's language only; fill in that language in the settings of the connection.`,
    };
  }
  if (/Unknown identifier|Invalid search type|Record type .* does not exist/i.test(words)) {
    const name = ourName(words, sent);
    const what = name === undefined ? 'a table or column of this read' : `"${name}"`;
    return {
      code: 'unsupported',
      message: `${erp} does not know ${what} in this account: its role may not see it, or a feature is off; check the settings of the connection.`,
    };
  }
  if (code.startsWith('SSS_')) return { code: 'bad-response', message: `A script of ${erp} failed.` };
  return undefined;
}

function errorFor(complaints: readonly Complaint[], reading: FailureReading): ErpError | undefined {
  for (const complaint of complaints) {
    const meaning = meaningOf(complaint, reading);
    if (meaning !== undefined)
      return new ErpError(meaning.code, meaning.message, { connectionId: reading.connectionId });
  }
  return undefined;
}

/** Any other body of a refusal says nothing. */
function bodyOf(reply: ErpHttpReply): unknown {
  try {
    return parseLosslessJson(reply.text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The error of an answer outside 2xx; `undefined` within. */
export function vendorFailure(reply: ErpHttpReply, reading: FailureReading): ErpError | undefined {
  const byStatus = statusError(reply, reading);
  if (byStatus === undefined || byStatus.code === 'rate-limited') return byStatus;
  const byCode = errorFor(complaintsIn(bodyOf(reply)), reading);
  if (byCode?.code !== 'rate-limited') return byCode ?? byStatus;
  const hint = retryAfterMs(reply.headers['retry-after'], reading.nowEpochMs);
  return hint === undefined
    ? byCode
    : new ErpError(byCode.code, byCode.message, { connectionId: reading.connectionId, retryAfterMs: hint });
}

/** The error a body of 200 is nevertheless; `undefined` for one that is an answer. */
export function errorInBody(body: unknown, reading: FailureReading): ErpError | undefined {
  const complaints = complaintsIn(body);
  if (complaints.length === 0) return undefined;
  return (
    errorFor(complaints, reading) ??
    new ErpError('bad-response', `${reading.erp} reported an error it gives no known reason for.`, {
      connectionId: reading.connectionId,
    })
  );
}
