import type { ErpCall, OrderList } from '@headwater/erp-contracts';
import type { SxeContext } from '../infor-sxe.context';
import { customerNumber } from '../keys';
import { heldOf, historyStart, listSuffixes, type SuffixFilter } from './order-list';
import type { OrderSuffix } from './order-suffix.schema';
import { groupByOrder, type OrderGroup, orderStatus } from './sales-order.mapper';
import { isOpen } from './stage';

export interface ListedOrders {
  readonly groups: readonly OrderGroup[];
  /** Numbers of orders on hold. */
  readonly held: ReadonlySet<string>;
}

function filterOf(query: OrderList): SuffixFilter {
  return {
    ...(query.customer === undefined ? {} : { customer: customerNumber(query.customer) }),
    ...(query.customerPo === undefined ? {} : { customerPo: query.customerPo }),
  };
}

/**
 * Whole orders out of rows that may hold only some of their suffixes: a back-order is entered later than its order,
 * and a filter by stage hides suffixes. What lacks its first suffix is read again by number, because a status or a
 * total over half an order would be wrong.
 */
async function wholeOrders(
  context: SxeContext,
  rows: { readonly recent: readonly OrderSuffix[]; readonly open: readonly OrderSuffix[] },
  call: ErpCall,
): Promise<readonly OrderGroup[]> {
  const whole = new Set<string>();
  for (const row of rows.recent) if (row.ordersuf === 0) whole.add(row.orderno);
  const partial = new Set<string>();
  for (const { orderno } of [...rows.recent, ...rows.open]) if (!whole.has(orderno)) partial.add(orderno);
  if (partial.size === 0) return groupByOrder(rows.recent);
  const again = await Promise.all([...partial].map((number) => listSuffixes(context, { order: Number(number) }, call)));
  return groupByOrder([...rows.recent.filter((row) => whole.has(row.orderno)), ...again.flat()]);
}

function isOpenOrder(group: OrderGroup, held: ReadonlySet<string>): boolean {
  const stillToCome = group.suffixes.some((suffix) => isOpen(suffix.stagecd));
  return stillToCome && orderStatus(group, held.has(group.number)) !== 'quote';
}

/** Orders of a customer or PO within the history, and open ones of any age; with those that are on hold. */
export async function listOrders(context: SxeContext, query: OrderList, call: ErpCall): Promise<ListedOrders> {
  const filter = filterOf(query);
  const [recent, open, heldRows] = await Promise.all([
    listSuffixes(context, { ...filter, since: historyStart(context) }, call),
    query.open === true ? listSuffixes(context, { ...filter, stages: [1, 2] }, call) : [],
    listSuffixes(context, heldOf(filter), call),
  ]);
  const held = new Set(heldRows.map((row) => row.orderno));
  const groups = await wholeOrders(context, { recent, open }, call);
  return { groups: query.open === true ? groups.filter((group) => isOpenOrder(group, held)) : groups, held };
}
