import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import type { SxeContext } from '../infor-sxe.context';
import { heldOf, listSuffixes, recentOf, type SuffixFilter } from './order-list';
import { groupByOrder, type OrderGroup } from './sales-order.mapper';
import { isOpen } from './stage';

export interface WholeOrder {
  readonly group: OrderGroup;
  /** Asks whether it is listed among those on hold, where it can be. */
  readonly isListedAsHeld: () => Promise<boolean>;
}

/** Every suffix of one order. Throws `not-found`. */
export async function wholeOrder(context: SxeContext, number: number, call: ErpCall): Promise<WholeOrder> {
  const listed = (await amongItsCustomers(context, number, call)) ?? (await byNumber(context, number, call));
  if (listed === undefined) {
    throw new ErpError('not-found', 'Infor SX.e has no such order.', { connectionId: context.connectionId });
  }
  const { group, held } = listed;
  return {
    group,
    isListedAsHeld: async () =>
      group.suffixes.some(({ stagecd }) => isOpen(stagecd)) &&
      (await listSuffixes(context, held, call)).some(({ orderno }) => orderno === group.number),
  };
}

interface ListedOrder {
  readonly group: OrderGroup;
  /** What lists the order if it is on hold. */
  readonly held: SuffixFilter;
}

/**
 * Where whoever asks has listed the orders of its customer, that list has the order, and is not asked for again.
 * An order that lacks its first suffix there began before the list does, so more of it may be missing.
 */
async function amongItsCustomers(context: SxeContext, number: number, call: ErpCall): Promise<ListedOrder | undefined> {
  const customer = call.hints?.customer ?? '';
  if (!/^\d{1,12}$/.test(customer)) return undefined;
  const rows = await listSuffixes(context, recentOf(context, Number(customer)), call);
  const group = groupOf(
    number,
    rows.filter(({ orderno }) => Number(orderno) === number),
  );
  const isWhole = group?.suffixes[0]?.ordersuf === 0;
  return isWhole ? { group, held: heldOf({ customer: Number(customer) }) } : undefined;
}

async function byNumber(context: SxeContext, number: number, call: ErpCall): Promise<ListedOrder | undefined> {
  const filter = { order: number };
  const group = groupOf(number, await listSuffixes(context, filter, call));
  return group === undefined ? undefined : { group, held: heldOf(filter) };
}

function groupOf(number: number, rows: Parameters<typeof groupByOrder>[0]): OrderGroup | undefined {
  return groupByOrder(rows).find((group) => Number(group.number) === number);
}
