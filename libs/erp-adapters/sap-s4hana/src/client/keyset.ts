import {
  compares,
  decodeCursor,
  encodeCursor,
  type ODataFilter,
  parseVendor,
  requiredVendorText,
  schemaPerSetting,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import { isCalendarDate, type Page } from '@headwater/kernel';
import { z } from 'zod';
import { answered, type SapContext } from '../sap-s4hana.context';
import type { Row, SapQuestion } from './reads';
import { requiredSapDate } from './sap-date';

/**
 * A list in pages that each begin behind the last row of the page before. Counting rows with `$skip` gets slow in
 * SAP, and repeats or hides rows where others come in between.
 */
export interface KeysetList {
  readonly question: Omit<SapQuestion, 'orderBy'>;
  /** `+` and `-` for the direction of both. */
  readonly direction: '+' | '-';
  /** Sorted by first, where there is one. */
  readonly dateField?: string;
  /** The key, which tells rows of one day apart. */
  readonly keyField: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const positionSchema = z.strictObject({
  by: z.string(),
  date: z.string().refine(isCalendarDate).optional(),
  key: z.string().min(1),
});

const keySchema = schemaPerSetting((field: string) => vendorRow({ [field]: requiredVendorText }));
const dateSchema = schemaPerSetting((field: string) => vendorRow({ [field]: requiredSapDate }));

type Position = z.output<typeof positionSchema>;

function orderOf({ direction, dateField, keyField }: KeysetList): string {
  return [direction, dateField ?? '', keyField].join(' ');
}

function positionOf(list: KeysetList): Position | undefined {
  if (list.cursor === undefined) return undefined;
  const position = decodeCursor(list.cursor, positionSchema);
  const fits = position.by === orderOf(list) && (position.date === undefined) === (list.dateField === undefined);
  if (fits) return position;
  throw new ErpError('invalid-request', 'The cursor belongs to another order of the list; start again without it.');
}

function behind({ dateField, keyField, direction }: KeysetList, { date, key }: Position): ODataFilter {
  const is = direction === '-' ? 'lt' : 'gt';
  const laterKey = compares(keyField, is, { text: key });
  if (dateField === undefined || date === undefined) return laterKey;
  return {
    any: [compares(dateField, is, { date }), { all: [compares(dateField, 'eq', { date }), laterKey] }],
  };
}

/** The raw rows of one page. Throws `ErpError`. */
export async function keysetPage(context: SapContext, list: KeysetList, call: ErpCall): Promise<Page<Row>> {
  const { question, direction, dateField, keyField, limit } = list;
  const position = positionOf(list);
  const conditions = [
    ...(question.filter === undefined ? [] : [question.filter]),
    ...(position === undefined ? [] : [behind(list, position)]),
  ];
  const descending = direction === '-' ? '-' : '';
  const asked: SapQuestion = {
    ...question,
    orderBy: [...(dateField === undefined ? [] : [`${descending}${dateField}`]), `${descending}${keyField}`],
    ...(conditions.length === 0 ? {} : { filter: { all: conditions } }),
  };
  const rows = await context.reads.first(asked, limit + 1, call);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor(positionAt(context, last, list)) : null };
}

function positionAt(context: SapContext, row: Row, list: KeysetList): Position {
  const { dateField, keyField, question } = list;
  const expected = answered(context, question.what);
  const { [keyField]: key } = parseVendor(keySchema(keyField), row, expected);
  const date = dateField === undefined ? {} : { date: parseVendor(dateSchema(dateField), row, expected)[dateField] };
  return { by: orderOf(list), ...date, key: key ?? '' };
}
