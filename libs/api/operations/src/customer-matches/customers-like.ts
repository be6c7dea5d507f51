import {
  type CustomerCandidate,
  type CustomerView,
  ErpError,
  type ErpRead,
  type ErpReads,
  type KeyedSection,
  type PostalAddressView,
  type Section,
  toErpProblem,
} from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import type { Account } from '@headwater/relationship';
import { lastValueFrom, toArray } from 'rxjs';
import { SERVICE_SCOPE } from '../reading/erp-question';
import { unknownSource } from '../sections/complete-by';
import { companyWords } from './company-name';
import { byWeight, rateCandidate } from './rate-candidate';

const HITS = 10;
const CANDIDATES = 5;
/** Fewer words find more; two are enough to tell most companies apart. */
const WORDS = 2;

export interface MatchingDeps {
  readonly reads: ErpReads;
  readonly deadlineMs: number;
}

/**
 * The customers of a connection an account may be: found by its name and by its numbers elsewhere, rated with what
 * the ERPs say right now. Nothing of it is kept.
 */
export async function customersLike(
  account: Account,
  connectionId: string,
  { reads, deadlineMs }: MatchingDeps,
): Promise<Section<readonly CustomerCandidate[]>> {
  const q = companyWords(account.name).slice(0, WORDS).join(' ');
  const numbers = [...new Set(account.erpLinks.map(({ externalId }) => externalId))];
  const asked: readonly { readonly key: string; readonly read: ErpRead }[] = [
    keyed('search', { connectionId, operation: 'customers.search', query: { q, limit: HITS } }),
    ...numbers.map((number) => keyed('number', { connectionId, operation: 'customers.get', query: { number } })),
    ...account.erpLinks.map((link) =>
      keyed('elsewhere', {
        connectionId: link.connectionId,
        operation: 'customers.get',
        query: { number: link.externalId },
      }),
    ),
  ];
  const answers = await lastValueFrom(reads.fanOut(asked, { deadlineMs }).pipe(toArray()));
  const search = answers.find(({ key }) => key === 'search')?.section as Section<Page<CustomerView>> | undefined;
  if (search === undefined) return unanswered(connectionId);
  if (search.status !== 'ok') return search;
  const found = distinct([...customersOf(answers, 'number'), ...search.data.items]);
  const addresses = customersOf(answers, 'elsewhere').flatMap(
    (customer): readonly PostalAddressView[] => customer.addresses,
  );
  const { name, phone, website } = account;
  const candidates = found
    .map((customer) => rateCandidate({ name, phone, website, numbers, addresses }, customer))
    .filter((candidate) => candidate !== undefined)
    .sort(byWeight)
    .slice(0, CANDIDATES);
  return { ...search, data: candidates };
}

function keyed(key: string, question: Pick<ErpRead, 'connectionId' | 'operation' | 'query'>) {
  return { key, read: { ...question, scope: SERVICE_SCOPE } as ErpRead };
}

/** Numbers that are unknown there, and ERPs that do not answer, only leave less to go by. */
function customersOf(answers: readonly KeyedSection[], wanted: string): readonly CustomerView[] {
  return answers
    .filter(({ key }) => key === wanted)
    .flatMap(({ section }) => (section.status === 'ok' ? [section.data as CustomerView] : []));
}

function distinct(customers: readonly CustomerView[]): readonly CustomerView[] {
  return [...new Map(customers.map((customer) => [customer.number, customer])).values()];
}

function unanswered(connectionId: string): Section<never> {
  const error = new ErpError('bad-response', 'The ERP connection gave no answer.');
  return { status: 'failed', source: unknownSource(connectionId), problem: toErpProblem(error, connectionId) };
}
