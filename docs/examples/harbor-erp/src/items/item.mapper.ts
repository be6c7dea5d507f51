import { present } from '@headwater/erp-adapter-kit';
import type { ItemView } from '@headwater/erp-contracts';
import { refTo } from '../harbor-erp.context';
import type { VendorItem } from './item.schema';

/** Harbor counts an item in one unit only. */
export function toItemView(item: VendorItem, setting: { readonly connectionId: string }): ItemView {
  return present({
    ref: refTo(setting, 'item', item.number),
    number: item.number,
    description: item.description ?? '',
    gtin: item.barcode,
    unit: item.unit,
    units: [{ unit: item.unit, factor: '1' }],
    active: item.discontinued !== true,
  });
}
