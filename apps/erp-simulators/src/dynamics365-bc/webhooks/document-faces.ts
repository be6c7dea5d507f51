import type { Order } from '../../world/model/order';
import { salesCreditMemo, salesCreditMemosOf } from '../documents/sales-credit-memo';
import { salesInvoice, salesInvoicesOf } from '../documents/sales-invoice';
import { isSalesOrder, salesOrder } from '../documents/sales-order';
import { isSalesQuote, salesQuote } from '../documents/sales-quote';
import type { Row } from '../odata/entity';
import type { Reading } from '../reading';

/** The documents an order stands behind, by set and id, each with all it shows. */
export function documentFaces(order: Order, reading: Reading): ReadonlyMap<string, string> {
  const sets: readonly (readonly [string, string, readonly Row[]])[] = [
    ['salesOrders', 'salesOrderLines', salesOrder.rows(isSalesOrder(order, reading) ? [{ order }] : [], reading)],
    ['salesQuotes', 'salesQuoteLines', salesQuote.rows(isSalesQuote(order) ? [{ order }] : [], reading)],
    ['salesInvoices', 'salesInvoiceLines', salesInvoice.rows(salesInvoicesOf(order), reading)],
    ['salesCreditMemos', 'salesCreditMemoLines', salesCreditMemo.rows(salesCreditMemosOf(order), reading)],
  ];
  return new Map(
    sets.flatMap(([set, lines, rows]) =>
      rows.map((row) => [`${set}|${String(row.value('id'))}`, faceOf([row, ...row.related(lines)])] as const),
    ),
  );
}

/** A change of a line is one of its header. */
function faceOf(rows: readonly Row[]): string {
  return JSON.stringify(
    rows.map((row) => [...row.schema.properties.keys()].filter(isShown).map((property) => row.value(property))),
  );
}

/** A stamp alone is no change. */
function isShown(property: string): boolean {
  return property !== 'lastModifiedDateTime';
}
