import { ErpError } from '@headwater/erp-contracts';

/** A number sequence as Dynamics 365 writes it: `#` stands for a digit, everything else for itself. */
const FORMAT = /^([^#]*)(#+)([^#]*)$/;

/**
 * The order number that digits typed by a person mean by the number sequence: `2` is `000002` by `######` and
 * `SO-000002` by `SO-######`. `undefined` where the sequence has nothing to add.
 */
export function filledNumber(typed: string, format: string | undefined): string | undefined {
  const [, before = '', places = '', after = ''] = FORMAT.exec(format ?? '') ?? [];
  if (!/^\d+$/.test(typed) || typed.length > places.length) return undefined;
  const filled = `${before}${typed.padStart(places.length, '0')}${after}`;
  return filled === typed ? undefined : filled;
}

/**
 * Reads an order by the number as it was given, and where Dynamics 365 has none of it, by what the number sequence
 * makes of it: zeros in front are part of a number here, and people leave them out.
 */
export async function byOrderNumber<T>(
  { number, format }: { readonly number: string; readonly format: string | undefined },
  read: (number: string) => Promise<T>,
): Promise<T> {
  const filled = filledNumber(number, format);
  if (filled === undefined) return read(number);
  try {
    return await read(number);
  } catch (error) {
    if (!(error instanceof ErpError) || error.code !== 'not-found') throw error;
    return read(filled);
  }
}
