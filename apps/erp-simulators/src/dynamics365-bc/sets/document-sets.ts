import type { Order } from '../../world/model/order';
import {
  salesCreditMemo,
  salesCreditMemoLine,
  salesCreditMemoLinesOf,
  salesCreditMemosOf,
} from '../documents/sales-credit-memo';
import { releaseLinesOf, salesInvoice, salesInvoiceLine, salesInvoicesOf } from '../documents/sales-invoice';
import { isSalesOrder, salesOrder, salesOrderLine, salesOrderLinesOf } from '../documents/sales-order';
import { isSalesQuote, salesQuote, salesQuoteLine, salesQuoteLinesOf } from '../documents/sales-quote';
import { salesShipment, salesShipmentLine, salesShipmentsOf } from '../documents/sales-shipment';
import type { Entity } from '../odata/entity';
import type { Pins } from '../odata/pins';
import type { Reading } from '../reading';
import { linesNeedDocument } from '../refusals';
import { ordersFor, type DocumentKinds } from './candidates';
import { entitySet, type EntitySet } from './entity-set';

interface DocumentParts<D, L> {
  readonly kind: 'salesOrder' | 'salesQuote' | 'salesInvoice' | 'salesCreditMemo' | 'salesShipment';
  readonly document: Entity<D>;
  readonly documentsOf: (order: Order, reading: Reading) => readonly D[];
  readonly line: Entity<L>;
  readonly linesOf: (document: D) => readonly L[];
}

/** A document's own set, and that of its lines, which BC answers for one document only. */
function documentSets<D, L>(parts: DocumentParts<D, L>): readonly EntitySet[] {
  const { kind } = parts;
  const documents = (reading: Reading, pins: Pins, kinds: DocumentKinds): readonly D[] =>
    ordersFor(reading, pins, kinds).flatMap((order) => parts.documentsOf(order, reading));
  return [
    entitySet(`${kind}s`, parts.document, (reading, pins) => documents(reading, pins, { document: kind })),
    entitySet(`${kind}Lines`, parts.line, (reading, pins) => {
      const named = pins.of('documentId') ?? pins.of('id');
      if (named === undefined && reading.options.linesWithoutDocument === 'refused') throw linesNeedDocument();
      return documents(reading, pins, { document: kind, line: `${kind}Line` }).flatMap(parts.linesOf);
    }),
  ];
}

export const DOCUMENT_SETS: readonly EntitySet[] = [
  ...documentSets({
    kind: 'salesOrder',
    document: salesOrder,
    documentsOf: (order, reading) => (isSalesOrder(order, reading) ? [{ order }] : []),
    line: salesOrderLine,
    linesOf: salesOrderLinesOf,
  }),
  ...documentSets({
    kind: 'salesQuote',
    document: salesQuote,
    documentsOf: (order) => (isSalesQuote(order) ? [{ order }] : []),
    line: salesQuoteLine,
    linesOf: salesQuoteLinesOf,
  }),
  ...documentSets({
    kind: 'salesInvoice',
    document: salesInvoice,
    documentsOf: salesInvoicesOf,
    line: salesInvoiceLine,
    linesOf: releaseLinesOf,
  }),
  ...documentSets({
    kind: 'salesCreditMemo',
    document: salesCreditMemo,
    documentsOf: salesCreditMemosOf,
    line: salesCreditMemoLine,
    linesOf: salesCreditMemoLinesOf,
  }),
  ...documentSets({
    kind: 'salesShipment',
    document: salesShipment,
    documentsOf: salesShipmentsOf,
    line: salesShipmentLine,
    linesOf: releaseLinesOf,
  }),
];
