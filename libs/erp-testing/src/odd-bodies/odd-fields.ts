import type { ErpErrorCode, SettingValues } from '@headwater/erp-contracts';
import type { Ask } from '../contract/bench';
import type { ReplayExchange } from '../replay/replay-server';
import { type OddBody, type OddOutcome, ViewWith } from './odd-body';

const { rawJSON } = JSON as unknown as { readonly rawJSON: (source: string) => unknown };

/** A number that goes out digit for digit. */
export function digits(source: string): unknown {
  return rawJSON(source);
}

/** One field of a vendor's answer, and where its value ends up. */
export interface OddField {
  /** The vendor's own name of it. */
  readonly field: string;
  readonly ask: Ask;
  /** The ERP with this value in the field; `undefined` leaves the field out. */
  readonly answers: (value: unknown) => readonly ReplayExchange[];
  /** Names and indexes from `data` on. */
  readonly at: string;
  /** What a blank field ends in: an error, or this value in its place (`undefined`: nothing there). */
  readonly blank: { readonly code: ErpErrorCode } | { readonly value: unknown };
  readonly settings?: SettingValues;
  /** What the mapping makes of a value that was read; the same unless told. */
  readonly seen?: (value: unknown) => unknown;
  /** Values that end otherwise here than they usually do, by how they are written in JSON. */
  readonly otherwise?: Readonly<Record<string, OddOutcome>>;
}

type Read = readonly [written: unknown, read: unknown];

interface Family {
  readonly blank: readonly unknown[];
  readonly read: readonly Read[];
  readonly refused: readonly unknown[];
}

function written(value: unknown): string {
  const text = value === undefined ? 'left out' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function bodiesOf(field: OddField, family: Family): readonly OddBody[] {
  const seen = field.seen ?? ((value: unknown) => value);
  const blank = 'code' in field.blank ? field.blank.code : new ViewWith(field.at, field.blank.value);
  const body = (value: unknown, usual: OddOutcome): OddBody => ({
    name: `${field.field} ${written(value)}`,
    ask: field.ask,
    answers: field.answers(value),
    outcome: field.otherwise?.[written(value)] ?? usual,
    ...(field.settings === undefined ? {} : { settings: field.settings }),
  });
  return [
    ...family.blank.map((value) => body(value, blank)),
    ...family.read.map(([value, read]) => body(value, new ViewWith(field.at, seen(read)))),
    ...family.refused.map((value) => body(value, 'bad-response')),
  ];
}

const BLANK: readonly unknown[] = [null, undefined, '', '   '];
const NO_VALUE: readonly unknown[] = [{}, { value: 1 }, [], ['1'], true];

const AMOUNTS: Family = {
  blank: BLANK,
  read: [
    [' 12.50 ', '12.50'],
    ['1,234.50', '1234.50'],
    ['$1,234.50', '1234.50'],
    ['10.00-', '-10.00'],
    ['(10.00)', '-10.00'],
    ['.5', '0.5'],
    ['0012.50', '12.50'],
    ['12345678901234567890.10', '12345678901234567890.10'],
    [digits('12345678901234567890.10'), '12345678901234567890.10'],
    [digits('0.1000'), '0.1000'],
    [digits('1e3'), '1000'],
    [digits('12.345678901'), '12.345678901'],
  ],
  refused: ['1.234,50', '1,23,4.50', '12,5', 'NaN', 'Infinity', 'ten', '1e3', '--5', digits('1e999'), ...NO_VALUE],
};

/** Amounts, prices and quantities, as people, Progress, ABAP and JavaScript write them. */
export function oddAmounts(field: OddField): readonly OddBody[] {
  return bodiesOf(field, AMOUNTS);
}

const TEXTS: Family = {
  blank: BLANK,
  read: [
    ['  Padded  ', 'Padded'],
    ['Ärger & Söhne 日本 🚚', 'Ärger & Söhne 日本 🚚'],
    [`O'Brien "the" \\ <b>&amp;`, `O'Brien "the" \\ <b>&amp;`],
    ['two\nlines', 'two\nlines'],
    ['x'.repeat(5_000), 'x'.repeat(5_000)],
    [4711, '4711'],
    [digits('12345678901234567890'), '12345678901234567890'],
    ['{"a":1}', '{"a":1}'],
    ['null', 'null'],
  ],
  refused: [{}, { value: 1 }, [], ['x']],
};

/** Names and words, which may hold anything. */
export function oddTexts(field: OddField): readonly OddBody[] {
  return bodiesOf(field, TEXTS);
}

export interface DateSpellings {
  /** How this vendor writes "no date". */
  readonly blank: readonly unknown[];
  /** How it writes a day, and which day that is. */
  readonly read: readonly Read[];
  /** What is a day elsewhere, and must not be guessed here. */
  readonly refused?: readonly unknown[];
}

const NO_DAYS: readonly unknown[] = [
  '2026-02-30',
  '2026-13-01',
  '31.12.2026',
  'next week',
  '20-11-2026T',
  digits('1e21'),
  {},
  [],
  ['2026-11-02'],
  true,
];

/** Days, as this vendor and others write them. */
export function oddDates(field: OddField, spellings: DateSpellings): readonly OddBody[] {
  return bodiesOf(field, {
    blank: [...BLANK, ...spellings.blank],
    read: spellings.read,
    refused: [...NO_DAYS, ...(spellings.refused ?? [])],
  });
}

export interface FlagSpellings {
  readonly yes: readonly unknown[];
  readonly no: readonly unknown[];
}

/** What means yes and no to this vendor; anything else must not be taken for either. */
export function oddFlags(field: OddField, { yes, no }: FlagSpellings): readonly OddBody[] {
  return bodiesOf(field, {
    blank: BLANK,
    read: [...yes.map((value): Read => [value, true]), ...no.map((value): Read => [value, false])],
    refused: ['maybe', 2, '-1', {}, [], ['Y']],
  });
}
