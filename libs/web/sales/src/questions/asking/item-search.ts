import type { ItemView } from '@headwater/erp-contracts';
import type { ErpConnectionSummary, ErpReadsApi } from '@headwater/web/data-access';
import { map, type Observable } from 'rxjs';
import type { SearchGroup, SearchOption } from '../grouped-search/search-group';
import { askConnections, type ConnectionAnswer } from './ask-connections';

/** An item as one ERP knows it. */
export interface FoundItem {
  readonly connection: ErpConnectionSummary;
  readonly item: ItemView;
}

const HITS = 8;

interface ItemSearch {
  readonly connections: readonly ErpConnectionSummary[];
  /** The customer whose own part numbers count, by connection. */
  readonly customerIn?: (connectionId: string) => string | undefined;
}

/** Items by number, customer part number or words, in several ERPs side by side. */
export function searchItems(
  reads: ErpReadsApi,
  query: string,
  { connections, customerIn }: ItemSearch,
): Observable<readonly SearchGroup<FoundItem>[]> {
  return askConnections(connections, (id) =>
    reads.searchItems(id, { q: query, customer: customerIn?.(id), limit: HITS }),
  ).pipe(map((answers) => answers.map(groupOf)));
}

type ItemAnswer = ConnectionAnswer<{ readonly items: readonly ItemView[]; readonly nextCursor: string | null }>;

function groupOf({ connection, section }: ItemAnswer): SearchGroup<FoundItem> {
  const base = { key: connection.id, label: connection.name, options: [], more: false };
  if (section === undefined) return { ...base, state: 'loading' };
  if (section.status === 'hidden') return { ...base, state: 'hidden' };
  if (section.status !== 'ok') return { ...base, state: section.status, problem: section.problem };
  return {
    ...base,
    state: 'ok',
    options: section.data.items.map((item) => optionOf(connection, item)),
    more: section.data.nextCursor !== null,
  };
}

function optionOf(connection: ErpConnectionSummary, item: ItemView): SearchOption<FoundItem> {
  const theirs = item.customerPartNumbers?.[0];
  return {
    key: item.number,
    title: item.number,
    detail: item.description,
    hint: [theirs === undefined ? undefined : `their no. ${theirs}`, item.active ? undefined : 'inactive', item.unit]
      .filter((part) => part !== undefined)
      .join(' · '),
    value: { connection, item },
  };
}
