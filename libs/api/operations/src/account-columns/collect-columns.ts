import type { AccountColumn, AccountColumnMessage, AccountColumnPage, AccountCells } from '@headwater/erp-contracts';
import type { ErpRef } from '@headwater/kernel';
import { fromEvent, lastValueFrom, takeUntil, toArray } from 'rxjs';
import type { ArrivingColumns } from './read-account-columns/read-account-columns.query';

/** All cells once they are there, each account's in the order of its links. Ends early with the signal. */
export async function collectColumns(
  { customersOf, notFound, arriving }: ArrivingColumns,
  columns: readonly AccountColumn[],
  signal: AbortSignal,
): Promise<AccountColumnPage> {
  const messages = await lastValueFrom(arriving.pipe(takeUntil(fromEvent(signal, 'abort')), toArray()));
  const byAccount = Map.groupBy(messages, ({ accountId }) => accountId);
  const accounts = [...customersOf].map(([accountId, customers]) => {
    const own = byAccount.get(accountId) ?? [];
    return { accountId, customers, columns: cellsOf(own, columns, customers) };
  });
  return { accounts, notFound };
}

function cellsOf(
  messages: readonly AccountColumnMessage[],
  columns: readonly AccountColumn[],
  customers: readonly ErpRef[],
): AccountCells['columns'] {
  const entries = columns.map((column) => {
    const sections = messages.filter((message) => message.column === column).map(({ section }) => section);
    return [column, sections.toSorted((left, right) => customers.indexOf(left.ref) - customers.indexOf(right.ref))];
  });
  return Object.fromEntries(entries) as AccountCells['columns'];
}
