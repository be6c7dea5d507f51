import { type ErpHttpReply, parseLosslessJson, sentenceOf, statusError } from '@headwater/erp-adapter-kit';
import { ErpError, type ErpErrorCode } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import { z } from 'zod';

export const ERP = 'Dynamics 365 Business Central';

const bodySchema = z.object({ error: z.object({ code: z.string() }) });

/** Families of error codes; messages are localised and never looked at. The first that fits decides. */
const MEANINGS: readonly (readonly [begins: string, code: ErpErrorCode])[] = [
  ['authentication_', 'unauthorized'],
  ['authorization_', 'forbidden'],
  ['internal_recordnotfound', 'not-found'],
  ['badrequest_resourcenotfound', 'not-found'],
  ['internal_companynotfound', 'invalid-request'],
  ['internal_tenantunavailable', 'unavailable'],
  ['request_entitychanged', 'conflict'],
];

/** The code of an error body, in lower case; `undefined` where the body is none. */
export function vendorCodeOf(text: string): string | undefined {
  try {
    const parsed = bodySchema.safeParse(parseLosslessJson(text.replace(/^\uFEFF/, '')));
    return parsed.success ? parsed.data.error.code.toLowerCase() : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function meaningOf(reply: ErpHttpReply): ErpErrorCode | undefined {
  const code = vendorCodeOf(reply.text);
  const known = code === undefined ? undefined : MEANINGS.find(([begins]) => code.startsWith(begins))?.[1];
  if (known !== undefined) return known;
  // Business Central refuses what OData it does not have with 400 or with 501, and too large a page with 413.
  if (reply.status === 501) return 'unsupported';
  return reply.status === 413 ? 'invalid-request' : undefined;
}

export interface FailureReading {
  readonly connectionId: string;
  readonly clock: Clock;
}

/** The error of an answer that is none: by Business Central's own code where it gives one, by status otherwise. */
export function failureOf(reply: ErpHttpReply, { connectionId, clock }: FailureReading): ErpError | undefined {
  const byStatus = statusError(reply, {
    erp: ERP,
    connectionId,
    nowEpochMs: clock.now(),
    // Things are found by filters, so 404 means that a company, a set or an extension is not there.
    notFound: 'unavailable',
  });
  if (byStatus === undefined || byStatus.code === 'rate-limited') return byStatus;
  const code = meaningOf(reply);
  return code === undefined ? byStatus : new ErpError(code, sentenceOf(code, ERP), { connectionId });
}
