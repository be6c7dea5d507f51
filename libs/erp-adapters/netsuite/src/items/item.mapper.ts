import { present } from '@headwater/erp-adapter-kit';
import type { ItemView } from '@headwater/erp-contracts';
import { type NetsuiteContext, refTo } from '../netsuite.context';
import type { ItemRow } from './item.schema';
import { itemDescription, stockUnit } from './item-rows';

/** An item in its stocking unit; the factors of other units are not told by SuiteQL's public documentation. */
export function toItemView(row: ItemRow, context: Pick<NetsuiteContext, 'connectionId' | 'settings'>): ItemView {
  const unit = stockUnit(row, context.settings);
  return present({
    ref: refTo(context, 'item', row.itemid),
    number: row.itemid,
    description: itemDescription(row),
    gtin: row.upccode,
    unit,
    units: [{ unit, factor: '1' }],
    active: row.isinactive !== true,
  });
}
