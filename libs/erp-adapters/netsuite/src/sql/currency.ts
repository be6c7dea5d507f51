import { ErpError } from '@headwater/erp-contracts';
import type { NetsuiteSettings } from '../settings/netsuite.settings';
import { column, NOTHING, type Sql, sql } from './sql';

/** Which record's currency: a transaction's or a customer's. */
type Owner = 't' | 'c';

/** Names a currency; nothing where the account has one only, and the column with it does not exist. */
export function currencyColumn({ multiCurrency, currencySource }: NetsuiteSettings, owner: Owner): Sql {
  if (!multiCurrency) return NOTHING;
  return currencySource === 'symbol'
    ? sql`cur.symbol AS currency`
    : sql`BUILTIN.DF(${column(`${owner}.currency`)}) AS currency`;
}

export function currencyJoin({ multiCurrency, currencySource }: NetsuiteSettings, owner: Owner): Sql {
  if (!multiCurrency || currencySource === 'display') return NOTHING;
  return sql`LEFT JOIN currency cur ON cur.id = ${column(`${owner}.currency`)}`;
}

const ISO_CODES = new Set(Intl.supportedValuesOf('currency'));

/**
 * ISO code of a currency as NetSuite names it. Names are free text and may look like a code (`USA` for US dollars), so
 * what is neither ISO nor mapped is an error: an amount in a guessed currency is a wrong amount.
 */
export function currencyCode(name: string | undefined, settings: NetsuiteSettings): string {
  if (!settings.multiCurrency) return settings.baseCurrency;
  const code = name === undefined ? undefined : (settings.currencyCodes.get(name) ?? name).toUpperCase();
  if (code !== undefined && ISO_CODES.has(code)) return code;
  throw new ErpError(
    'bad-response',
    'NetSuite names a currency that is no ISO code; map it in the currency names of the connection.',
  );
}
