import { addDecimals, compareDecimals, isZero, subtractDecimals, type Decimal } from '@headwater/kernel';
import type { Order, Release } from '../model/order';
import { hasShipped, isWaiting, lineOf, shippedOf } from '../orders/order-amounts';
import { refuse } from './find';

/** Orders more or less of a line; what is shipped stays shipped, the difference is in what waits. */
export function reorderLine(order: Order, lineNo: number, ordered: Decimal): Order {
  const before = lineOf(order, lineNo).ordered;
  if (order.kind === 'return') refuse('The quantity of a return cannot be changed.');
  if (compareDecimals(ordered, '0') <= 0) refuse('A line needs a quantity above zero.');
  if (compareDecimals(ordered, shippedOf(order, lineNo)) < 0) refuse('More than that is shipped already.');
  const delta = subtractDecimals(ordered, before);
  const releases = order.releases
    .map((release) => moreOf(release, lineNo, delta))
    .filter((release) => release.lines.length > 0);
  const lines = order.lines.map((line) => (line.lineNo === lineNo ? { ...line, ordered } : line));
  return {
    ...order,
    lines,
    releases: withRemainder(releases, lineNo, subtractDecimals(ordered, shippedOf(order, lineNo))),
  };
}

function moreOf(release: Release, lineNo: number, delta: Decimal): Release {
  const lines = release.lines.map((line) =>
    line.lineNo === lineNo ? { ...line, ordered: addDecimals(line.ordered, delta) } : line,
  );
  return { ...release, lines: hasShipped(release) ? lines : lines.filter((line) => !isZero(line.ordered)) };
}

/** Where nothing of the line waits any more, the added quantity opens a release or joins the one that waits. */
function withRemainder(releases: readonly Release[], lineNo: number, remainder: Decimal): readonly Release[] {
  const waits = releases.some(
    (release) => !hasShipped(release) && release.lines.some((line) => line.lineNo === lineNo),
  );
  const last = releases.at(-1);
  if (waits || isZero(remainder) || last === undefined) return releases;
  const added = { lineNo, ordered: remainder, shipped: '0' };
  if (isWaiting(last)) return [...releases.slice(0, -1), { ...last, lines: [...last.lines, added] }];
  return [...releases, nextRelease(last, [added])];
}

export function nextRelease(after: Release, lines: Release['lines']): Release {
  return {
    ...after,
    index: after.index + 1,
    state: 'open',
    lines,
    trackingNumbers: [],
    pickedOn: null,
    shippedOn: null,
    deliveredOn: null,
    invoice: null,
  };
}
