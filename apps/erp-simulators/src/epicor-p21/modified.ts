import type { CalendarDate } from '@headwater/kernel';
import type { StampedThing } from '../world/change-stamps';
import type { Item, StockLevel } from '../world/model/item';
import type { Order, Release } from '../world/model/order';
import type { Customer } from '../world/model/party';
import { releaseNumber } from '../world/receivables/invoices';
import { stockKey } from '../world/stock/stock-ledger';
import type { World } from '../world/world';
import type { P21Options } from './options';

/**
 * `date_last_modified`, as epoch milliseconds: when somebody changed the thing, else the last day something happened
 * to it. Things named in `unstamped` were rebuilt behind P21's back, which moves their values and not their date.
 */
export class Modified {
  constructor(
    private readonly world: World,
    private readonly options: P21Options,
  ) {}

  order(order: Order): number {
    return this.stampOf('order', order.number) ?? startOf(lastActivity(order));
  }

  release(order: Order, release: Release): number {
    const stamp = this.stampOf('release', releaseNumber(order.number, release.index));
    return stamp ?? startOf(latest(order.orderedOn, daysOf(release)));
  }

  customer(customer: Customer): number {
    return this.stampOf('customer', customer.number) ?? startOf(customer.since);
  }

  item(item: Item): number {
    return this.stampOf('item', item.number) ?? startOf(item.createdOn);
  }

  stock(level: StockLevel): number {
    const created = this.world.items.get(level.item)?.createdOn ?? this.world.today();
    return this.stampOf('stock', stockKey(level.item, level.warehouse)) ?? startOf(created);
  }

  private stampOf(thing: StampedThing, key: string): number | undefined {
    const stamp = this.options.unstamped.includes(thing) ? undefined : this.world.stamps.of(thing, key);
    return stamp === undefined ? undefined : Date.parse(stamp);
  }
}

/** A day's first moment in UTC: never later than now, for anything up to today. */
function startOf(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00.000Z`);
}

function lastActivity(order: Order): CalendarDate {
  return latest(order.orderedOn, order.releases.flatMap(daysOf));
}

function daysOf({ pickedOn, shippedOn, invoice }: Release): readonly (CalendarDate | null)[] {
  return [pickedOn, shippedOn, invoice?.issuedOn ?? null, invoice?.paidOn ?? null];
}

function latest(first: CalendarDate, others: readonly (CalendarDate | null)[]): CalendarDate {
  return others.reduce<CalendarDate>((last, day) => (day !== null && day > last ? day : last), first);
}
