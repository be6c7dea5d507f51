import { type BoundedCount, DomainError, type ListPosition, type PositionedPage } from '@headwater/kernel';
import type { ListQuery } from '@headwater/relationship';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Counting stops here: "1,000+" is as good as any larger number, and never scans a table. */
export const COUNTED_ROWS = 1_000;

/** A column a list can be sorted by. */
export interface SortColumn<Row> {
  /** What rows are ordered by, for example `lower(account.name)`; an index leads with it. */
  readonly expression: string;
  /** How a value from a cursor becomes comparable with it; `:value` stands for the value. */
  readonly parameter: string;
  readonly nullable?: boolean;
  readonly kind: 'text' | 'instant';
  readonly valueOf: (row: Row) => string | null;
}

export interface KeysetList<Row extends ObjectLiteral, Sort extends string> {
  /** Filtered, not sorted, not limited; joins to one row each only. */
  readonly rows: SelectQueryBuilder<Row>;
  readonly columns: Readonly<Record<string, SortColumn<Row>>>;
  readonly query: ListQuery<Sort>;
  /** Where it is known already; counted otherwise. */
  readonly count?: BoundedCount;
}

/** Reads one page behind a position: as fast on page 1,000 as on page 1, and steady while rows come and go. */
export async function keysetPage<Row extends ObjectLiteral & { readonly id: string }, Sort extends string>(
  list: KeysetList<Row, Sort>,
): Promise<PositionedPage<Row>> {
  const { rows, query } = list;
  const column = columnOf(list);
  const page = rows.clone();
  if (query.after !== undefined) startBehind(page, column, query);
  const direction = isDescending(query.sort) ? 'DESC' : 'ASC';
  page.orderBy(column.expression, direction, column.nullable === true ? 'NULLS LAST' : undefined);
  page.addOrderBy(`${rows.alias}.id`, direction).limit(query.limit + 1);
  const [found, count] = await Promise.all([page.getMany(), list.count ?? boundedCount(rows)]);
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  const hasMore = found.length > query.limit && last !== undefined;
  return { items, next: hasMore ? { sort: query.sort, value: column.valueOf(last), id: last.id } : null, count };
}

export async function boundedCount<Row extends ObjectLiteral>(rows: SelectQueryBuilder<Row>): Promise<BoundedCount> {
  const some = rows
    .clone()
    .select('1', 'one')
    .orderBy()
    .limit(COUNTED_ROWS + 1);
  const counted = await rows.connection
    .createQueryBuilder()
    .select('count(*)::int', 'rows')
    .from(`(${some.getQuery()})`, 'some_rows')
    .setParameters(some.getParameters())
    .getRawOne<{ readonly rows: number }>();
  const found = counted?.rows ?? 0;
  return { value: Math.min(found, COUNTED_ROWS), exact: found <= COUNTED_ROWS };
}

function columnOf<Row extends ObjectLiteral, Sort extends string>(list: KeysetList<Row, Sort>): SortColumn<Row> {
  const column = list.columns[list.query.sort.replace(/^-/, '')];
  if (column === undefined) throw new DomainError('invalid-request', `This list has no sort ${list.query.sort}.`);
  return column;
}

function startBehind<Row extends ObjectLiteral>(
  page: SelectQueryBuilder<Row>,
  column: SortColumn<Row>,
  query: ListQuery<string>,
): void {
  const { value, id } = usable(query.after, column);
  const sign = isDescending(query.sort) ? '<' : '>';
  const ownId = `${page.alias}.id`;
  if (value === null) {
    page.andWhere(`${column.expression} IS NULL AND ${ownId} ${sign} :id`, { id });
    return;
  }
  const behind = `(${column.expression}, ${ownId}) ${sign} (${column.parameter}, :id)`;
  // Rows without a value come last in both directions.
  const orNull = column.nullable === true ? ` OR ${column.expression} IS NULL` : '';
  page.andWhere(`(${behind}${orNull})`, { value, id });
}

/** A cursor can be made up: what the database would choke on is refused here. */
function usable<Row>(after: ListPosition | undefined, column: SortColumn<Row>): ListPosition {
  const value = after?.value ?? null;
  const isUsable =
    value === null
      ? column.nullable === true
      : column.kind === 'text'
        ? !value.includes('\0')
        : !Number.isNaN(Date.parse(value));
  if (after === undefined || !isUsable) {
    throw new DomainError('invalid-request', 'The list cannot go on from there.', [
      { field: 'cursor', message: 'This cursor is not one that a list answered with.' },
    ]);
  }
  return column.kind === 'instant' && value !== null ? { ...after, value: new Date(value).toISOString() } : after;
}

function isDescending(sort: string): boolean {
  return sort.startsWith('-');
}
