import { multiplyDecimals, subtractDecimals, sumDecimals, type Decimal } from '@headwater/kernel';
import type { Order, OrderLine, Release } from '../../world/model/order';
import { backorderedOf, hasShipped, shippedOf, waitingOf } from '../../world/orders/order-amounts';
import { lineUid } from '../p21-keys';
import type { Scene } from './column';
import { ordersIn } from './orders';
import type { Pins } from './table';

/** A part that goes into a kit; it stands in the order as a line of its own, below the kit's. */
export interface KitPart {
  readonly item: string;
  /** Pieces in one kit. */
  readonly pieces: number;
  /** 1, 2 … within the kit. */
  readonly at: number;
}

export interface OrderLineRow {
  readonly order: Order;
  readonly line: OrderLine;
  readonly component: KitPart | undefined;
}

/** Component lines are numbered 101, 102 … below line 1. */
export function lineNoOf({ line, component }: OrderLineRow): number {
  return component === undefined ? line.lineNo : line.lineNo * 100 + component.at;
}

export function lineUidOf(row: OrderLineRow): number {
  return lineUid(row.order.number, lineNoOf(row));
}

export function parentUidOf({ order, line, component }: OrderLineRow): number {
  return component === undefined ? 0 : lineUid(order.number, line.lineNo);
}

export function itemOf({ line, component }: OrderLineRow): string {
  return component?.item ?? line.item;
}

export function orderLinesIn(scene: Scene, pins: Pins): readonly OrderLineRow[] {
  return ordersIn(scene, pins).flatMap((order) =>
    order.lines.flatMap((line) => [
      { order, line, component: undefined },
      ...componentsOf(line.item, scene).map((component) => ({ order, line, component })),
    ]),
  );
}

/** Every n-th item of the catalogue is a kit of the two that follow it there. */
function componentsOf(item: string, { keys, options }: Scene): readonly KitPart[] {
  const place = keys.itemPlace(item);
  if (options.kitEvery === 0 || place % options.kitEvery !== 5) return [];
  return [1, 2].map((at) => ({ item: keys.itemAt(place + at), pieces: at, at }));
}

/** A quantity of the line's own unit as the column counts it: in base units, or as it is. */
export function counted({ line, component }: OrderLineRow, value: Decimal, { options }: Scene): Decimal {
  const pieces = component?.pieces ?? 1;
  const factor = (options.lineQuantities === 'base' ? line.unitFactor : 1) * pieces;
  return factor === 1 ? value : multiplyDecimals(value, String(factor));
}

/** P21 counts as invoiced what shipped, because confirming a shipment makes the invoice. */
export function invoicedOf({ order, line }: OrderLineRow, { options }: Scene): Decimal {
  if (options.invoicedQuantity === 'at-shipping') return shippedOf(order, line.lineNo);
  return sumOver(order, line, { which: (release) => release.invoice !== null, take: 'shipped' });
}

/** What was picked and did not become an invoice yet. */
export function onPickTicketsOf(row: OrderLineRow, { options }: Scene): Decimal {
  const { order, line } = row;
  const picked = sumOver(order, line, { which: ({ state }) => state === 'picked', take: 'ordered' });
  if (options.invoicedQuantity === 'at-shipping') return picked;
  const which = (release: Release): boolean => hasShipped(release) && release.invoice === null;
  return sumDecimals([picked, sumOver(order, line, { which, take: 'shipped' })]);
}

/** What waits on the shelf; what is back-ordered does not. */
export function allocatedOf({ order, line }: OrderLineRow): Decimal {
  return subtractDecimals(waitingOf(order, line.lineNo), backorderedOf(order, line.lineNo));
}

export function cancelledOf({ order, line }: OrderLineRow): Decimal {
  return sumOver(order, line, { which: ({ state }) => state === 'cancelled', take: 'ordered' });
}

interface Sum {
  readonly which: (release: Release) => boolean;
  readonly take: 'ordered' | 'shipped';
}

function sumOver(order: Order, line: OrderLine, { which, take }: Sum): Decimal {
  const lines = order.releases.filter(which).flatMap((release) => release.lines);
  return sumDecimals(lines.filter(({ lineNo }) => lineNo === line.lineNo).map((found) => found[take]));
}
