import { present } from '@headwater/erp-adapter-kit';
import type { AvailabilityView } from '@headwater/erp-contracts';
import { type Decimal, subtractDecimals, sumDecimals } from '@headwater/kernel';
import { refTo } from '../epicor-p21.context';
import type { BlockedRow, StockRow } from './stock.schema';

export interface StockSetting {
  readonly connectionId: string;
  readonly item: string;
  /** The item's base unit, in which stock counts. */
  readonly unit: string;
  readonly warehouseName: string | undefined;
  /** Of the item at the location. */
  readonly blocked: readonly BlockedRow[];
}

function blockedQuantity(rows: readonly BlockedRow[]): Decimal {
  return sumDecimals(
    rows.flatMap((row) =>
      [row.qty_non_pickable, row.qty_quarantined, row.qty_frozen].filter((quantity) => quantity !== undefined),
    ),
  );
}

/**
 * Available is on hand without what is allocated, not pickable, quarantined or frozen, as Prophet 21 itself reckons.
 * Digits stay as the database has them (`41.000000000`): how many are shown is not for an adapter to decide.
 */
export function toAvailabilityView(row: StockRow, setting: StockSetting): AvailabilityView {
  const inUnit = (value: Decimal) => ({ value, unit: setting.unit });
  const free = subtractDecimals(row.qty_on_hand, row.qty_allocated);
  return present({
    ref: refTo(setting, 'availability', `${setting.item}@${row.location_id}`),
    item: setting.item,
    warehouse: row.location_id,
    warehouseName: setting.warehouseName,
    onHand: inUnit(row.qty_on_hand),
    allocated: inUnit(row.qty_allocated),
    available: inUnit(subtractDecimals(free, blockedQuantity(setting.blocked))),
    onOrder: inUnit(row.order_quantity),
  });
}
