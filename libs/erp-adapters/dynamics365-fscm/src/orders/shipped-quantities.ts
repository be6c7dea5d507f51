import type { OrderStatus } from '@headwater/erp-contracts';
import { addDecimals, compareDecimals, type Decimal, subtractDecimals, sumDecimals } from '@headwater/kernel';
import { foldedKey, sameKey } from '../entities/keys';
import { hasGone } from './order-status';

/** Something that left the warehouse, by the lot of its order line, or only by its item. */
export interface Delivery {
  readonly lot: string | undefined;
  readonly item: string | undefined;
  readonly quantity: Decimal;
}

export interface DeliverableLine {
  readonly lot: string;
  readonly item: string | undefined;
  readonly ordered: Decimal;
  readonly status: OrderStatus;
}

function least(left: Decimal, right: Decimal): Decimal {
  return compareDecimals(left, right) <= 0 ? left : right;
}

/** Spreads what is only known by item over the lines of that item in their order; the last one takes what is over. */
function spread(
  lines: readonly DeliverableLine[],
  delivered: ReadonlyMap<string, Decimal>,
): ReadonlyMap<string, Decimal> {
  const left = new Map(delivered);
  const byLot = new Map<string, Decimal>();
  lines.forEach((line, index) => {
    const key = foldedKey(line.item ?? '');
    const rest = left.get(key);
    if (line.item === undefined || rest === undefined) return;
    const isLast = !lines.slice(index + 1).some((other) => sameKey(other.item ?? '', line.item ?? ''));
    const share = isLast ? rest : least(rest, line.ordered);
    byLot.set(line.lot, share);
    left.set(key, subtractDecimals(rest, share));
  });
  return byLot;
}

function sums(deliveries: readonly Delivery[], keyOf: (delivery: Delivery) => string): ReadonlyMap<string, Decimal> {
  const byKey = new Map<string, Decimal>();
  for (const delivery of deliveries) {
    const key = keyOf(delivery);
    byKey.set(key, addDecimals(byKey.get(key) ?? '0', delivery.quantity));
  }
  return byKey;
}

/**
 * How much of each line has left the warehouse, by lot. A line without any delivery of its own follows its status:
 * what is delivered or invoiced has gone, whether or not its papers can be read; what is open has not, as far as known.
 */
export function shippedByLot(
  lines: readonly DeliverableLine[],
  deliveries: readonly Delivery[],
): ReadonlyMap<string, Decimal> {
  const lots = new Set(lines.map(({ lot }) => foldedKey(lot)));
  const isOfLot = ({ lot }: Delivery): boolean => lot !== undefined && lots.has(foldedKey(lot));
  const byLot = sums(deliveries.filter(isOfLot), ({ lot }) => foldedKey(lot ?? ''));
  const byItem = spread(
    lines,
    sums(
      deliveries.filter(({ lot, item }) => lot === undefined && item !== undefined),
      ({ item }) => foldedKey(item ?? ''),
    ),
  );
  return new Map(
    lines.map((line) => {
      const found = [byLot.get(foldedKey(line.lot)), byItem.get(line.lot)].filter((part) => part !== undefined);
      const byStatus = hasGone(line.status) ? line.ordered : '0';
      return [line.lot, found.length === 0 ? byStatus : sumDecimals(found)] as const;
    }),
  );
}
