import { sentenceOf, type Speaker, vendorWhole } from '@headwater/erp-adapter-kit';
import { ErpError, type ErpErrorCode } from '@headwater/erp-contracts';
import { z } from 'zod';

/** Harbor says no to a question it understood with 200 and this body. */
const refusalSchema = z.object({ error: z.object({ code: z.string(), retryIn: vendorWhole }) });

const CODES: { readonly [code: string]: ErpErrorCode } = {
  BUSY: 'rate-limited',
  KEY_SCOPE: 'forbidden',
  CLOSED_FOR_BACKUP: 'unavailable',
};

/** The error in an answer, or `undefined` in one that holds none. Harbor's own message is for its users, and stays there. */
export function refusalIn(body: unknown, { erp, connectionId }: Speaker): ErpError | undefined {
  const parsed = refusalSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { code: vendorCode, retryIn } = parsed.data.error;
  const code = CODES[vendorCode] ?? 'bad-response';
  const hint = code === 'rate-limited' && retryIn !== undefined ? { retryAfterMs: retryIn * 1000 } : {};
  return new ErpError(code, sentenceOf(code, erp), { connectionId, ...hint });
}
