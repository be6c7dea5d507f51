import { type ODataFilter, parseVendor } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { numberIs, sameKey } from '../client/search-words';
import { answered, type BcContext } from '../dynamics365-bc.context';
import { heldSchema } from './held-order.schema';
import { isPosted, type OrderInvoiceRow, orderInvoiceSchema } from '../invoices/invoice.schema';
import type { DatedAsk, DatedRow } from '../paging/dated-source';
import { allOf } from './order-documents';

export interface InvoiceAsk extends Partial<DatedAsk> {
  readonly filters: readonly ODataFilter[];
  readonly lines?: 'included';
}

/** Posted invoices; Business Central deletes an order once it is fully invoiced, so they are its history. */
export async function orderInvoices(
  context: BcContext,
  { filters, orderBy, top, lines }: InvoiceAsk,
  call: ErpCall,
): Promise<readonly OrderInvoiceRow[]> {
  const query = {
    ...allOf(filters),
    ...(orderBy === undefined ? {} : { orderBy }),
    ...(top === undefined ? {} : { top }),
    ...(lines === undefined ? {} : { expand: [{ navigation: 'salesInvoiceLines' }] }),
  };
  const rows = await context.client.rows({ from: 'standard', set: 'salesInvoices', query, what: 'invoices' }, call);
  const schema = orderInvoiceSchema(context.settings.customerPoField)(lines ?? 'left');
  const parsed = rows.map((row) => parseVendor(schema, row, answered(context, 'invoices')));
  for (const { id, number } of parsed) context.numbers.learn('invoice', id, number);
  return parsed;
}

/** Invoices of one order that is gone, the latest last. */
export type InvoicedOrder = readonly [OrderInvoiceRow, ...OrderInvoiceRow[]];

function byDate(left: OrderInvoiceRow, right: OrderInvoiceRow): number {
  const [one, other] = [`${left.sortDate} ${left.number}`, `${right.sortDate} ${right.number}`];
  return one < other ? -1 : Number(one > other);
}

/** The posted invoices of an order in order of their date; `undefined` where there are none. */
export function invoicedOrder(invoices: readonly OrderInvoiceRow[], order: string): InvoicedOrder | undefined {
  const [first, ...others] = invoices
    .filter((invoice) => isPosted(invoice) && invoice.orderNumber !== undefined && sameKey(invoice.orderNumber, order))
    .sort(byDate);
  return first === undefined ? undefined : [first, ...others];
}

/** Orders of these numbers that Business Central still holds. */
async function heldNumbers(context: BcContext, orders: readonly string[], call: ErpCall): Promise<readonly string[]> {
  const query = { filter: numberIs('number', orders) };
  const rows = await context.client.rows({ from: 'standard', set: 'salesOrders', query, what: 'orders' }, call);
  return rows.map((row) => parseVendor(heldSchema, row, answered(context, 'orders')).number);
}

/** Numbers in one question; more would make an address that servers refuse. */
const MOST_NUMBERS = 25;

function portions(numbers: readonly string[]): readonly (readonly string[])[] {
  return numbers.length === 0 ? [] : [numbers.slice(0, MOST_NUMBERS), ...portions(numbers.slice(MOST_NUMBERS))];
}

async function inPortions<T>(
  numbers: readonly string[],
  read: (portion: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  return (await Promise.all(portions(numbers).map(read))).flat();
}

/**
 * Orders that are gone, each at the place of its latest invoice: an order that is still held, or is listed by a later
 * invoice, is left out here.
 */
export async function goneOrders(
  context: BcContext,
  rows: readonly DatedRow<OrderInvoiceRow>[],
  call: ErpCall,
): Promise<readonly (DatedRow<OrderInvoiceRow> & { readonly invoices: InvoicedOrder })[]> {
  const posted = rows.filter(({ value }) => isPosted(value) && value.orderNumber !== undefined);
  const orders = [...new Set(posted.map(({ value }) => value.orderNumber ?? ''))];
  const [held, invoices] = await Promise.all([
    inPortions(orders, (portion) => heldNumbers(context, portion, call)),
    inPortions(orders, (portion) => orderInvoices(context, { filters: [numberIs('orderNumber', portion)] }, call)),
  ]);
  return posted.flatMap((row) => {
    const order = row.value.orderNumber ?? '';
    const own = invoicedOrder(invoices, order);
    const isLatest = own?.at(-1)?.number === row.value.number;
    return own === undefined || !isLatest || held.some((number) => sameKey(number, order))
      ? []
      : [{ ...row, invoices: own }];
  });
}
