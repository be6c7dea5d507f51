import { present } from '@headwater/erp-adapter-kit';
import type { AvailabilityView } from '@headwater/erp-contracts';
import { refTo } from '../harbor-erp.context';
import type { VendorStock } from './stock.schema';

/** Harbor's own figure of what is available is taken over; it knows reservations that no other column shows. */
export function toAvailabilityView(row: VendorStock, setting: { readonly connectionId: string }): AvailabilityView {
  const quantity = (value: string) => ({ value, unit: row.unit });
  return present({
    ref: refTo(setting, 'availability', `${row.item}@${row.warehouse}`),
    item: row.item,
    warehouse: row.warehouse,
    warehouseName: row.warehouseName,
    onHand: quantity(row.onHand),
    allocated: quantity(row.allocated),
    available: quantity(row.available),
    onOrder: quantity(row.onOrder),
    nextReceiptOn: row.nextReceipt,
  });
}
