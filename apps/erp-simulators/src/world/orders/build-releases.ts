import type { CalendarDate } from '@headwater/kernel';
import { addDays } from '../calendar';
import type { InvoiceFacts, OrderLine, Release, ReleaseLine, ReleaseState } from '../model/order';
import { carrierOf } from '../organisation';
import type { Random } from '../random';
import { amountOf, leftOver, sumAmounts } from './order-amounts';
import { trackingNumber } from './tracking';

export interface ReleasePlan {
  readonly random: Random;
  readonly today: CalendarDate;
  readonly lines: readonly OrderLine[];
  readonly currency: string;
  readonly promisedOn: CalendarDate;
  readonly carrier: string;
  /** When the first release leaves, whether that day has come or not. */
  readonly shipOn: CalendarDate;
  readonly netDays: number;
  /** Days after the due date on which this customer pays. */
  readonly payDelay: number;
  /** Most orders leave in one piece. */
  readonly partialChance: number;
}

/** Plays an order forward until today: each release ships in full, or leaves something for the next. */
export function buildReleases(plan: ReleasePlan): readonly Release[] {
  const releases: Release[] = [];
  let waiting: readonly ReleaseLine[] = startLines(plan.lines);
  let shipOn = plan.shipOn;
  while (waiting.length > 0) {
    const index = releases.length;
    if (shipOn > plan.today) {
      releases.push(notYetShipped(plan, { index, lines: waiting, shipOn }));
      break;
    }
    const lines = shipSome(plan, waiting, index < 2 && plan.random.chance(plan.partialChance));
    releases.push(shippedRelease(plan, { index, lines, shipOn }));
    waiting = leftOver(lines);
    shipOn = addDays(shipOn, plan.random.integer(5, 25));
  }
  return releases;
}

/** A release nothing happened to: of a quote, of a cancelled order, of one that waits. */
export function untouchedRelease(plan: ReleasePlan, state: ReleaseState): Release {
  return blankRelease(plan, { index: 0, lines: startLines(plan.lines), state });
}

interface ReleaseSeed {
  readonly index: number;
  readonly lines: readonly ReleaseLine[];
  readonly shipOn: CalendarDate;
}

function startLines(lines: readonly OrderLine[]): readonly ReleaseLine[] {
  return lines.map((line) => ({ lineNo: line.lineNo, ordered: line.ordered, shipped: '0' }));
}

function blankRelease(plan: ReleasePlan, seed: Pick<Release, 'index' | 'lines' | 'state'>): Release {
  return {
    ...seed,
    carrier: plan.carrier,
    trackingNumbers: [],
    promisedOn: plan.promisedOn,
    pickedOn: null,
    shippedOn: null,
    deliveredOn: null,
    invoice: null,
  };
}

function notYetShipped(plan: ReleasePlan, { index, lines, shipOn }: ReleaseSeed): Release {
  const pickedOn = addDays(shipOn, -1);
  const picked = pickedOn <= plan.today;
  const release = blankRelease(plan, { index, lines, state: picked ? 'picked' : 'open' });
  const promisedOn = shipOn > plan.promisedOn ? shipOn : plan.promisedOn;
  return { ...release, promisedOn, pickedOn: picked ? pickedOn : null };
}

/** Ships everything, or only part of some lines where the shelf was short. */
function shipSome(plan: ReleasePlan, waiting: readonly ReleaseLine[], short: boolean): readonly ReleaseLine[] {
  const full = waiting.map((line) => ({ ...line, shipped: line.ordered }));
  if (!short) return full;
  const some = full.map((line) =>
    plan.random.chance(0.5) ? { ...line, shipped: String(plan.random.integer(0, Number(line.ordered))) } : line,
  );
  return some.every((line) => line.shipped === '0') ? full : some;
}

function shippedRelease(plan: ReleasePlan, { index, lines, shipOn }: ReleaseSeed): Release {
  const { random, today, carrier } = plan;
  const deliveredOn = addDays(shipOn, random.integer(1, 5));
  const invoice = invoiceOf(plan, lines, addDays(shipOn, random.integer(0, 2)));
  const tracked = carrierOf(carrier).tracked;
  return {
    ...blankRelease(plan, { index, lines, state: stateOf(invoice) }),
    trackingNumbers: tracked
      ? Array.from({ length: random.chance(0.15) ? 2 : 1 }, () => trackingNumber(carrier, random))
      : [],
    pickedOn: addDays(shipOn, -1),
    shippedOn: shipOn,
    deliveredOn: deliveredOn <= today ? deliveredOn : null,
    invoice,
  };
}

function stateOf(invoice: InvoiceFacts | null): ReleaseState {
  if (invoice === null) return 'shipped';
  return invoice.total === invoice.paid ? 'paid' : 'invoiced';
}

function invoiceOf(plan: ReleasePlan, lines: readonly ReleaseLine[], issuedOn: CalendarDate): InvoiceFacts | null {
  const { random, today, currency } = plan;
  if (issuedOn > today) return null;
  const prices = new Map(plan.lines.map((line) => [line.lineNo, line.unitPrice]));
  const total = sumAmounts(
    lines.map((line) => amountOf(line.shipped, prices.get(line.lineNo) ?? '0', currency)),
    currency,
  );
  const dueOn = addDays(issuedOn, plan.netDays);
  const payOn = addDays(dueOn, plan.payDelay + random.integer(-6, 6));
  if (payOn <= today)
    return { issuedOn, dueOn, total, paid: total, paidOn: payOn > issuedOn ? payOn : issuedOn, disputed: false };
  const partly = random.chance(0.05);
  return {
    issuedOn,
    dueOn,
    total,
    paid: partly ? amountOf(total, '0.40', currency) : sumAmounts([], currency),
    paidOn: partly ? today : null,
    disputed: dueOn < today && random.chance(0.04),
  };
}
