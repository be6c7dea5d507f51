import { COMPANIES } from '../world/organisation';
import type { CompanyCode } from '../world/model/party';

/** Legal entities go by short lower-case ids; answers never write them large. */
export const COMPANY_IDS: Readonly<Record<CompanyCode, string>> = { '1': 'usmf', '2': 'usrt' };

export function companyOf(dataAreaId: string): CompanyCode | undefined {
  const wanted = dataAreaId.toLowerCase();
  return COMPANIES.find(({ code }) => COMPANY_IDS[code] === wanted)?.code;
}

export const ALL_COMPANIES: readonly CompanyCode[] = COMPANIES.map(({ code }) => code);

/** Digits of a number sequence: `000100234`. The zeros belong to the number. */
const ORDER_DIGITS = 9;

export function toOrderNumber(number: string): string {
  return number.padStart(ORDER_DIGITS, '0');
}

/** Undefined for what no order can be called, `100234` without its zeros among it. */
export function fromOrderNumber(text: string): string | undefined {
  const number = text.replace(/^0+/, '');
  return number !== '' && toOrderNumber(number) === text ? number : undefined;
}

/** Packing slips and invoices go by the world's number of a release, `100234-00`. */
export function orderOfDocument(number: string): string | undefined {
  return /^(\d+)-\d+$/.exec(number)?.[1];
}

/** Key of an order line: an inventory lot, not order and line number. */
export function toLotId(order: string, lineNo: number): string {
  return `LOT-${order}-${String(lineNo).padStart(3, '0')}`;
}

export function orderOfLot(lotId: string): string | undefined {
  return /^LOT-(\d+)-\d{3,}$/i.exec(lotId)?.[1];
}

/** A site groups warehouses. */
const SITES: Readonly<Record<string, string>> = { MAIN: '1', CHI: '1', ATL: '2', DAL: '2', DEN: '3', '300': '3' };

export function siteOf(warehouse: string): string {
  const site = SITES[warehouse];
  if (site === undefined) throw new RangeError(`warehouse ${warehouse} belongs to no site`);
  return site;
}
