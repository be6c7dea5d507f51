import { present } from '@headwater/erp-adapter-kit';
import type { AvailabilityView } from '@headwater/erp-contracts';
import { stockUnit } from '../items/item-rows';
import { type NetsuiteContext, refTo } from '../netsuite.context';
import type { NetsuiteSettings } from '../settings/netsuite.settings';
import type { LocationRow, StockRow } from './stock.schema';

export interface Warehouse {
  readonly key: string;
  readonly name?: string | undefined;
}

/** What a location is called by in this connection. */
export function warehouseOf({ id, name }: LocationRow, { warehouseKey }: NetsuiteSettings): Warehouse {
  return { key: warehouseKey === 'id' ? id : name, name };
}

/** NetSuite's own figures: available is what it says is available, allocated what it has committed. */
export function toAvailabilityView(
  row: StockRow,
  warehouse: Warehouse,
  context: Pick<NetsuiteContext, 'connectionId' | 'settings'>,
): AvailabilityView {
  const unit = stockUnit(row, context.settings);
  const inUnit = (value: string) => ({ value, unit });
  return present({
    ref: refTo(context, 'availability', `${row.itemid}@${warehouse.key}`),
    item: row.itemid,
    warehouse: warehouse.key,
    warehouseName: warehouse.name,
    onHand: inUnit(row.quantityonhand),
    allocated: inUnit(row.quantitycommitted),
    available: inUnit(row.quantityavailable),
    onOrder: inUnit(row.quantityonorder),
  });
}
