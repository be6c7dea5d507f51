import {
  CAPABILITIES,
  capabilityOf,
  ErpError,
  type Capability,
  type ErpManifest,
  type ErpOperation,
  type ListContract,
  type SupportedCapability,
} from '@headwater/erp-contracts';

type Question = Readonly<Record<string, unknown>>;

/** What a list may be asked beside its filters. */
const NOT_FILTERS: ReadonlySet<string> = new Set(['limit', 'cursor', 'sort', 'q']);

/** What an operation is about or whose eyes it sees with, which is not a filter on it. */
const SUBJECTS: { readonly [O in ErpOperation]?: readonly string[] } = {
  'invoices.list': ['customer'],
  // Whose own part numbers count.
  'items.search': ['customer'],
};

const LISTS: ReadonlySet<ErpOperation> = new Set([
  'customers.search',
  'items.search',
  'orders.list',
  'shipments.list',
  'invoices.list',
]);

/**
 * Refuses what the connection has not declared it can do, before the ERP is asked and without sorting or filtering
 * one page as if it were all. Throws `ErpError` `unsupported`, naming what is supported.
 */
export function checkQuestion(manifest: ErpManifest, operation: ErpOperation, query: object): void {
  const capability = capabilityOf(operation);
  const contract = supported(manifest, capability);
  if (operation === 'shipments.list') checkShipmentSubject(query as Question);
  if (!LISTS.has(operation) || contract.list === undefined) return;
  const refusal = refusalOf(contract.list, operation, query as Question);
  if (refusal !== undefined) throw new ErpError('unsupported', `${manifest.name} ${refusal}`);
}

function supported(manifest: ErpManifest, capability: Capability): SupportedCapability {
  const contract = manifest.capabilities[capability];
  if (contract.supported) return contract;
  const others = CAPABILITIES.filter((other) => manifest.capabilities[other].supported);
  throw new ErpError(
    'unsupported',
    `${manifest.name} does not answer ${capability}: ${contract.reason} It answers ${listed(others)}.`,
  );
}

function checkShipmentSubject(query: Question): void {
  if (['order', 'customer', 'trackingNumber'].every((name) => query[name] === undefined)) {
    throw new ErpError(
      'invalid-request',
      'Shipments are read by order, by customer or by tracking number; name one of them.',
    );
  }
}

function refusalOf(list: ListContract, operation: ErpOperation, query: Question): string | undefined {
  const capability = capabilityOf(operation);
  const { sort, cursor, limit, q } = query;
  if (typeof sort === 'string' && !list.sortable.includes(sort.replace(/^-/, ''))) {
    return `cannot sort ${capability} by ${sort.replace(/^-/, '')}; it can sort by ${listed(list.sortable)}.`;
  }
  const filter = filtersOf(operation, query).find((name) => !list.filterable.includes(name));
  if (filter !== undefined) {
    return `cannot filter ${capability} by ${filter}; it can filter by ${listed(list.filterable)}.`;
  }
  if (q !== undefined && !list.searchable) return `cannot search ${capability} by text.`;
  if (cursor !== undefined && !list.paged) return `gives ${capability} as one answer without further pages.`;
  if (typeof limit === 'number' && limit > list.maxPageSize) {
    return `gives at most ${list.maxPageSize} ${capability} at a time.`;
  }
  return undefined;
}

/** `open: false` asks for everything, so it filters nothing. */
function filtersOf(operation: ErpOperation, query: Question): readonly string[] {
  const subjects = SUBJECTS[operation] ?? [];
  return Object.keys(query).filter(
    (name) => !NOT_FILTERS.has(name) && !subjects.includes(name) && query[name] !== undefined && query[name] !== false,
  );
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
