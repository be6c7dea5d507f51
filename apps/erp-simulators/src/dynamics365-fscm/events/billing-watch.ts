import { isZero, type Decimal } from '@headwater/kernel';
import type { Order, Release } from '../../world/model/order';
import { releaseNumber } from '../../world/receivables/invoices';
import type { World } from '../../world/world';

/** What became of an order's bills since it was last looked at. */
export interface BillingNews {
  readonly posted: readonly Release[];
  readonly paid: readonly Release[];
}

/** Knows which invoices were posted and paid, so that a changed order tells only of new ones. */
export class BillingWatch {
  private readonly seeded: ReadonlyMap<string, Decimal>;
  private readonly seen = new WeakMap<World, Map<string, Decimal>>();

  /** A world that is built anew begins with the same invoices. */
  constructor(world: World) {
    this.seeded = new Map(world.orders.list().flatMap(paidByInvoice));
  }

  newsOf(order: Order, world: World): BillingNews {
    const seen = this.seen.get(world) ?? new Map<string, Decimal>();
    const before = (release: Release): Decimal | undefined => {
      const number = releaseNumber(order.number, release.index);
      return seen.get(number) ?? this.seeded.get(number);
    };
    const billed = order.releases.filter(({ invoice }) => invoice !== null);
    const posted = billed.filter((release) => before(release) === undefined);
    const paid = billed.filter(
      ({ invoice, ...release }) =>
        invoice !== null && !isZero(invoice.paid) && invoice.paid !== before({ ...release, invoice }),
    );
    for (const [number, amount] of paidByInvoice(order)) seen.set(number, amount);
    this.seen.set(world, seen);
    return { posted, paid };
  }
}

function paidByInvoice(order: Order): readonly (readonly [string, Decimal])[] {
  return order.releases.flatMap(({ index, invoice }) =>
    invoice === null ? [] : [[releaseNumber(order.number, index), invoice.paid] as const],
  );
}
