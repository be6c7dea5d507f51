import { ErpError } from '@headwater/erp-contracts';
import { matchesName } from '../metadata/name-pattern';

/** The setting that says that this site blocks nobody. */
const NO_BLOCKS = '-';

type Fields = Readonly<Record<string, unknown>>;

export interface BlockedRows {
  readonly customer: Fields | undefined;
  /** Absent where the customer is not kept in the sales area. */
  readonly area: Fields | undefined;
}

/** A block is a code where there is one, or a flag. */
function isSet(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' && value.trim() !== '' && !/^(false|0)$/i.test(value.trim());
}

/**
 * Whether sales to a customer are blocked, in all areas or in this one. Where the system has none of the fields, that
 * is not known, and "not blocked" would be a promise nobody made.
 */
export function isBlocked({ customer, area }: BlockedRows, patterns: readonly string[]): boolean {
  if (patterns.includes(NO_BLOCKS)) return false;
  const blocks = [customer, area]
    .flatMap((row) => Object.entries(row ?? {}))
    .filter(([name]) => matchesName(patterns, name));
  if (blocks.length > 0 || area === undefined) return blocks.some(([, value]) => isSet(value));
  throw new ErpError(
    'unsupported',
    'SAP S/4HANA has none of the customer block fields of the settings; name those this system has, or - for none.',
  );
}
