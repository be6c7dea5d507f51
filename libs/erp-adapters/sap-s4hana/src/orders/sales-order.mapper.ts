import { present } from '@headwater/erp-adapter-kit';
import type { SalesOrderView } from '@headwater/erp-contracts';
import { plainKey } from '../keys';
import { refTo } from '../sap-s4hana.context';
import { type BlockCodes, orderStatus, vendorStatus } from './order-status';
import type { OrderHeader } from './sales-order.schema';

export interface OrderSetting extends BlockCodes {
  readonly connectionId: string;
}

export function toSalesOrderView(header: OrderHeader, setting: OrderSetting): SalesOrderView {
  const number = plainKey(header.SalesOrder);
  return present({
    ref: refTo(setting, 'order', number),
    number,
    customer: plainKey(header.SoldToParty),
    customerPo: header.PurchaseOrderByCustomer,
    status: orderStatus(header, setting),
    vendorStatus: vendorStatus(header),
    orderedOn: header.SalesOrderDate,
    requestedOn: header.RequestedDeliveryDate,
    total: { amount: header.TotalNetAmount, currency: header.TransactionCurrency },
    currency: header.TransactionCurrency,
  });
}
