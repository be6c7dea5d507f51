import { isCalendarDate } from '@headwater/kernel';
import { SuiteqlError, unsupported } from './suiteql-error';
import { SqlDate } from './values';

/** The parts of a date a mask can name, with what a text may hold in their place. */
const PARTS = {
  YYYY: /^\d{4}/,
  MM: /^\d{1,2}/,
  DD: /^\d{1,2}/,
  HH24: /^\d{1,2}/,
  MI: /^\d{1,2}/,
  SS: /^\d{1,2}/,
} as const;

type Part = keyof typeof PARTS;

/** A part of a date, or text that stands for itself. */
type Piece = { readonly part: Part; readonly padded: 'padded' | 'bare' } | { readonly literal: string };

const PIECE = /YYYY|HH24|MM|DD|MI|SS|FM|"[^"]*"|[^A-Za-z0-9"]/giy;

/** Oracle's date masks, as far as queries use them. `FM` takes leading zeros away. */
function piecesOf(mask: string): readonly Piece[] {
  const words = mask.match(PIECE) ?? [];
  if (words.join('') !== mask) throw unsupported(`date format ${mask}`);
  let padded: 'padded' | 'bare' = 'padded';
  return words.flatMap((word): readonly Piece[] => {
    const upper = word.toUpperCase();
    if (upper === 'FM') {
      padded = padded === 'padded' ? 'bare' : 'padded';
      return [];
    }
    if (upper in PARTS) return [{ part: upper as Part, padded }];
    return [{ literal: word.startsWith('"') ? word.slice(1, -1) : word }];
  });
}

export function formatDate({ iso }: SqlDate, mask: string): string {
  const parts: Readonly<Record<Part, string>> = {
    YYYY: iso.slice(0, 4),
    MM: iso.slice(5, 7),
    DD: iso.slice(8, 10),
    HH24: iso.slice(11, 13),
    MI: iso.slice(14, 16),
    SS: iso.slice(17, 19),
  };
  return piecesOf(mask)
    .map((piece) => {
      if ('literal' in piece) return piece.literal;
      return piece.padded === 'padded' ? parts[piece.part] : String(Number(parts[piece.part]));
    })
    .join('');
}

/** Throws for a text that does not follow the mask, or names no day. */
export function parseDate(text: string, mask: string): SqlDate {
  const found: Partial<Record<Part, string>> = {};
  let rest = text.trim();
  for (const piece of piecesOf(mask)) {
    // A text may end where the time of day would begin.
    if (rest === '') break;
    const taken = 'literal' in piece ? leading(rest, piece.literal) : PARTS[piece.part].exec(rest)?.[0];
    if (taken === undefined) throw notADate(text);
    if ('part' in piece) found[piece.part] = taken;
    rest = rest.slice(taken.length);
  }
  if (rest !== '') throw notADate(text);
  return dateOf(found, text);
}

function leading(text: string, literal: string): string | undefined {
  return text.startsWith(literal) ? literal : undefined;
}

function dateOf(
  { YYYY = '', MM = '', DD = '', HH24 = '0', MI = '0', SS = '0' }: Partial<Record<Part, string>>,
  text: string,
): SqlDate {
  const two = (part: string): string => part.padStart(2, '0');
  const day = `${YYYY}-${two(MM)}-${two(DD)}`;
  const inRange = Number(HH24) < 24 && Number(MI) < 60 && Number(SS) < 60;
  if (!isCalendarDate(day) || !inRange) throw notADate(text);
  return new SqlDate(`${day}T${two(HH24)}:${two(MI)}:${two(SS)}`);
}

function notADate(text: string): SuiteqlError {
  return new SuiteqlError(`Invalid date value: ${text}`);
}

/** The account's date preference as a mask. */
export function maskOf(dateFormat: 'M/D/YYYY' | 'D/M/YYYY' | 'YYYY-MM-DD'): string {
  return { 'M/D/YYYY': 'FMMM/DD/YYYY', 'D/M/YYYY': 'FMDD/MM/YYYY', 'YYYY-MM-DD': 'YYYY-MM-DD' }[dateFormat];
}
