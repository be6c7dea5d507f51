import { parseVendor, present, withSiblings } from '@headwater/erp-adapter-kit';
import type { ErpCall, SalesOrderDetailView } from '@headwater/erp-contracts';
import { type ItemRow, itemRowSchema } from '../items/item.schema';
import { answered, type NetsuiteContext, textKey, unknown } from '../netsuite.context';
import { readAll, readFirst } from '../sql/reads';
import { all, sql } from '../sql/sql';
import { ofSubsidiary, subsidiaryJoin } from '../sql/transactions';
import { orderRecordSchema } from './order-record.schema';
import { type OrderRow, orderRowSchema } from './order-row.schema';
import { ordersWhere } from './order-rows';
import { toSalesOrderLineView, warehouseOf } from './sales-order-line.mapper';
import { toSalesOrderView } from './sales-order.mapper';

/**
 * One order in two steps. SuiteQL finds it by its number, which the record API cannot, and tells what that API only
 * has display texts of: customer number, currency code, item numbers. The lines come from the record API: SuiteQL's
 * do not tell what is committed, back-ordered and expected when.
 */
export async function orderInFull(
  context: NetsuiteContext,
  number: string,
  call: ErpCall,
): Promise<SalesOrderDetailView> {
  const key = textKey(context, number, 'order');
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [row, items] = await Promise.all([orderRow(context, key, sibling), itemsOf(context, key, sibling)]);
    if (row === undefined) throw unknown(context, 'order');
    const schema = orderRecordSchema(context.settings.slashOrder);
    const body = await context.client.salesOrder(row.id, sibling);
    const record = parseVendor(schema, body, answered(context, 'the order'));
    const order = toSalesOrderView(row, context);
    const setting = { settings: context.settings, currency: order.currency, orderStatus: order.status, items };
    return {
      ...order,
      ...present({ warehouse: warehouseOf(record.location, context.settings) }),
      lines: record.item.items.map((line, index) => toSalesOrderLineView(line, { ...setting, position: index + 1 })),
    };
  });
}

/** The newest one: numbering may have been started anew. */
async function orderRow(context: NetsuiteContext, key: string, call: ErpCall): Promise<OrderRow | undefined> {
  const { settings } = context;
  const query = ordersWhere(settings, [sql`t.tranid = ${key}`], sql`t.id DESC`);
  return readFirst(context, { query, row: orderRowSchema(settings.slashOrder), what: 'orders' }, call);
}

/** Numbers and units of the items on an order, by internal id. */
async function itemsOf(context: NetsuiteContext, key: string, call: ErpCall): Promise<ReadonlyMap<string, ItemRow>> {
  const { settings } = context;
  const where = all([
    sql`t.type = 'SalesOrd'`,
    sql`t.tranid = ${key}`,
    sql`tl.mainline = 'F'`,
    sql`tl.taxline = 'F'`,
    ...ofSubsidiary(settings),
  ]);
  const query = sql`SELECT DISTINCT i.id AS id, i.itemid AS itemid, i.itemtype AS itemtype, i.displayname AS displayname, i.description AS description, BUILTIN.DF(i.stockunit) AS stockunit, BUILTIN.DF(i.saleunit) AS saleunit FROM transactionline tl INNER JOIN transaction t ON t.id = tl.transaction INNER JOIN item i ON i.id = tl.item ${subsidiaryJoin(settings)} WHERE ${where} ORDER BY i.id`;
  const rows = await readAll(context, { query, row: itemRowSchema, what: 'items of an order' }, call);
  return new Map(rows.map((row) => [row.id, row]));
}
