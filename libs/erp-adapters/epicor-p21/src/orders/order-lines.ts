import { parseVendor } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { isZero } from '@headwater/kernel';
import { answered, type P21Context } from '../epicor-p21.context';
import { living } from '../tables/conditions';
import { openTable } from '../tables/open-table';
import { rowsWithKeys } from '../tables/rows';
import { LINE_SHAPE, type LineRow, lineSchema } from './order.schema';

/** Every line of the orders, components of kits among them; one read for many orders. */
export async function linesOfOrders(
  context: P21Context,
  orders: readonly string[],
  call: ErpCall,
): Promise<readonly LineRow[]> {
  const table = await openTable(context, LINE_SHAPE, call);
  const query = { field: 'order_no', keys: orders, where: living(table), orderBy: ['line_no'] };
  const rows = await rowsWithKeys(context, { table, ...query }, call);
  const schema = lineSchema(context.settings.timeZone);
  return rows.map((row) => parseVendor(schema, row, answered(context, 'order lines')));
}

/** What the customer ordered: a component of a kit has a parent, and its price stands with the kit. */
export function isVisible({ parent_oe_line_uid: parent }: LineRow): boolean {
  return parent === undefined || isZero(parent);
}
