import { type ODataFilter, parseVendor } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { isZero } from '@headwater/kernel';
import { answered, type P21Context } from '../epicor-p21.context';
import { keyIs, living, ofCompany, where } from '../tables/conditions';
import { openTable, type OpenTable } from '../tables/open-table';
import { type Row, rowsWithKeys } from '../tables/rows';
import { groupBy } from '../tables/values';
import { balanceOf } from './balance';
import { INVOICE_LINE_SHAPE, INVOICE_SHAPE, invoiceLineSchema, type InvoiceRow, invoiceSchema } from './invoice.schema';

export function openInvoices(context: P21Context, call: ErpCall): Promise<OpenTable> {
  return openTable(context, INVOICE_SHAPE, call);
}

/** `undefined` where no invoice can be of the customer. */
export function invoicesOf(
  context: P21Context,
  table: OpenTable,
  { customer, open }: { readonly customer: string; readonly open: boolean | undefined },
): readonly ODataFilter[] | undefined {
  const owner = keyIs(table, 'customer_id', customer);
  if (owner === undefined) return undefined;
  return [owner, ...ofCompany(table, context.settings), ...living(table), ...(open === true ? unpaid(table) : [])];
}

function unpaid(table: OpenTable): readonly ODataFilter[] {
  return where(table, [['paid_in_full_flag', 'N']]);
}

export function toInvoiceRow(context: P21Context, row: Row): InvoiceRow {
  return parseVendor(invoiceSchema(context.settings.timeZone), row, answered(context, 'invoices'));
}

/** An invoice may be flagged as unpaid while only a remainder of rounding is left of it. */
export function isOpen(context: P21Context, row: InvoiceRow): boolean {
  return !isZero(balanceOf(row, context.settings.balanceTolerance));
}

/** Every open invoice of the customers. */
export async function openInvoicesOf(
  context: P21Context,
  customers: readonly string[],
  call: ErpCall,
): Promise<readonly InvoiceRow[]> {
  const table = await openInvoices(context, call);
  const conditions = [...ofCompany(table, context.settings), ...living(table), ...unpaid(table)];
  const query = { table, field: 'customer_id', keys: customers, where: conditions, orderBy: ['invoice_no'] };
  const rows = await rowsWithKeys(context, query, call);
  return rows.map((row) => toInvoiceRow(context, row)).filter((row) => isOpen(context, row));
}

/** Orders by the invoice that bills them: only lines of an invoice name an order. */
export async function ordersOfInvoices(
  context: P21Context,
  invoices: readonly string[],
  call: ErpCall,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const table = await openTable(context, INVOICE_LINE_SHAPE, call);
  const query = { field: 'invoice_no', keys: invoices, where: living(table), orderBy: ['order_no'] };
  const rows = await rowsWithKeys(context, { table, ...query }, call);
  const lines = rows.map((row) => parseVendor(invoiceLineSchema, row, answered(context, 'invoice lines')));
  const groups = [...groupBy(lines, (line) => line.invoice_no)];
  return new Map(
    groups.map(([invoice, ofInvoice]) => {
      const orders = ofInvoice.map((line) => line.order_no).filter((order) => order !== undefined && order !== '0');
      return [invoice, [...new Set(orders)].filter((order) => order !== undefined)];
    }),
  );
}
