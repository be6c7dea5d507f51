import type { CalendarDate } from '@headwater/kernel';
import { foldedKey } from '../entities/keys';
import type { PackingSlipLine } from '../orders/deliveries';
import type { TrackingRow } from './tracking.schema';

/** One packing slip of one order, out of the rows of two entities that each know a part of it. */
export interface PackingSlip {
  readonly number: string;
  readonly order: string;
  readonly shippedOn: CalendarDate | undefined;
  readonly tracking: readonly TrackingRow[];
  readonly lines: readonly PackingSlipLine[];
}

function keyOf(order: string, slip: string): string {
  return JSON.stringify([foldedKey(order), foldedKey(slip)]);
}

/** Slips are told apart within their order: a number may repeat between orders. */
export function packingSlips(
  tracking: readonly TrackingRow[],
  lines: readonly PackingSlipLine[],
): readonly PackingSlip[] {
  const slips = new Map<string, PackingSlip>();
  const slipOf = (order: string, number: string): PackingSlip =>
    slips.get(keyOf(order, number)) ?? { number, order, shippedOn: undefined, tracking: [], lines: [] };
  for (const row of tracking) {
    const slip = slipOf(row.SalesOrderNumber, row.PackingSlipNumber);
    slips.set(keyOf(slip.order, slip.number), {
      ...slip,
      shippedOn: slip.shippedOn ?? row.DeliveryDate,
      tracking: [...slip.tracking, row],
    });
  }
  for (const line of lines) {
    if (line.PackingSlipNumber === undefined) continue;
    const slip = slipOf(line.SalesOrderNumber, line.PackingSlipNumber);
    slips.set(keyOf(slip.order, slip.number), {
      ...slip,
      // A slip whose parcels are not tracked has its date on its lines alone.
      shippedOn: slip.shippedOn ?? line.DeliveryDate,
      lines: [...slip.lines, line],
    });
  }
  return [...slips.values()];
}
