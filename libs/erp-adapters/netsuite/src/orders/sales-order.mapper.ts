import { present } from '@headwater/erp-adapter-kit';
import type { SalesOrderView } from '@headwater/erp-contracts';
import { type NetsuiteContext, refTo } from '../netsuite.context';
import { currencyCode } from '../sql/currency';
import { partyName } from '../customers/party-name';
import type { OrderRow } from './order-row.schema';
import { orderStatusOf, statusWords } from './order-status';

export type OrderSetting = Pick<NetsuiteContext, 'connectionId' | 'settings'>;

/** A sales order as a list shows it. */
export function toSalesOrderView(row: OrderRow, { connectionId, settings }: OrderSetting): SalesOrderView {
  const currency = currencyCode(row.currency, settings);
  return present({
    ref: refTo({ connectionId }, 'order', row.tranid),
    number: row.tranid,
    customer: row.entityid,
    customerName: partyName(row),
    customerPo: row.otherrefnum,
    status: orderStatusOf(row, settings.orderStatuses),
    vendorStatus: statusWords(row),
    orderedOn: row.trandate,
    requestedOn: settings.shipDate === 'requested' ? row.shipdate : undefined,
    promisedOn: settings.shipDate === 'promised' ? row.shipdate : undefined,
    total: { amount: row.foreigntotal, currency },
    currency,
    salesperson: row.salesrep,
  });
}
