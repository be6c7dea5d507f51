import { parseVendor, vendorRow } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { answered, type P21Context } from '../epicor-p21.context';
import { keyIs, living, ofCompany } from '../tables/conditions';
import { openTable, type TableShape } from '../tables/open-table';
import { rowsOf } from '../tables/rows';
import { requiredKey } from '../tables/values';

const NUMBER_SHAPE: TableShape = {
  purpose: 'orders.headers',
  essential: ['order_no', 'customer_id', 'company_id', 'order_date'],
  optional: ['delete_flag', 'row_status_flag'],
};

const numberSchema = vendorRow({ order_no: requiredKey });

/** Numbers of a customer's orders, the newest first. */
export async function orderNumbersOf(
  context: P21Context,
  { customer, skip, top }: { readonly customer: string; readonly skip: number; readonly top: number },
  call: ErpCall,
): Promise<readonly string[]> {
  const table = await openTable(context, NUMBER_SHAPE, call);
  const owner = keyIs(table, 'customer_id', customer);
  if (owner === undefined) return [];
  const where = [owner, ...ofCompany(table, context.settings), ...living(table)];
  const rows = await rowsOf(context, { table, where, orderBy: ['-order_date', '-order_no'], top, skip }, call);
  return rows.map((row) => parseVendor(numberSchema, row, answered(context, 'orders')).order_no);
}
