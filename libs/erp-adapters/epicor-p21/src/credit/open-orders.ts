import { parseVendor, vendorRow } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import { compareDecimals, type Decimal, isZero, scaleOf, subtractDecimals } from '@headwater/kernel';
import Big from 'big.js';
import { ERP } from '../client/erp-name';
import { answered, type P21Context } from '../epicor-p21.context';
import { isCancelled } from '../orders/line-progress';
import { isVisible, linesOfOrders } from '../orders/order-lines';
import { HEADER_SHAPE, type LineRow } from '../orders/order.schema';
import { stillOpen } from '../orders/still-open';
import { living, ofCompany, where } from '../tables/conditions';
import { openTable } from '../tables/open-table';
import { rowsWithKeys } from '../tables/rows';
import { requiredKey } from '../tables/values';

const orderSchema = vendorRow({ order_no: requiredKey, customer_id: requiredKey });

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

export interface OrderedAmount {
  readonly customer_id: string;
  readonly amount: Decimal;
}

/** What open orders of the customers are worth and not yet invoiced, line by line; neither quotes nor returns count. */
export async function openOrderAmounts(
  context: P21Context,
  customers: readonly string[],
  call: ErpCall,
): Promise<readonly OrderedAmount[]> {
  const table = await openTable(context, HEADER_SHAPE, call);
  const conditions = [
    ...ofCompany(table, context.settings),
    ...living(table),
    ...stillOpen(table),
    ...where(table, [['rma_flag', 'N']]),
  ];
  const query = { table, field: 'customer_id', keys: customers, where: conditions, orderBy: ['order_no'] };
  const rows = await rowsWithKeys(context, query, call);
  const orders = rows.map((row) => parseVendor(orderSchema, row, answered(context, 'orders')));
  const customerOf = new Map(orders.map((order) => [order.order_no, order.customer_id]));
  const lines = await linesOfOrders(context, [...customerOf.keys()], call);
  return lines.filter(isVisible).map((line) => {
    const customer = customerOf.get(line.order_no);
    // Nobody's amount must not be left out silently.
    if (customer === undefined) throw new ErpError('bad-response', `${ERP} answered a line of another order.`);
    return { customer_id: customer, amount: uninvoiced(line) };
  });
}
