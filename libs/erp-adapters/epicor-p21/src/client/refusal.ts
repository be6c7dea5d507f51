import { type ErpHttpReply, sentenceOf, statusError } from '@headwater/erp-adapter-kit';
import { ErpError, type ErpErrorCode } from '@headwater/erp-contracts';
import { businessError, envelopeIn, refusedBody } from './envelope';
import { ERP } from './erp-name';
import { isRecord } from './is-record';

export interface RefusalSetting {
  readonly connectionId: string;
  readonly nowEpochMs: number;
}

/** Said with a valid token where the user or the consumer key lacks the table, whatever the status. */
const NOT_ALLOWED = /not authori[sz]ed to access|insufficient_scope/i;

interface Meaning {
  readonly code: ErpErrorCode;
  readonly message: string;
}

const DENIED: Meaning = { code: 'forbidden', message: sentenceOf('forbidden', ERP) };
const NO_ENDPOINT: Meaning = {
  code: 'unavailable',
  message: `${ERP} has nothing at the path this connection reads from.`,
};
const NO_COLUMN: Meaning = {
  code: 'bad-response',
  message: `${ERP} refused a column that its own metadata lists; refresh its OData API service.`,
};
const WRONG_TYPE: Meaning = {
  code: 'bad-response',
  message: `${ERP} refused a value as being of another type than its own metadata says.`,
};
const UNEXPLAINED: Meaning = {
  code: 'bad-response',
  message: `${ERP} refused a read without saying why: its user may lack the table or view, or the site may not have it.`,
};

/**
 * OData answers 404 to everything it cannot do: an unknown column, a literal of the wrong type, a missing table and a
 * missing permission look alike, and the body may be empty. "No rows" is never a 404.
 */
function meaningOf404(text: string): Meaning {
  if (/could not find a property named/i.test(text)) return NO_COLUMN;
  if (/incompatible types/i.test(text)) return WRONG_TYPE;
  return /endpoint not found|^\s*</i.test(text) ? NO_ENDPOINT : UNEXPLAINED;
}

/** The error of an answer outside 2xx, `undefined` within; only codes of ours, never the vendor's words. */
export function refusalOf(reply: ErpHttpReply, setting: RefusalSetting): ErpError | undefined {
  const status = statusError(reply, { ...setting, erp: ERP, notFound: 'unavailable' });
  if (status === undefined) return undefined;
  const { connectionId } = setting;
  if (NOT_ALLOWED.test(reply.text)) return new ErpError(DENIED.code, DENIED.message, { connectionId });
  if ([401, 403, 408, 429].includes(reply.status) || status.code === 'rate-limited') return status;
  const envelope = envelopeIn(refusedBody(reply));
  if (envelope !== undefined) return businessError(envelope, connectionId);
  if (reply.status !== 404) return status;
  const { code, message } = meaningOf404(reply.text);
  return new ErpError(code, message, { connectionId });
}

/** An error inside a 200: the REST envelope, or OData's own `{"error":…}`. */
export function refusalInside(body: unknown, connectionId: string): ErpError | undefined {
  const envelope = envelopeIn(body);
  if (envelope !== undefined) return businessError(envelope, connectionId);
  if (!isRecord(body) || body['error'] === undefined || body['error'] === null) return undefined;
  return new ErpError('bad-response', sentenceOf('bad-response', ERP), { connectionId });
}
