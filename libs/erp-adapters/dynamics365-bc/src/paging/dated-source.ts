import { compares, type ODataFilter } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import { ERP } from '../client/vendor-failure';

/** Where a row stands in a list ordered by date, then by number. */
export interface DatedPosition {
  /** As the ERP sent it; `0001-01-01` for none. */
  readonly date: string;
  readonly number: string;
}

export interface DatedRow<T> extends DatedPosition {
  readonly value: T;
}

export type Direction = 'ascending' | 'descending';

export interface DatedAsk {
  readonly filters: readonly ODataFilter[];
  readonly orderBy: readonly string[];
  readonly top: number;
}

/** One set of the ERP that a list is made of. */
export interface DatedSource<T> {
  /** Stable, part of cursors. */
  readonly name: string;
  readonly dateField: string;
  /** Rows as the ERP orders them; one without a value only marks a place, and does not belong into the list. */
  readonly read: (ask: DatedAsk) => Promise<readonly DatedRow<T | undefined>[]>;
}

/** From where in a source a page goes on. */
export type Start =
  | { readonly at: 'beginning' }
  /** After this row of the same source. */
  | { readonly at: 'row'; readonly position: DatedPosition }
  /** A row of another source was given last: on its date, everything of this source is given, or nothing. */
  | { readonly at: 'date'; readonly date: string; readonly given: boolean };

/** One question to the ERP; an OR over date and number is refused by Business Central, so a start may need two. */
type Segment = readonly ODataFilter[];

function segmentsOf(start: Start, dateField: string, direction: Direction): readonly Segment[] {
  const beyond = direction === 'descending' ? 'lt' : 'gt';
  const fromThere = direction === 'descending' ? 'le' : 'ge';
  if (start.at === 'beginning') return [[]];
  if (start.at === 'date') {
    return [[compares(dateField, start.given ? beyond : fromThere, { date: start.date })]];
  }
  const { date, number } = start.position;
  return [
    [compares(dateField, 'eq', { date }), compares('number', beyond, { text: number })],
    [compares(dateField, beyond, { date })],
  ];
}

/** A list that goes on for more rounds than this never ends; a part of it must not pass for the whole. */
const MOST_ROUNDS = 200;

const LATER_ROWS = 50;

/** The next rows of a source, at most `count`; fewer means that there are no more. */
export async function takeRows<T>(
  source: DatedSource<T>,
  from: { readonly start: Start; readonly direction: Direction },
  count: number,
): Promise<readonly DatedRow<T>[]> {
  const sign = from.direction === 'descending' ? '-' : '';
  const orderBy = [`${sign}${source.dateField}`, `${sign}number`];
  const taken: DatedRow<T>[] = [];
  let segments = segmentsOf(from.start, source.dateField, from.direction);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const [filters, ...others] = segments;
    if (filters === undefined || taken.length >= count) return taken.slice(0, count);
    // Where rows of the first round did not belong into the list, few may: ask for more at once.
    const top = round === 0 ? count : Math.max(count, LATER_ROWS);
    const rows = await source.read({ filters, orderBy, top });
    taken.push(...rows.filter((row): row is DatedRow<T> => row.value !== undefined));
    const last = rows.at(-1);
    segments =
      rows.length < top || last === undefined
        ? others
        : segmentsOf({ at: 'row', position: last }, source.dateField, from.direction);
  }
  throw new ErpError('bad-response', `${ERP} does not come to the end of a list.`);
}
