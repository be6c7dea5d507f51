import type { CalendarDate, Decimal } from '@headwater/kernel';
import { table, type Fields } from './envelope';

/** Name/value bags carry text only: padded, with commas and currency signs, as a screen would show it. */
export interface BagEntry {
  readonly name: string;
  readonly value: string;
  /** Line the entry belongs to; 0 for the header. */
  readonly line?: number;
}

export function text(name: string, value: string): BagEntry {
  return { name, value: value === '' ? '' : value.padEnd(value.length < 30 ? 30 : value.length) };
}

export function amount(name: string, value: Decimal): BagEntry {
  return { name, value: grouped(value).padStart(16) };
}

/** Some amounts come with a dollar sign, whatever the currency of the order. */
export function dollars(name: string, value: Decimal): BagEntry {
  return { name, value: value.startsWith('-') ? `-$${grouped(value.slice(1))}` : `$${grouped(value)}` };
}

export function date(name: string, value: CalendarDate | null): BagEntry {
  return { name, value: value ?? '' };
}

export function suffix(value: number): string {
  return String(value).padStart(2, '0');
}

/** Header bags spell `fieldName`, others `fieldname`. */
export function headerBag(name: string, entries: readonly BagEntry[]): Fields {
  return table(
    name,
    entries.map(({ name: fieldName, value: fieldValue, line = 0 }) => ({ fieldName, fieldValue, seqNo: line })),
  );
}

export interface OutField {
  readonly level: string;
  readonly lineno: number;
  readonly seqno: number;
  readonly fieldname: string;
  readonly fieldvalue: string;
}

export function outBag(fields: readonly OutField[]): Fields {
  return table('outfieldvalue', fields);
}

/** Thousands with commas: `1,249.50`. */
export function grouped(value: Decimal): string {
  const [whole = '', fraction] = value.split('.');
  const commas = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? commas : `${commas}.${fraction}`;
}
