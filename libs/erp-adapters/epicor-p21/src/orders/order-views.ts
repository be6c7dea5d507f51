import type { ErpCall, SalesOrderDetailView, SalesOrderView } from '@headwater/erp-contracts';
import type { P21Context } from '../epicor-p21.context';
import { currencyOf, customersByNumber } from '../customers/customer-rows';
import { itemRows } from '../items/item-rows';
import { groupBy } from '../tables/values';
import { progressOf } from './line-progress';
import { isVisible, linesOfOrders } from './order-lines';
import type { HeaderRow, LineRow } from './order.schema';
import { headerStatus, type OrderSetting, toSalesOrderView } from './sales-order.mapper';
import { toSalesOrderLineView } from './sales-order-line.mapper';
import { shippedNotInvoiced } from './shipped-quantities';

type SettingOf = (header: HeaderRow) => OrderSetting;

/** What headers lack, for all orders of a page in one read each: lines, customers, and what left uninvoiced. */
async function settingsOf(context: P21Context, headers: readonly HeaderRow[], call: ErpCall): Promise<SettingOf> {
  const orders = headers.map((header) => header.order_no);
  const [lines, customers, shippedOnly] = await Promise.all([
    linesOfOrders(context, orders, call),
    customersByNumber(
      context,
      headers.map((header) => header.customer_id),
      call,
    ),
    shippedNotInvoiced(context, orders, call),
  ]);
  const byOrder = groupBy(lines.filter(isVisible), (line) => line.order_no);
  return (header) => {
    const customer = customers.get(header.customer_id);
    const ofOrder = byOrder.get(header.order_no.toUpperCase()) ?? [];
    return {
      connectionId: context.connectionId,
      currency: currencyOf(context, customer),
      customerName: customer?.customer_name,
      lines: ofOrder.map((line) => ({ line, progress: progressOf(line, shippedOnly) })),
    };
  };
}

export async function viewsOf(
  context: P21Context,
  headers: readonly HeaderRow[],
  call: ErpCall,
): Promise<readonly SalesOrderView[]> {
  if (headers.length === 0) return [];
  const settingOf = await settingsOf(context, headers, call);
  return headers.map((header) => toSalesOrderView(header, settingOf(header)));
}

export async function detailOf(context: P21Context, header: HeaderRow, call: ErpCall): Promise<SalesOrderDetailView> {
  const setting = (await settingsOf(context, [header], call))(header);
  const { currency, lines } = setting;
  const unitOf = await unitsOfLines(
    context,
    lines.map(({ line }) => line),
    call,
  );
  const whole = headerStatus(header);
  return {
    ...toSalesOrderView(header, setting),
    lines: lines.map((placed) =>
      toSalesOrderLineView(placed, { currency, headerStatus: whole, unit: unitOf(placed.line) }),
    ),
  };
}

/** Whether `qty_ordered` counts the line's unit or the item's base unit is not confirmed, so the setting decides. */
export async function unitsOfLines(
  context: P21Context,
  lines: readonly LineRow[],
  call: ErpCall,
): Promise<(line: LineRow) => string> {
  const { lineQuantities, defaultUnit } = context.settings;
  const needsItem = lines.filter((line) => lineQuantities === 'base-unit' || line.unit_of_measure === undefined);
  const keys = needsItem.map((line) => line.item_id);
  const items = keys.length === 0 ? [] : await itemRows(context, { field: 'item_id', keys }, call);
  const base = new Map(items.map((item) => [item.item_id.toUpperCase(), item.base_unit]));
  return (line) => {
    const own = lineQuantities === 'line-unit' ? line.unit_of_measure : undefined;
    return own ?? base.get(line.item_id.toUpperCase()) ?? defaultUnit;
  };
}
