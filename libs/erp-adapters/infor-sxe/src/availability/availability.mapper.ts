import { present } from '@headwater/erp-adapter-kit';
import type { AvailabilityView } from '@headwater/erp-contracts';
import { subtractDecimals, sumDecimals } from '@headwater/kernel';
import { refTo } from '../infor-sxe.context';
import type { StockRow } from './warehouse-stock.schema';

export interface StockSetting {
  readonly connectionId: string;
  /** The item's own number: rows of icsw may spell it in another case. */
  readonly item: string;
  /** The item's stocking unit, in which icsw counts. */
  readonly unit: string;
  readonly warehouseName: string | undefined;
}

/** SX.e's table holds no available figure; its own is on hand without what is reserved and committed. */
export function toAvailabilityView(row: StockRow, setting: StockSetting): AvailabilityView {
  const inUnit = (value: string) => ({ value, unit: setting.unit });
  const allocated = sumDecimals(row.allocated);
  return present({
    ref: refTo(setting, 'availability', `${setting.item}@${row.whse}`),
    item: setting.item,
    warehouse: row.whse,
    warehouseName: setting.warehouseName,
    onHand: inUnit(row.onHand),
    allocated: inUnit(allocated),
    available: inUnit(subtractDecimals(row.onHand, allocated)),
    onOrder: inUnit(row.onOrder),
    nextReceiptOn: row.nextReceiptOn,
  });
}
