import { present } from '@headwater/erp-adapter-kit';
import type { SalesOrderDetailView } from '@headwater/erp-contracts';
import { toPostalAddressView } from '../customers/customer.mapper';
import { lineHistories } from './line-history';
import { type OrderGroup, type OrderSetting, toSalesOrderView } from './sales-order.mapper';
import { toSalesOrderLineView } from './sales-order-line.mapper';
import type { SingleOrder } from './single-order';
import type { OrderHeader } from './single-order.schema';

/** An order with every suffix in full, in the same order as the group's. */
export interface OrderInFull {
  readonly group: OrderGroup;
  readonly singles: readonly SingleOrder[];
}

function shipToOf(header: OrderHeader) {
  return toPostalAddressView({
    kind: 'shipping',
    shipTo: header.shipto,
    name: header.shiptonm,
    lines: [header.shiptoaddr1, header.shiptoaddr2, header.shiptoaddr3],
    city: header.shiptocity,
    region: header.shiptost,
    postalCode: header.shiptozip,
    country: header.shiptocountrycd,
  });
}

/** `approvty` other than `y` means that the order waits for approval. */
export function isHeld({ singles }: OrderInFull): boolean {
  return singles.some(({ header }) => header.approvty !== undefined && header.approvty.toLowerCase() !== 'y');
}

export function toSalesOrderDetailView(order: OrderInFull, setting: OrderSetting): SalesOrderDetailView {
  const { group, singles } = order;
  const header = singles[0]?.header;
  const suffixes = group.suffixes.map(({ stagecd }, index) => ({ stage: stagecd, lines: singles[index]?.lines ?? [] }));
  return {
    ...toSalesOrderView(group, setting),
    ...(header === undefined
      ? {}
      : present({
          customerName: header.name,
          requestedOn: header.reqshipdt,
          shipTo: shipToOf(header),
          warehouse: header.whse,
          salesperson: header.slsrepin,
        })),
    lines: lineHistories(suffixes).map((history) =>
      toSalesOrderLineView(history, { currency: setting.currency, held: setting.held, warehouse: header?.whse }),
    ),
  };
}
