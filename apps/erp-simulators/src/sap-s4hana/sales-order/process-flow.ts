import { isZero } from '@headwater/kernel';
import type { Order, Release } from '../../world/model/order';
import { hasShipped } from '../../world/orders/order-amounts';
import { documentNumber, itemNumber } from '../keys/documents';
import { uuidOf } from '../keys/uuid';
import type { EntitySet } from '../odata/model';
import { alpha, date, digits, guid, text, time } from '../odata/property';
import { lineRows, orderRows, type LineRow, type OrderRow } from './order-rows';

/** J is a delivery, M an invoice. */
interface FlowRow extends OrderRow {
  readonly document: string;
  readonly category: 'J' | 'M';
  readonly createdOn: string;
  readonly status: 'A' | 'C';
}

interface ItemFlowRow extends LineRow, FlowRow {}

/** What followed an order: deliveries are created when they are picked. */
export function headerFlow(row: OrderRow): readonly FlowRow[] {
  return row.order.releases.flatMap((release) => followers(row.order, release).map((flow) => ({ ...row, ...flow })));
}

export function itemFlow(row: LineRow): readonly ItemFlowRow[] {
  return row.order.releases
    .filter((release) => takesPart(release, row.line.lineNo))
    .flatMap((release) => followers(row.order, release).map((flow) => ({ ...row, ...flow })));
}

export function hasDelivery(release: Release): boolean {
  return release.state === 'picked' || hasShipped(release);
}

/** What of a release stands on its delivery: what left, or before that what was picked. */
export function takesPart(release: Release, lineNo: number): boolean {
  return release.lines.some(
    (line) => line.lineNo === lineNo && !isZero(hasShipped(release) ? line.shipped : line.ordered),
  );
}

function followers(order: Order, release: Release): readonly Omit<FlowRow, keyof OrderRow>[] {
  if (!hasDelivery(release)) return [];
  const createdOn = release.pickedOn ?? release.shippedOn ?? order.orderedOn;
  const status = hasShipped(release) ? 'C' : 'A';
  const delivery = { document: documentNumber('delivery', order, release), category: 'J', createdOn, status } as const;
  if (release.invoice === null) return [delivery];
  const document = documentNumber('billing', order, release);
  return [delivery, { document, category: 'M', createdOn: release.invoice.issuedOn, status: 'C' }];
}

export const A_SALES_ORDER_SUBSQNT_PROC_FLOW: EntitySet<FlowRow> = {
  name: 'A_SalesOrderSubsqntProcFlow',
  type: 'A_SalesOrderSubsqntProcFlowType',
  keys: ['SalesOrder', 'DocRelationshipUUID'],
  since: 'current',
  rows: (scope, pins) => orderRows(scope, pins).flatMap(headerFlow),
  properties: [
    alpha('SalesOrder', ({ order }) => order.number),
    guid('DocRelationshipUUID', ({ order, document }) => uuidOf(order.number, document)),
    alpha('SubsequentDocument', ({ document }) => document),
    text('SubsequentDocumentCategory', ({ category }) => category, { length: 4 }),
    text('ProcessFlowLevel', ({ category }) => (category === 'J' ? '00' : '01'), { length: 2 }),
    text('OverallSDProcessStatus', ({ status }) => status, { length: 1 }),
    date('CreationDate', ({ createdOn }) => createdOn),
    time('CreationTime', () => 'PT08H00M00S'),
    date('LastChangeDate', ({ createdOn }) => createdOn),
  ],
  navigations: [],
};

export const A_SALES_ORDER_ITM_SUBSQNT_PROC_FLOW: EntitySet<ItemFlowRow> = {
  name: 'A_SalesOrderItmSubsqntProcFlow',
  type: 'A_SalesOrderItmSubsqntProcFlowType',
  keys: ['SalesOrder', 'SalesOrderItem', 'DocRelationshipUUID'],
  since: 'current',
  rows: (scope, pins) => lineRows(scope, pins).flatMap(itemFlow),
  properties: [
    alpha('SalesOrder', ({ order }) => order.number),
    digits('SalesOrderItem', ({ line }) => itemNumber(line.lineNo), { length: 6 }),
    guid('DocRelationshipUUID', ({ order, line, document }) => uuidOf(order.number, String(line.lineNo), document)),
    alpha('SubsequentDocument', ({ document }) => document),
    digits('SubsequentDocumentItem', ({ line }) => itemNumber(line.lineNo), { length: 6 }),
    text('SubsequentDocumentCategory', ({ category }) => category, { length: 4 }),
    text('ProcessFlowLevel', ({ category }) => (category === 'J' ? '00' : '01'), { length: 2 }),
    text('SDProcessStatus', ({ status }) => status, { length: 1 }),
    date('CreationDate', ({ createdOn }) => createdOn),
    time('CreationTime', () => 'PT08H00M00S'),
    date('LastChangeDate', ({ createdOn }) => createdOn),
  ],
  navigations: [],
};
