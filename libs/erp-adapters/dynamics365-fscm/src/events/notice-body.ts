import { parseLosslessJson } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import { isRecord, type VendorRow } from '../client/records';

/** Larger than any notice: Dataverse cuts at 256 KB, business events are smaller. */
const LONGEST_BODY = 2_000_000;

/** The JSON object of a notice, `undefined` for anything else. */
export function objectIn(body: string): VendorRow | undefined {
  if (body.length > LONGEST_BODY) return undefined;
  try {
    const parsed = parseLosslessJson(body);
    return isRecord(parsed) ? parsed : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

export function unreadable(connectionId: string): ErpError {
  return new ErpError(
    'bad-response',
    'The change notice is no business event, data event or webhook of Dynamics 365.',
    {
      connectionId,
    },
  );
}

/** A field as text, whatever its case; `undefined` for blank. */
export function textIn(fields: VendorRow, name: string): string | undefined {
  const folded = name.toLowerCase();
  const value = Object.entries(fields).find(([key]) => key.toLowerCase() === folded)?.[1];
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  return text === '' ? undefined : text;
}
