import { present } from '@headwater/erp-adapter-kit';
import type { ItemUnitView, ItemView } from '@headwater/erp-contracts';
import { sameKey } from '../client/search-words';
import { refTo } from '../dynamics365-bc.context';
import type { ItemRow, ItemUnitRow } from './item.schema';

export interface ItemSetting {
  readonly connectionId: string;
  readonly unitWhereNone: string;
  readonly units: readonly ItemUnitRow[];
}

function unitsOf(row: ItemRow, base: string, units: readonly ItemUnitRow[]): readonly ItemUnitView[] {
  const others = units
    .filter(({ itemNumber, code }) => sameKey(itemNumber, row.number) && !sameKey(code, base))
    .map(({ code, qtyPerUnitOfMeasure }) => ({ unit: code, factor: qtyPerUnitOfMeasure }));
  return [{ unit: base, factor: '1' }, ...others];
}

export function toItemView(row: ItemRow, setting: ItemSetting): ItemView {
  const unit = row.baseUnitOfMeasureCode ?? setting.unitWhereNone;
  return present({
    ref: refTo(setting, 'item', row.number),
    number: row.number,
    description: [row.displayName, row.displayName2].filter((part) => part !== undefined).join(' '),
    gtin: row.gtin,
    unit,
    units: unitsOf(row, unit, setting.units),
    active: row.blocked !== true,
  });
}
