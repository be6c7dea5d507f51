import { isZero, multiplyDecimals, roundDecimal, subtractDecimals, sumDecimals, type Decimal } from '@headwater/kernel';
import { fromScaled, toScaled } from '../scaled';
import type { Order, OrderLine, Release, ReleaseLine, ReleaseState } from '../model/order';
import { amountDigits } from '../organisation';

const SHIPPED: ReadonlySet<ReleaseState> = new Set(['shipped', 'invoiced', 'paid']);
const WAITING: ReadonlySet<ReleaseState> = new Set(['open', 'picked']);

export function hasShipped(release: Release): boolean {
  return SHIPPED.has(release.state);
}

/** Still to be delivered; neither a quote nor cancelled. */
export function isWaiting(release: Release): boolean {
  return WAITING.has(release.state);
}

/** Net amount with the decimals of its currency, rounded half away from zero. */
export function amountOf(quantity: Decimal, unitPrice: Decimal, currency: string): Decimal {
  const digits = amountDigits(currency);
  if (digits === 2 && isSmallInteger(quantity) && isSmallCents(unitPrice))
    return fromScaled(Number(quantity) * toScaled(unitPrice, 2), 2);
  return roundDecimal(multiplyDecimals(quantity, unitPrice), digits);
}

export function lineOf(order: Order, lineNo: number): OrderLine {
  const found = order.lines.find((line) => line.lineNo === lineNo);
  if (found === undefined) throw new RangeError(`order ${order.number} has no line ${lineNo}`);
  return found;
}

/** What a release's line is worth: what it shipped once it has, what it is to ship before. */
export function releaseLineAmount(order: Order, release: Release, line: ReleaseLine): Decimal {
  return amountOf(
    hasShipped(release) ? line.shipped : line.ordered,
    lineOf(order, line.lineNo).unitPrice,
    order.currency,
  );
}

export function releaseAmount(order: Order, release: Release): Decimal {
  return sumAmounts(
    release.lines.map((line) => releaseLineAmount(order, release, line)),
    order.currency,
  );
}

/** Of amounts in one currency, with its decimals. */
export function sumAmounts(amounts: readonly Decimal[], currency: string): Decimal {
  const digits = amountDigits(currency);
  if (digits === 2 && amounts.every(isSmallCents))
    return fromScaled(
      amounts.reduce((sum, amount) => sum + toScaled(amount, 2), 0),
      2,
    );
  return roundDecimal(sumDecimals(amounts), digits);
}

export function shippedOf(order: Order, lineNo: number): Decimal {
  return sumDecimals(releaseLinesOf(order, lineNo, hasShipped).map((line) => line.shipped));
}

/** What is still to come of a line. */
export function waitingOf(order: Order, lineNo: number): Decimal {
  return sumDecimals(releaseLinesOf(order, lineNo, isWaiting).map((line) => line.ordered));
}

/** What is still to come after something of the order was shipped: the ERP moved it to a later release. */
export function backorderedOf(order: Order, lineNo: number): Decimal {
  return sumDecimals(
    releaseLinesOf(order, lineNo, (release) => isWaiting(release) && release.index > 0).map((line) => line.ordered),
  );
}

/** What a shipment left over, as the lines of the next release; empty where it shipped everything. */
export function leftOver(lines: readonly ReleaseLine[]): readonly ReleaseLine[] {
  return lines
    .filter((line) => line.ordered !== line.shipped)
    .map(({ lineNo, ordered, shipped }) => ({ lineNo, ordered: subtractDecimals(ordered, shipped), shipped: '0' }))
    .filter((line) => !isZero(line.ordered));
}

/** Totals of lines, invoices and the order itself, after quantities or prices changed. */
export function withTotals(order: Order): Order {
  const lines = order.lines.map((line) => ({ ...line, total: amountOf(line.ordered, line.unitPrice, order.currency) }));
  const priced = { ...order, lines };
  const releases = order.releases.map((release) => withInvoiceTotal(priced, release));
  return {
    ...priced,
    releases,
    total: sumAmounts(
      lines.map((line) => line.total),
      order.currency,
    ),
  };
}

/** A bill follows its lines; one that is settled stays settled. */
function withInvoiceTotal(order: Order, release: Release): Release {
  if (release.invoice === null) return release;
  const total = releaseAmount(order, release);
  const paid = release.state === 'paid' ? total : release.invoice.paid;
  return { ...release, invoice: { ...release.invoice, total, paid } };
}

function releaseLinesOf(order: Order, lineNo: number, which: (release: Release) => boolean): readonly ReleaseLine[] {
  return order.releases.filter(which).flatMap((release) => release.lines.filter((line) => line.lineNo === lineNo));
}

/** A million ordinary amounts are computed for a world: whole numbers do for them, any other goes the decimal way. */
function isSmallCents(amount: Decimal): boolean {
  return amount.length <= 12 && amount.at(-3) === '.';
}

function isSmallInteger(quantity: Decimal): boolean {
  return quantity.length <= 5 && !quantity.includes('.');
}
