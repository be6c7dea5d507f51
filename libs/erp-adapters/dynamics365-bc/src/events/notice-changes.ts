import { ANY_KEY, type ErpChange } from '@headwater/erp-contracts';
import type { KnownNumbers, NumberedKind } from './known-numbers';
import type { NoticeItem } from './notice.schema';

/** What each set that can be subscribed to holds. */
export const NOTICED_SETS: ReadonlyMap<string, NumberedKind> = new Map([
  ['customers', 'customer'],
  ['items', 'item'],
  ['salesorders', 'order'],
  ['salesquotes', 'order'],
  ['salesinvoices', 'invoice'],
  ['salescreditmemos', 'invoice'],
]);

/** `api/v2.0/companies(<guid>)/items(<guid>)`; a collection is named by its set, with a filter behind. */
const RESOURCE = /companies\(([^()]+)\)\/([A-Za-z]+)(?:\(([^()]+)\))?/;

function plainId(id: string): string {
  return id.replace(/['{}]/g, '').toLowerCase();
}

export interface NoticeReading {
  /** The company of the connection, where it is known. */
  readonly companyId: string | undefined;
  readonly numbers: KnownNumbers;
}

/**
 * A change as the notice tells it. It names a GUID, while everything is asked for by number: where this connection has
 * read the thing, its number is known; otherwise everything of its kind counts as changed.
 */
function changeOf(item: NoticeItem, { companyId, numbers }: NoticeReading): ErpChange | undefined {
  const [, company = '', set = '', id] = RESOURCE.exec(item.resource) ?? [];
  const kind = NOTICED_SETS.get(set.toLowerCase());
  if (kind === undefined) return undefined;
  if (companyId !== undefined && plainId(company) !== companyId.toLowerCase()) return undefined;
  const isOne = id !== undefined && item.changeType?.toLowerCase() !== 'collection';
  const number = isOne ? numbers.numberOf(kind, plainId(id)) : undefined;
  return { kind, key: number ?? ANY_KEY, hard: false };
}

/** Every change of a notice, each once. */
export function changesOf(items: readonly NoticeItem[], reading: NoticeReading): readonly ErpChange[] {
  const changes = items.map((item) => changeOf(item, reading)).filter((change) => change !== undefined);
  return [...new Map(changes.map((change) => [`${change.kind}:${change.key}`, change])).values()];
}
