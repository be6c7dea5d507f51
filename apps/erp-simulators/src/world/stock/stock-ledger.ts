import { addDecimals, isZero, multiplyDecimals, subtractDecimals, type Decimal } from '@headwater/kernel';
import type { StockLevel } from '../model/item';
import type { Order } from '../model/order';
import { isWaiting, lineOf } from '../orders/order-amounts';

/** Stock by item and warehouse. */
export class StockLedger {
  private readonly levels: Map<string, StockLevel>;
  private readonly byItem: ReadonlyMap<string, readonly string[]>;

  constructor(levels: readonly StockLevel[]) {
    this.levels = new Map(levels.map((level) => [stockKey(level.item, level.warehouse), level]));
    const groups = Map.groupBy(levels, (level) => level.item);
    this.byItem = new Map([...groups].map(([item, list]) => [item, list.map((level) => level.warehouse)]));
  }

  /** Undefined where the warehouse does not carry the item. */
  get(item: string, warehouse: string): StockLevel | undefined {
    return this.levels.get(stockKey(item, warehouse));
  }

  ofItem(item: string): readonly StockLevel[] {
    return (this.byItem.get(item) ?? []).flatMap((warehouse) => this.get(item, warehouse) ?? []);
  }

  ofWarehouse(warehouse: string): readonly StockLevel[] {
    return this.all().filter((level) => level.warehouse === warehouse);
  }

  all(): readonly StockLevel[] {
    return [...this.levels.values()];
  }

  replace(level: StockLevel): void {
    this.levels.set(stockKey(level.item, level.warehouse), level);
  }

  /** Keeps what is committed equal to what open orders wait for; answers the `stockKey`s it changed. */
  recommit(before: Order, after: Order): readonly string[] {
    const [old, now] = [demandOf(before), demandOf(after)];
    const deltas = [...new Set([...old.keys(), ...now.keys()])].map(
      (key) => [key, subtractDecimals(now.get(key) ?? '0', old.get(key) ?? '0')] as const,
    );
    const changed = deltas.filter(([, quantity]) => !isZero(quantity));
    for (const [key, quantity] of changed) this.commit(key, quantity);
    return changed.map(([key]) => key);
  }

  private commit(key: string, quantity: Decimal): void {
    const level = this.levels.get(key);
    if (level !== undefined) this.levels.set(key, { ...level, committed: addDecimals(level.committed, quantity) });
  }
}

/** On hand less what is committed or reserved. */
export function availableOf(level: StockLevel): Decimal {
  return subtractDecimals(subtractDecimals(level.onHand, level.committed), level.reserved);
}

export function allocatedOf(level: StockLevel): Decimal {
  return addDecimals(level.committed, level.reserved);
}

export function stockKey(item: string, warehouse: string): string {
  return `${item}|${warehouse}`;
}

/** Base units an order still waits for, by `stockKey`; quotes and returns wait for nothing. */
export function demandOf(order: Order): ReadonlyMap<string, Decimal> {
  const demand = new Map<string, Decimal>();
  if (order.kind !== 'order') return demand;
  for (const waiting of order.releases.filter(isWaiting).flatMap((release) => release.lines)) {
    const line = lineOf(order, waiting.lineNo);
    const key = stockKey(line.item, order.warehouse);
    const quantity = multiplyDecimals(waiting.ordered, String(line.unitFactor));
    demand.set(key, addDecimals(demand.get(key) ?? '0', quantity));
  }
  return demand;
}
