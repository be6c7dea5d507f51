import { parseVendor, vendorRow } from '@headwater/erp-adapter-kit';
import type { BatchPage, CustomersQuery, ErpCall, OpenOrdersView } from '@headwater/erp-contracts';
import type { z } from 'zod';
import { ofCustomers } from '../customers/of-customers';
import { answered, type P21Context, refTo } from '../epicor-p21.context';
import { living, ofCompany } from '../tables/conditions';
import { openTable, type TableShape } from '../tables/open-table';
import { rowsWithKeys } from '../tables/rows';
import { groupBy, requiredKey } from '../tables/values';
import { stillOpen } from './still-open';

/** As little of a header as counting takes. */
const COUNTED_SHAPE: TableShape = {
  purpose: 'orders.headers',
  essential: ['order_no', 'customer_id', 'company_id', 'completed', 'projected_order'],
  optional: ['cancel_flag', 'delete_flag', 'row_status_flag'],
};

const countedSchema = vendorRow({ order_no: requiredKey, customer_id: requiredKey });

type CountedRow = z.output<typeof countedSchema>;

/** How many orders of each customer are open. Prophet 21 is not known to count, so the rows are. */
export function openOrders(
  context: P21Context,
  { customers }: CustomersQuery,
  call: ErpCall,
): Promise<BatchPage<OpenOrdersView>> {
  const read = async (sibling: ErpCall) => {
    const orders = groupBy(await openHeaders(context, customers, sibling), (row) => row.customer_id);
    return ({ asked, row }: { readonly asked: string; readonly row: { readonly customer_id: string } }) => ({
      ref: refTo(context, 'customer', row.customer_id),
      customer: asked,
      count: { value: orders.get(row.customer_id.toUpperCase())?.length ?? 0, exact: true },
    });
  };
  return ofCustomers(context, { customers, call, read });
}

async function openHeaders(
  context: P21Context,
  customers: readonly string[],
  call: ErpCall,
): Promise<readonly CountedRow[]> {
  const table = await openTable(context, COUNTED_SHAPE, call);
  const where = [...ofCompany(table, context.settings), ...living(table), ...stillOpen(table)];
  const query = { table, field: 'customer_id', keys: customers, where, orderBy: ['order_no'] };
  const rows = await rowsWithKeys(context, query, call);
  return rows.map((row) => parseVendor(countedSchema, row, answered(context, 'orders')));
}
