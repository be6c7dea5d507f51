import type { ShipmentLineView } from '@headwater/erp-contracts';
import { saleUnit } from '../items/item-rows';
import type { NetsuiteSettings } from '../settings/netsuite.settings';
import { absolute } from '../sql/negated';
import type { ShipmentLineRow } from './shipment.schema';

/**
 * What a shipment ships. Each line is booked twice, once out of stock and once as its cost, with equal or opposite
 * sign: lines alike in item, unit and quantity are pairs, unless their number is odd.
 */
export function shippedLines(
  rows: readonly ShipmentLineRow[],
  settings: NetsuiteSettings,
): readonly ShipmentLineView[] {
  const views = [...new Map(rows.map((row) => [row.line, row])).values()].map((row) => ({
    item: row.itemid,
    shipped: { value: absolute(row.quantity), unit: row.unit ?? saleUnit(row, settings) },
  }));
  if (settings.fulfillmentLines !== 'pairs') return views;
  return [...groupedAlike(views).values()].flatMap((alike) =>
    alike.length % 2 === 0 ? alike.slice(alike.length / 2) : alike,
  );
}

function groupedAlike(views: readonly ShipmentLineView[]): ReadonlyMap<string, readonly ShipmentLineView[]> {
  const groups = new Map<string, readonly ShipmentLineView[]>();
  for (const view of views) {
    const key = JSON.stringify(view);
    groups.set(key, [...(groups.get(key) ?? []), view]);
  }
  return groups;
}
