import { present } from '@headwater/erp-adapter-kit';
import type { ItemUnitView, ItemView } from '@headwater/erp-contracts';
import { refTo } from '../epicor-p21.context';
import { sameKey } from '../tables/values';
import type { CustomerPartRow, ItemRow, UnitRow } from './item.schema';
import { isLiving } from './item-rows';

export interface ItemParts {
  readonly connectionId: string;
  readonly row: ItemRow;
  readonly defaultUnit: string;
  readonly parts: readonly CustomerPartRow[];
  readonly units: readonly UnitRow[];
}

/** The base unit first; every other holds `unit_size` of it. */
function unitsOf(base: string, rows: readonly UnitRow[]): readonly ItemUnitView[] {
  const others = rows.filter((row) => !sameKey(row.unit_of_measure, base));
  return [{ unit: base, factor: '1' }, ...others.map((row) => ({ unit: row.unit_of_measure, factor: row.unit_size }))];
}

export function toItemView({ connectionId, row, defaultUnit, parts, units }: ItemParts): ItemView {
  const unit = row.base_unit ?? defaultUnit;
  const numbers = [...new Set(parts.map((part) => part.their_item_id))];
  return present({
    ref: refTo({ connectionId }, 'item', row.item_id),
    number: row.item_id,
    description: row.item_desc ?? row.extended_desc ?? '',
    customerPartNumbers: numbers.length === 0 ? undefined : numbers,
    gtin: row.upc_or_ean_id,
    unit,
    units: unitsOf(unit, units),
    active: isLiving(row),
  });
}
