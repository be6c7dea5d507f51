import type { CustomerView } from '@headwater/erp-contracts';
import type { Account } from '@headwater/relationship';
import { type AccountsApi, type ErpConnectionSummary, type ErpReadsApi, problemOf } from '@headwater/web/data-access';
import { catchError, combineLatest, from, map, type Observable, of, startWith } from 'rxjs';
import { askConnections, type ConnectionAnswer } from '../asking/ask-connections';
import type { SearchGroup } from '../grouped-search/search-group';

/** Whom a price is for: one company, with its customer numbers in one or several ERPs. */
export interface PriceParty {
  readonly name: string;
  readonly customers: readonly PartyCustomer[];
}

export interface PartyCustomer {
  readonly connectionId: string;
  readonly customer: string;
}

const HITS = 6;

export function partyOfAccount({ name, erpLinks }: Account): PriceParty {
  return {
    name,
    customers: erpLinks.map(({ connectionId, externalId }) => ({ connectionId, customer: externalId })),
  };
}

interface PartySources {
  readonly accounts: AccountsApi;
  readonly reads: ErpReadsApi;
  readonly connections: readonly ErpConnectionSummary[];
}

/** Accounts that are linked to an ERP, and customers of the ERPs themselves, side by side. */
export function searchParties(
  query: string,
  { accounts, reads, connections }: PartySources,
): Observable<readonly SearchGroup<PriceParty>[]> {
  const customers = askConnections(connections, (id) => reads.searchCustomers(id, { q: query, limit: HITS }));
  return combineLatest([accountGroup(query, accounts), customers]).pipe(
    map(([group, answers]) => [group, ...answers.map(customerGroup)]),
  );
}

const ACCOUNTS = { key: 'accounts', label: 'Accounts', options: [], more: false } as const;

function accountGroup(query: string, accounts: AccountsApi): Observable<SearchGroup<PriceParty>> {
  return from(accounts.list({ q: query, limit: HITS })).pipe(
    map((page): SearchGroup<PriceParty> => {
      const linked = page.items.filter(({ erpLinks }) => erpLinks.length > 0);
      const options = linked.map((account) => ({
        key: account.id,
        title: account.name,
        detail: account.erpLinks.map((link) => `${link.connectionName} ${link.externalId}`).join(', '),
        value: partyOfAccount(account),
      }));
      return { ...ACCOUNTS, state: 'ok', options, more: page.nextCursor !== null };
    }),
    catchError((thrown: unknown) => of({ ...ACCOUNTS, state: 'failed', problem: problemOf(thrown) } as const)),
    startWith({ ...ACCOUNTS, state: 'loading' } as const),
  );
}

type CustomerAnswer = ConnectionAnswer<{
  readonly items: readonly CustomerView[];
  readonly nextCursor: string | null;
}>;

function customerGroup({ connection, section }: CustomerAnswer): SearchGroup<PriceParty> {
  const base = { key: connection.id, label: `Customers in ${connection.name}`, options: [], more: false };
  if (section === undefined) return { ...base, state: 'loading' };
  if (section.status === 'hidden') return { ...base, state: 'hidden' };
  if (section.status !== 'ok') return { ...base, state: section.status, problem: section.problem };
  const options = section.data.items.map(({ number, name, blocked }) => ({
    key: number,
    title: number,
    detail: name,
    hint: blocked ? 'blocked' : undefined,
    value: { name, customers: [{ connectionId: connection.id, customer: number }] },
  }));
  return { ...base, state: 'ok', options, more: section.data.nextCursor !== null };
}
