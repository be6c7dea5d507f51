import type { ErpOperation, ListContract } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { type Ask, askAny, type Bench, ensureFailsWith } from '../bench';
import { type Check, ensure } from '../check';

type ListOperation = Extract<ErpOperation, `${string}.list` | `${string}.search`>;

type ListQuestion = Extract<Ask, { readonly operation: ListOperation }>;

interface KeyedItem {
  readonly ref: { readonly externalId: string };
  readonly [field: string]: unknown;
}

/** Question parameters that filter, by operation, with a value to try. */
const FILTERS: { readonly [O in ErpOperation]?: Readonly<Record<string, unknown>> } = {
  'orders.list': { customer: '1', customerPo: 'X', open: true },
  'shipments.list': { order: '1', customer: '1' },
  'invoices.list': { open: true },
};

const SORTED_BY_CALLER: ReadonlySet<ErpOperation> = new Set(['orders.list', 'invoices.list']);

/** What a list declares, it does; what it does not declare, it refuses. */
export function listChecks(question: ListQuestion, list: ListContract): readonly Check[] {
  const { operation } = question;
  return [
    { name: `${operation} never answers more than asked for`, run: (bench) => bounded(bench, question, list) },
    { name: `${operation} refuses a cursor it did not give`, run: (bench) => foreignCursor(bench, question, list) },
    list.paged
      ? { name: `${operation} pages to the end`, run: (bench: Bench) => walks(bench, question, list) }
      : { name: `${operation} gives no cursor`, run: (bench: Bench) => unpaged(bench, question) },
    ...(SORTED_BY_CALLER.has(operation) ? sortChecks(question, list) : []),
    ...undeclaredFilters(question, list).map((filter) => ({
      name: `${operation} refuses the undeclared filter ${filter}`,
      run: (bench: Bench) => refusesFilter(bench, question, { filter, list }),
    })),
  ];
}

function sortChecks(question: ListQuestion, list: ListContract): readonly Check[] {
  const { operation } = question;
  return [
    { name: `${operation} refuses an undeclared sort`, run: (bench) => refusesSort(bench, question, list) },
    ...list.sortable
      .flatMap((field) => [field, `-${field}`])
      .map((sort) => ({ name: `${operation} sorts by ${sort}`, run: (bench: Bench) => sorts(bench, question, sort) })),
  ];
}

/** The same question with other parameters. */
function varied(question: ListQuestion, changes: Readonly<Record<string, unknown>>): ListQuestion {
  return { operation: question.operation, query: { ...question.query, ...changes } } as ListQuestion;
}

async function pageOf(bench: Bench, question: ListQuestion): Promise<Page<KeyedItem>> {
  return (await askAny(bench.connection, question)).data as Page<KeyedItem>;
}

async function everything(bench: Bench, question: ListQuestion, limit: number): Promise<readonly KeyedItem[]> {
  const items: KeyedItem[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < 200; pages += 1) {
    const page: Page<KeyedItem> = await pageOf(
      bench,
      varied(question, { limit, ...(cursor === null ? {} : { cursor }) }),
    );
    ensure(page.items.length <= limit, 'a page holds more than asked for');
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    cursor = page.nextCursor;
  }
  throw new Error('the pages never end');
}

function keysOf(items: readonly KeyedItem[]): readonly string[] {
  return items.map((item) => item.ref.externalId);
}

async function bounded(bench: Bench, question: ListQuestion, list: ListContract): Promise<void> {
  const one = await pageOf(bench, varied(question, { limit: 1 }));
  ensure(one.items.length === 1, 'a limit of 1 does not answer one item');
  const many = await pageOf(bench, varied(question, { limit: list.maxPageSize }));
  ensure(
    many.items.length >= 3 && many.items.length <= list.maxPageSize,
    'the scenario must answer three items or more',
  );
}

async function walks(bench: Bench, question: ListQuestion, list: ListContract): Promise<void> {
  const whole = keysOf(await everything(bench, question, list.maxPageSize));
  for (const limit of [1, 2]) {
    const walked = keysOf(await everything(bench, question, limit));
    ensure(new Set(walked).size === walked.length, 'an item comes twice');
    ensure(walked.join() === whole.join(), `pages of ${String(limit)} are not the whole list in its order`);
  }
}

async function unpaged(bench: Bench, question: ListQuestion): Promise<void> {
  const page = await pageOf(bench, varied(question, { limit: 1 }));
  ensure(page.nextCursor === null, 'the list gives a cursor although its contract says it has no pages');
}

async function foreignCursor(bench: Bench, question: ListQuestion, list: ListContract): Promise<void> {
  const codes = list.paged ? (['invalid-request'] as const) : (['invalid-request', 'unsupported'] as const);
  for (const cursor of ['2', 'bm90IGpzb24', Buffer.from('{"offset":-1}').toString('base64url')]) {
    await ensureFailsWith(bench, varied(question, { cursor }), { codes });
  }
}

function ensureNames(message: string, supported: readonly string[]): void {
  const named = supported.length === 0 || supported.every((name) => message.includes(name));
  ensure(named, `the refusal does not say what is supported: ${supported.join(', ')}`);
}

async function refusesSort(bench: Bench, question: ListQuestion, list: ListContract): Promise<void> {
  const error = await ensureFailsWith(bench, varied(question, { sort: '-noSuchField' }), { codes: ['unsupported'] });
  ensureNames(error.message, list.sortable);
}

interface FilterOfList {
  readonly filter: string;
  readonly list: ListContract;
}

async function refusesFilter(bench: Bench, question: ListQuestion, { filter, list }: FilterOfList): Promise<void> {
  const value = FILTERS[question.operation]?.[filter];
  const error = await ensureFailsWith(bench, varied(question, { [filter]: value }), { codes: ['unsupported'] });
  ensureNames(error.message, list.filterable);
}

function undeclaredFilters({ operation }: ListQuestion, list: ListContract): readonly string[] {
  return Object.keys(FILTERS[operation] ?? {}).filter((filter) => !list.filterable.includes(filter));
}

async function sorts(bench: Bench, question: ListQuestion, sort: string): Promise<void> {
  const field = sort.replace(/^-/, '');
  const items = await everything(bench, varied(question, { sort }), 2);
  const values = items.map((item) => JSON.stringify(item[field] ?? ''));
  const ordered = [...values].sort((left, right) => left.localeCompare(right, 'en', { numeric: true }));
  if (sort.startsWith('-')) ordered.reverse();
  ensure(new Set(values).size > 1, `the scenario cannot tell orders by ${field} apart`);
  ensure(values.join() === ordered.join(), `the whole list is not sorted by ${sort}`);
}
