import { EXCHANGE_RATES } from '../../world/organisation';
import { id, text } from './column';
import { tableOf } from './table';

const CODES = Object.keys(EXCHANGE_RATES);

/** 1 is the currency of the company itself. */
export function currencyId(code: string): string {
  return String(CODES.indexOf(code) + 1);
}

/** Not confirmed by public documentation. */
export const currencyHdr = tableOf<string>({
  surface: 'table',
  name: 'currency_hdr',
  key: ['currency_id'],
  columns: [id('currency_id', currencyId), text('currency_desc', 40, (code) => code)],
  entities: () => CODES,
});
