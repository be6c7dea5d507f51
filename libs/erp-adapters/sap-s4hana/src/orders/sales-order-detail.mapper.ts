import { present } from '@headwater/erp-adapter-kit';
import type { PostalAddressView, SalesOrderDetailView } from '@headwater/erp-contracts';
import { toPostalAddressView } from '../customers/postal-address';
import { plainKey } from '../keys';
import { isHeld } from './order-status';
import { type OrderSetting, toSalesOrderView } from './sales-order.mapper';
import { isSold, nextPromise, promisedOn, type SoldItem, toSalesOrderLineView } from './sales-order-line.mapper';
import type { OrderInFull } from './sales-order.schema';

export interface OrderInFullSetting extends OrderSetting {
  readonly basePriceTypes: readonly string[];
  readonly shipToFunctions: readonly string[];
}

function shipToOf(order: OrderInFull, functions: readonly string[]): PostalAddressView | undefined {
  const partner = order.to_Partner?.find(({ PartnerFunction }) => functions.includes(PartnerFunction));
  if (partner?.Customer === undefined) return undefined;
  const address = partner.addresses?.[0];
  return toPostalAddressView({ kind: 'shipping', shipTo: plainKey(partner.Customer), ...address });
}

/** The plant of all lines, where it is one. */
function onlyPlant(order: OrderInFull): string | undefined {
  const plants = new Set(order.to_Item.flatMap(({ ProductionPlant }) => ProductionPlant ?? []));
  return plants.size === 1 ? [...plants][0] : undefined;
}

/** The next day something of the order is confirmed for, else the last day anything was. */
function promiseOf(items: readonly SoldItem[]): string | undefined {
  const next = items.flatMap((item) => nextPromise(item) ?? []).sort()[0];
  return (
    next ??
    items
      .flatMap((item) => promisedOn(item) ?? [])
      .sort()
      .at(-1)
  );
}

export function toSalesOrderDetailView(order: OrderInFull, setting: OrderInFullSetting): SalesOrderDetailView {
  const held = isHeld(order, setting);
  const { basePriceTypes, shipToFunctions } = setting;
  const sold = order.to_Item.filter(isSold);
  return {
    ...toSalesOrderView(order, setting),
    ...present({ promisedOn: promiseOf(sold), shipTo: shipToOf(order, shipToFunctions), warehouse: onlyPlant(order) }),
    lines: sold.map((item) =>
      toSalesOrderLineView(item, { currency: order.TransactionCurrency, held, basePriceTypes }),
    ),
  };
}
