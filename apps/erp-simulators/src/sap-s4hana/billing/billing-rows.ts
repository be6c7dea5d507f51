import { isZero, multiplyDecimals, type Decimal } from '@headwater/kernel';
import type { InvoiceFacts, Order, OrderLine, Release } from '../../world/model/order';
import { amountOf, lineOf } from '../../world/orders/order-amounts';
import { documentNumber, releaseOf } from '../keys/documents';
import { customerIn } from '../keys/parties';
import type { Pins } from '../odata/model';
import type { SapScope } from '../scope';

export interface BillingRow {
  readonly scope: SapScope;
  readonly order: Order;
  readonly release: Release;
  readonly invoice: InvoiceFacts;
}

export interface BillingItemRow extends BillingRow {
  readonly line: OrderLine;
  readonly quantity: Decimal;
  readonly amount: Decimal;
}

/** Bills of orders, and credit memos of returns. */
export function billingRows(scope: SapScope, pins: Pins): readonly BillingRow[] {
  const numbers = pins('BillingDocument');
  const rows = candidates(scope, pins).flatMap((order) => billsOf(scope, order));
  return numbers === undefined ? rows : rows.filter((row) => numbers.has(billingNumber(row)));
}

export function billsOf(scope: SapScope, order: Order): readonly BillingRow[] {
  return order.releases.flatMap((release) =>
    release.invoice === null ? [] : [{ scope, order, release, invoice: release.invoice }],
  );
}

/** What was shipped is billed. */
export function billingItems({ scope, order, release, invoice }: BillingRow): readonly BillingItemRow[] {
  return release.lines
    .filter(({ shipped }) => !isZero(shipped))
    .map(({ lineNo, shipped }) => {
      const line = lineOf(order, lineNo);
      return {
        scope,
        order,
        release,
        invoice,
        line,
        quantity: shipped,
        amount: amountOf(shipped, line.unitPrice, order.currency),
      };
    });
}

export function billingNumber({ order, release }: BillingRow): string {
  return documentNumber('billing', order, release);
}

/** Credit memos show positive amounts: their category says that they are owed, not due. */
export function shownAmount({ scope, order }: BillingRow, amount: Decimal): Decimal {
  const flips = order.kind === 'return' && scope.options.creditMemoAmounts === 'positive';
  return flips ? multiplyDecimals(amount, '-1') : amount;
}

function candidates({ world }: SapScope, pins: Pins): readonly Order[] {
  const byNumber = (numbers: Iterable<string>): readonly Order[] =>
    [...new Set(numbers)].flatMap((number) => world.orders.get(number) ?? []);
  const bills = pins('BillingDocument');
  if (bills !== undefined) return byNumber([...bills].flatMap((number) => releaseOf('billing', number)?.order ?? []));
  const orders = pins('SalesDocument');
  if (orders !== undefined) return byNumber(orders);
  const customers = pins('SoldToParty') ?? pins('PayerParty');
  if (customers === undefined) return world.orders.list();
  return [...customers]
    .flatMap((number) => customerIn(world, number) ?? [])
    .flatMap(({ number }) => world.orders.list({ customer: number }));
}
