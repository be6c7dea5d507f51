import type { SalesOrderView, Section, ShipmentView } from '@headwater/erp-contracts';
import type { ErpConnectionSummary, ErpReadsApi } from '@headwater/web/data-access';
import { combineLatest, map, type Observable, of, startWith } from 'rxjs';
import type { KnownOrder } from '../asked-about';
import type { SearchGroup, SearchOption } from '../grouped-search/search-group';

export interface FoundOrder {
  readonly connection: ErpConnectionSummary;
  readonly order: KnownOrder;
}

const HITS = 10;

/**
 * Orders by their number and, where the ERP can, by the customer's PO or the carrier's number of a parcel: each way and
 * each ERP answers for itself.
 */
export function searchOrders(
  reads: ErpReadsApi,
  query: string,
  connections: readonly ErpConnectionSummary[],
): Observable<readonly SearchGroup<FoundOrder>[]> {
  const groups = connections.flatMap((connection) => [
    byNumber(reads, query, connection),
    ...(findsByPo(connection) ? [byPo(reads, query, connection)] : []),
    ...(findsByTracking(connection) ? [byTracking(reads, query, connection)] : []),
  ]);
  return groups.length === 0 ? of([]) : combineLatest(groups);
}

function findsByPo({ capabilities: { orders } }: ErpConnectionSummary): boolean {
  return orders.supported && orders.list !== undefined && orders.list.filterable.includes('customerPo');
}

function findsByTracking({ capabilities: { shipments } }: ErpConnectionSummary): boolean {
  return shipments.supported && shipments.list !== undefined && shipments.list.filterable.includes('trackingNumber');
}

/** What one can type, as far as any of these ERPs can look for it. */
export function searchLabel(connections: readonly ErpConnectionSummary[]): string {
  const others = [
    ...(connections.some(findsByPo) ? ['customer PO'] : []),
    ...(connections.some(findsByTracking) ? ['tracking number'] : []),
  ];
  const last = others.pop();
  return last === undefined ? 'Order number' : `${['Order number', ...others].join(', ')} or ${last}`;
}

function byNumber(
  reads: ErpReadsApi,
  query: string,
  connection: ErpConnectionSummary,
): Observable<SearchGroup<FoundOrder>> {
  const key = `${connection.id} number`;
  return reads.order(connection.id, query).pipe(
    startWith(undefined),
    map((section) => group(connection, { key, label: `${connection.name} · order number` }, foundOrNone(section))),
  );
}

function byPo(
  reads: ErpReadsApi,
  query: string,
  connection: ErpConnectionSummary,
): Observable<SearchGroup<FoundOrder>> {
  const key = `${connection.id} po`;
  return reads.orders(connection.id, { customerPo: query, limit: HITS }).pipe(
    startWith(undefined),
    map((section) => group(connection, { key, label: `${connection.name} · customer PO` }, pageOf(section))),
  );
}

function byTracking(
  reads: ErpReadsApi,
  query: string,
  connection: ErpConnectionSummary,
): Observable<SearchGroup<FoundOrder>> {
  const key = `${connection.id} tracking`;
  return reads.shipmentsByTracking(connection.id, query.replaceAll(' ', ''), HITS).pipe(
    startWith(undefined),
    map((section) => group(connection, { key, label: `${connection.name} · tracking number` }, ordersOf(section))),
  );
}

/** Hits, or what stands in their place. */
type Hits = Section<readonly KnownOrder[]> | 'none' | undefined;

/** That an order number is unknown is an answer to a search, and no failure. */
function foundOrNone(section: Section<SalesOrderView> | undefined): Hits {
  if (section?.status === 'failed' && section.problem.code === 'not-found') return 'none';
  return section?.status === 'ok' ? { ...section, data: [section.data] } : section;
}

function pageOf(section: Section<{ readonly items: readonly SalesOrderView[] }> | undefined): Hits {
  return section?.status === 'ok' ? { ...section, data: section.data.items } : section;
}

/** A parcel belongs to an order, and several parcels to the same one. */
function ordersOf(section: Section<{ readonly items: readonly ShipmentView[] }> | undefined): Hits {
  if (section?.status !== 'ok') return section;
  const numbers = new Set(section.data.items.map(({ order }) => order));
  return { ...section, data: [...numbers].map((number) => ({ number })) };
}

function group(
  connection: ErpConnectionSummary,
  names: { readonly key: string; readonly label: string },
  hits: Hits,
): SearchGroup<FoundOrder> {
  const base = { ...names, options: [], more: false };
  if (hits === undefined) return { ...base, state: 'loading' };
  if (hits === 'none') return { ...base, state: 'ok' };
  if (hits.status === 'hidden') return { ...base, state: 'hidden' };
  if (hits.status !== 'ok') return { ...base, state: hits.status, problem: hits.problem };
  return { ...base, state: 'ok', options: hits.data.map((order) => optionOf(connection, order)) };
}

function optionOf(connection: ErpConnectionSummary, order: KnownOrder): SearchOption<FoundOrder> {
  const po = order.customerPo === undefined ? undefined : `PO ${order.customerPo}`;
  return {
    key: order.number,
    title: order.number,
    detail: [order.customerName ?? order.customer, po].filter(Boolean).join(' · '),
    hint: order.orderedOn,
    value: { connection, order },
  };
}
