import { parseVendor, vendorRow } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { compareDecimals, type Decimal, isZero, scaleOf, subtractDecimals } from '@headwater/kernel';
import Big from 'big.js';
import { answered, type P21Context } from '../epicor-p21.context';
import { isCancelled } from '../orders/line-progress';
import { isVisible, linesOfOrders } from '../orders/order-lines';
import { HEADER_SHAPE, type LineRow } from '../orders/order.schema';
import { keyIs, living, ofCompany, where } from '../tables/conditions';
import { openTable } from '../tables/open-table';
import { allRows } from '../tables/rows';
import { requiredKey } from '../tables/values';

const orderSchema = vendorRow({ order_no: requiredKey });

/** The share of a line that is not invoiced yet, rounded to the digits of its price. */
export function uninvoiced(line: LineRow): Decimal {
  const due = subtractDecimals(line.qty_ordered, line.qty_canceled ?? '0');
  const left = subtractDecimals(due, line.qty_invoiced);
  const isDone = isCancelled(line) || line.complete === true || isZero(line.qty_ordered);
  if (isDone || compareDecimals(left, '0') <= 0) return '0';
  if (compareDecimals(left, line.qty_ordered) === 0) return line.extended_price;
  const share = new Big(line.extended_price).times(left).div(line.qty_ordered);
  return share.toFixed(Math.max(scaleOf(line.extended_price), 2), Big.roundHalfUp);
}

/** What open orders of a customer are worth and not yet invoiced; neither quotes nor returns count. */
export async function openOrderAmounts(
  context: P21Context,
  customer: string,
  call: ErpCall,
): Promise<readonly Decimal[]> {
  const table = await openTable(context, HEADER_SHAPE, call);
  const owner = keyIs(table, 'customer_id', customer);
  if (owner === undefined) return [];
  const open = where(table, [
    ['completed', 'N'],
    ['cancel_flag', 'N'],
    ['projected_order', 'N'],
    ['rma_flag', 'N'],
  ]);
  const conditions = [owner, ...ofCompany(table, context.settings), ...living(table), ...open];
  const rows = await allRows(context, { table, where: conditions, orderBy: ['order_no'] }, call);
  const orders = rows.map((row) => parseVendor(orderSchema, row, answered(context, 'orders')).order_no);
  return (await linesOfOrders(context, orders, call)).filter(isVisible).map(uninvoiced);
}
