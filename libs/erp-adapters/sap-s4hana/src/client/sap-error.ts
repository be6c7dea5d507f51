import { type ErpHttpReply, parseLosslessJson, statusError } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import { z } from 'zod';
import { type ApiName, sapApi } from './apis';

export const ERP = 'SAP S/4HANA';

export interface FailedRead {
  readonly api: ApiName;
  readonly connectionId: string;
  readonly nowEpochMs: number;
  /** What a 404 in SAP's own words means here: the thing asked for, or the address. */
  readonly missing: 'not-found' | 'unavailable';
}

/** What SAP says of an error; used to tell errors apart and never passed on. */
interface ErrorFacts {
  readonly code: string | undefined;
  readonly message: string | undefined;
}

const errorSchema = z.object({
  error: z.object({
    code: z.string().optional(),
    message: z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)]).optional(),
  }),
});

/** Longer bodies are no error messages. */
const LONGEST_BODY = 200_000;

/** JSON where it was asked for; Atom XML where a gateway answers before it looks at `Accept`; HTML says nothing. */
function factsOf(text: string): ErrorFacts {
  const body = text.slice(0, LONGEST_BODY).trimStart();
  if (!body.startsWith('{')) {
    return { code: /<code>([^<]*)<\/code>/i.exec(body)?.[1], message: /<message[^>]*>([^<]*)</i.exec(body)?.[1] };
  }
  const parsed = errorSchema.safeParse(jsonOrUndefined(body));
  return { code: parsed.data?.error.code, message: parsed.data?.error.message };
}

function jsonOrUndefined(text: string): unknown {
  try {
    return parseLosslessJson(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * An API nobody has activated, or that is not open for this user, answers 403 or 404 with the gateway's own codes.
 * Only code and message tell: the long text of any error names a transaction of the same namespace.
 */
function isClosedApi(status: number, { code, message }: ErrorFacts, text: string): boolean {
  if (status !== 403 && status !== 404) return false;
  if (code !== undefined && (code.startsWith('/IWFND/') || code === '/IWBEP/CM_MGW_RT/026')) return true;
  return /no service found/i.test(message ?? text.slice(0, LONGEST_BODY));
}

/** The error of an answer outside 2xx, `undefined` within. */
export function sapError(reply: ErpHttpReply, read: FailedRead): ErpError | undefined {
  if (reply.status >= 200 && reply.status < 300) return undefined;
  const facts = factsOf(reply.text);
  if (isClosedApi(reply.status, facts, reply.text)) {
    return new ErpError('unsupported', `${ERP} does not offer ${sapApi(read.api).name} to this connection.`, {
      connectionId: read.connectionId,
    });
  }
  // A 404 that is no error of the API comes from something before it.
  const notFound = facts.code === undefined ? 'unavailable' : read.missing;
  return statusError(reply, { erp: ERP, connectionId: read.connectionId, nowEpochMs: read.nowEpochMs, notFound });
}

/** A page to sign in on, which hosts for business users send in place of an answer. */
export function isLogonPage(text: string): boolean {
  const start = text.trimStart();
  return start.startsWith('<') && /SAMLRequest|sap-login|type=["']password["']/i.test(start.slice(0, LONGEST_BODY));
}
