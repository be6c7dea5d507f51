import { present } from '@headwater/erp-adapter-kit';
import type { AvailabilityView } from '@headwater/erp-contracts';
import { subtractDecimals } from '@headwater/kernel';
import { refTo } from '../dynamics365-bc.context';
import type { NamedCode } from '../names/names';
import type { ItemCardRow, StockRow } from './availability.schema';

export interface StockSetting {
  readonly connectionId: string;
  /** The item as it was asked for: Business Central ignores case. */
  readonly item: string;
  readonly unitWhereNone: string;
}

function quantities(unit: string) {
  return (value: string | undefined) => (value === undefined ? undefined : { value, unit });
}

export function toAvailabilityView(row: StockRow, setting: StockSetting): AvailabilityView {
  const unit = row.unitOfMeasureCode ?? setting.unitWhereNone;
  const inUnit = quantities(unit);
  return present({
    ref: refTo(setting, 'availability', `${setting.item}@${row.locationCode}`),
    item: setting.item,
    warehouse: row.locationCode,
    warehouseName: row.locationName,
    onHand: { value: row.quantityOnHand, unit },
    allocated: inUnit(row.quantityReserved),
    available: { value: row.quantityAvailable, unit },
    onOrder: inUnit(row.quantityOnPurchaseOrder),
    nextReceiptOn: row.nextReceiptDate,
  });
}

/** The page holds no available figure: it is on hand without what sales orders want, where the page tells. */
export function toItemCardView(row: ItemCardRow, location: NamedCode, setting: StockSetting): AvailabilityView {
  const unit = row.unit ?? setting.unitWhereNone;
  const inUnit = quantities(unit);
  return present({
    ref: refTo(setting, 'availability', `${setting.item}@${location.code}`),
    item: setting.item,
    warehouse: location.code,
    warehouseName: location.name,
    onHand: { value: row.onHand, unit },
    allocated: inUnit(row.allocated),
    available: { value: row.allocated === undefined ? row.onHand : subtractDecimals(row.onHand, row.allocated), unit },
    onOrder: inUnit(row.onOrder),
  });
}
