import { daysBefore, parseVendor } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import type { CalendarDate } from '@headwater/kernel';
import { lowerCased } from '../client/lower-casing';
import { rowsOf, type SxeResponse } from '../client/tables';
import { answered, type SxeContext, today } from '../infor-sxe.context';
import { type OrderSuffix, orderSuffixSchema } from './order-suffix.schema';

/** What the list of orders is asked for; SX.e takes blank and zero for "any". */
export interface SuffixFilter {
  readonly customer?: number;
  readonly customerPo?: string;
  readonly order?: number;
  readonly stages?: readonly [from: number, to: number];
  readonly heldOnly?: true;
  readonly since?: CalendarDate;
}

interface EnterDates {
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate | undefined;
}

/** Older than any order a site still lists. */
const EARLIEST_DAYS = 40 * 366;

/** A list in more parts than these is one SX.e never calls complete; it must not be asked for ever. */
const MOST_CALLS = 60;

function requestOf(filter: SuffixFilter, dates: EnterDates): Readonly<Record<string, unknown>> {
  const [startStage, endStage] = filter.stages ?? [0, 9];
  return {
    customerNumber: filter.customer ?? 0,
    transactionTypes: '',
    startEnterDate: dates.from ?? null,
    endEnterDate: dates.to ?? null,
    startStage,
    endStage,
    orderNumber: filter.order ?? 0,
    customerPurchaseOrder: filter.customerPo ?? '',
    holdOnlyFlg: filter.heldOnly ?? false,
  };
}

function saysMore(response: SxeResponse, flags: readonly string[]): boolean {
  const fields = lowerCased(response);
  return flags.some((flag) => fields[flag] === true || /^(true|yes|y)$/i.test(String(fields[flag] ?? '')));
}

/**
 * Every suffix that matches. SX.e lists without pages; where it says that there is more, the time of entry is
 * halved until each part is complete, so that nothing is missing silently.
 */
export async function listSuffixes(
  context: SxeContext,
  filter: SuffixFilter,
  call: ErpCall,
): Promise<readonly OrderSuffix[]> {
  return suffixesWithin({ context, filter, call, budget: { left: MOST_CALLS } }, { from: filter.since, to: undefined });
}

interface SuffixSearch {
  readonly context: SxeContext;
  readonly filter: SuffixFilter;
  readonly call: ErpCall;
  /** Calls that may still be made, over all parts. */
  readonly budget: { left: number };
}

async function suffixesWithin(search: SuffixSearch, dates: EnterDates): Promise<readonly OrderSuffix[]> {
  const { context, filter, call, budget } = search;
  if (budget.left === 0) {
    throw new ErpError('bad-response', 'Infor SX.e does not come to the end of its list of orders.');
  }
  budget.left -= 1;
  const response = await context.client.call('orders.list', requestOf(filter, dates), call);
  if (saysMore(response, context.settings.moreRecordsFlags)) return halves(search, dates);
  const schema = orderSuffixSchema(context.settings.slashOrder);
  return rowsOf(response, 'oeord').map((row) => parseVendor(schema, row, answered(context, 'orders')));
}

async function halves(search: SuffixSearch, dates: EnterDates): Promise<readonly OrderSuffix[]> {
  const now = today(search.context);
  // An ERP east of us may already be at tomorrow.
  const to = dates.to ?? daysBefore(now, -1);
  const from = dates.from ?? daysBefore(now, EARLIEST_DAYS);
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  if (days < 1) {
    throw new ErpError('bad-response', 'Infor SX.e lists more orders of one day than it hands out at once.');
  }
  const middle = daysBefore(to, Math.ceil(days / 2));
  const parts = await Promise.all([
    suffixesWithin(search, { from, to: middle }),
    suffixesWithin(search, { from: daysBefore(middle, -1), to }),
  ]);
  return parts.flat();
}

/** Of those asked for, the suffixes on hold, which only something still to come can be. */
export function heldOf(filter: SuffixFilter): SuffixFilter {
  return { ...filter, heldOnly: true, stages: [1, 2] };
}

/** The suffixes of a customer within the history. */
export function recentOf(context: SxeContext, customer: number): SuffixFilter {
  return { customer, since: historyStart(context) };
}

/** The first day the history setting reaches back to. */
export function historyStart(context: SxeContext): CalendarDate {
  return daysBefore(today(context), context.settings.historyDays);
}
