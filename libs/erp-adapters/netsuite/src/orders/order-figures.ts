import {
  requiredVendorText,
  schemaPerSetting,
  type SlashOrder,
  vendorDate,
  requiredVendorCount,
  withSiblings,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import type { BatchPage, CustomersQuery, ErpCall, LatestOrderView, OpenOrdersView } from '@headwater/erp-contracts';
import type { z } from 'zod';
import { customerRows, ofCustomers } from '../customers/of-customers';
import { type NetsuiteContext, refTo } from '../netsuite.context';
import { readAll, readInParts } from '../sql/reads';
import { all, isoDate, oneOfTexts, type Sql, sql } from '../sql/sql';
import { columns, ofSubsidiary, statusIn, transactionJoins } from '../sql/transactions';

/** A row per customer; one that orders nothing has none. */
const countSchema = vendorRow({ entityid: requiredVendorText, orders: requiredVendorCount });
const dayOfLatestSchema = schemaPerSetting((slashOrder: SlashOrder) =>
  vendorRow({ entityid: requiredVendorText, latest: vendorDate(slashOrder) }),
);

/** What NetSuite reckons over the sales orders of each customer. */
interface Figure<R extends OfCustomer> {
  readonly selected: Sql;
  readonly where: readonly Sql[];
  readonly row: z.ZodType<R>;
}

interface OfCustomer {
  readonly entityid: string;
}

/** How many sales orders of each customer are open, counted by NetSuite. */
export function openOrders(
  context: NetsuiteContext,
  { customers }: CustomersQuery,
  call: ErpCall,
): Promise<BatchPage<OpenOrdersView>> {
  const where = [statusIn('SalesOrd', context.settings.openOrderStatuses)];
  const figure = { selected: sql`COUNT(t.id) AS orders`, where, row: countSchema };
  return figures(context, { customers, figure, call }, (customer, row) => ({
    ref: refTo(context, 'customer', customer),
    customer,
    count: { value: row?.orders ?? 0, exact: true },
  }));
}

/** The day of the newest sales order of each customer. */
export function latestOrders(
  context: NetsuiteContext,
  { customers }: CustomersQuery,
  call: ErpCall,
): Promise<BatchPage<LatestOrderView>> {
  const row = dayOfLatestSchema(context.settings.slashOrder);
  const figure = { selected: sql`${isoDate(sql`MAX(t.trandate)`)} AS latest`, where: [], row };
  return figures(context, { customers, figure, call }, (customer, row) => ({
    ref: refTo(context, 'customer', customer),
    customer,
    ...(row?.latest === undefined ? {} : { orderedOn: row.latest }),
  }));
}

interface Figured<R extends OfCustomer> {
  readonly customers: readonly string[];
  readonly figure: Figure<R>;
  readonly call: ErpCall;
}

/** A customer without orders has no row: that it is one is told by the customers themselves. */
function figures<T, R extends OfCustomer>(
  context: NetsuiteContext,
  { customers, figure, call }: Figured<R>,
  view: (customer: string, row: R | undefined) => T,
): Promise<BatchPage<T>> {
  return ofCustomers(customers, (keys) =>
    withSiblings(call.signal, async (signal) => {
      const sibling = { ...call, signal };
      const [known, rows] = await Promise.all([
        customerRows(context, keys, sibling),
        figureRows(context, { keys, figure }, sibling),
      ]);
      const byCustomer = new Map(rows.map((row) => [row.entityid, row]));
      return { known: new Set(known.keys()), viewOf: (key, customer) => view(customer, byCustomer.get(key)) };
    }),
  );
}

function figureRows<R extends OfCustomer>(
  context: NetsuiteContext,
  { keys, figure }: { readonly keys: readonly string[]; readonly figure: Figure<R> },
  call: ErpCall,
): Promise<readonly R[]> {
  const { settings } = context;
  const selected = columns(sql`c.entityid AS entityid`, figure.selected);
  return readInParts(context, keys, (part) => {
    const ofThese = oneOfTexts(sql`c.entityid`, part);
    const where = all([sql`t.type = 'SalesOrd'`, ofThese, ...ofSubsidiary(settings), ...figure.where]);
    const query = sql`SELECT ${selected} FROM transaction t ${transactionJoins(settings)} WHERE ${where} GROUP BY c.entityid ORDER BY c.entityid`;
    return readAll(context, { query, row: figure.row, what: 'figures of orders' }, call);
  });
}
