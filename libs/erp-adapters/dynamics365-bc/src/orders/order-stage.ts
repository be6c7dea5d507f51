import type { OrderStatus } from '@headwater/erp-contracts';
import { compareDecimals, type Decimal, isZero, subtractDecimals } from '@headwater/kernel';
import type { DocumentLine } from './sales-order.schema';

export interface StageSetting {
  readonly orderStatuses: ReadonlyMap<string, OrderStatus>;
  readonly backorders: 'after-shipment' | 'outstanding';
}

/** Lines that are bought: comments have neither a thing nor a quantity. */
export function boughtLines(lines: readonly DocumentLine[]): readonly DocumentLine[] {
  return lines.filter((line) => line.lineType?.toLowerCase() !== 'comment' && line.lineObjectNumber !== undefined);
}

function atLeast(value: Decimal | undefined, needed: Decimal): boolean {
  return value !== undefined && compareDecimals(value, needed) >= 0;
}

function isSome(value: Decimal | undefined): boolean {
  return value !== undefined && !isZero(value);
}

/** How far a line has come; `undefined` where it has not moved. */
export function stageOfLine(line: DocumentLine): OrderStatus | undefined {
  const quantity = line.quantity ?? '0';
  if (isZero(quantity)) return undefined;
  if (atLeast(line.invoicedQuantity, quantity)) return 'invoiced';
  if (atLeast(line.shippedQuantity, quantity)) return 'shipped';
  return isSome(line.shippedQuantity) ? 'partly-shipped' : undefined;
}

/** The status Business Central gives the document, in our words; an unknown one is an open order. */
export function statusOfDocument(status: string | undefined, setting: StageSetting): OrderStatus {
  return setting.orderStatuses.get(status?.toLowerCase() ?? '') ?? 'open';
}

export interface StagedOrder {
  readonly status: string | undefined;
  readonly fullyShipped: boolean | undefined;
  readonly lines: readonly DocumentLine[];
}

/**
 * The status of an order: Business Central's own knows only how far it is approved, so what was shipped decides first.
 */
export function stageOfOrder(order: StagedOrder, setting: StageSetting): OrderStatus {
  if (order.fullyShipped === true) return 'shipped';
  const moved = boughtLines(order.lines).map(stageOfLine);
  return moved.some((stage) => stage !== undefined) ? 'partly-shipped' : statusOfDocument(order.status, setting);
}

/** What is outstanding of each line and counts as back-ordered. */
export function backordersOf({ lines }: StagedOrder, setting: StageSetting): (line: DocumentLine) => Decimal {
  const counts = setting.backorders === 'outstanding' || lines.some(({ shippedQuantity }) => isSome(shippedQuantity));
  if (!counts) return () => '0';
  return ({ quantity, shippedQuantity }) => {
    const outstanding = subtractDecimals(quantity ?? '0', shippedQuantity ?? '0');
    return compareDecimals(outstanding, '0') > 0 ? outstanding : '0';
  };
}
