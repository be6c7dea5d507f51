import type { OrderStatus } from '@headwater/erp-contracts';
import { addDecimals, compareDecimals, type Decimal, isZero, subtractDecimals } from '@headwater/kernel';
import type { LineRow } from './order.schema';
import { lineKey, type ShippedQuantities } from './shipped-quantities';

/** How far a line has come. */
export interface LineProgress {
  readonly shipped: Decimal;
  readonly invoiced: Decimal;
  readonly picked: Decimal;
  /** Ordered, without what was cancelled or has shipped; never below zero. */
  readonly left: Decimal;
  readonly isCancelled: boolean;
  readonly isComplete: boolean;
}

/** A line with how far it has come. */
export interface LineInProgress {
  readonly line: LineRow;
  readonly progress: LineProgress;
}

function notBelowZero(value: Decimal): Decimal {
  return compareDecimals(value, '0') > 0 ? value : '0';
}

/** Disposition C is a cancelled line, beside its flag. */
export function isCancelled(line: LineRow): boolean {
  return line.cancel_flag === true || line.disposition?.toUpperCase() === 'C';
}

export function progressOf(line: LineRow, shippedOnly: ShippedQuantities): LineProgress {
  // Mostly there is nothing of the kind, and no key is worth making.
  const notInvoiced = shippedOnly.size === 0 ? undefined : shippedOnly.get(lineKey(line.order_no, line.line_no));
  const shipped = notInvoiced === undefined ? line.qty_invoiced : addDecimals(line.qty_invoiced, notInvoiced);
  const { qty_ordered: ordered, qty_canceled: less } = line;
  const due = less === undefined || isZero(less) ? ordered : subtractDecimals(ordered, less);
  const cancelled = isCancelled(line);
  return {
    shipped,
    invoiced: line.qty_invoiced,
    picked: line.qty_on_pick_tickets ?? '0',
    left: cancelled || line.complete === true ? '0' : notBelowZero(subtractDecimals(due, shipped)),
    isCancelled: cancelled,
    isComplete: line.complete === true,
  };
}

/** Where a line stands that is neither cancelled nor closed. */
export function statusOfLine({ shipped, invoiced, picked, left }: LineProgress): OrderStatus {
  if (isZero(shipped)) return isZero(picked) ? 'open' : 'picked';
  if (!isZero(left)) return 'partly-shipped';
  return compareDecimals(invoiced, shipped) >= 0 ? 'invoiced' : 'shipped';
}

/** Where lines together stand, of an order that is neither held nor closed by its header. */
export function statusByProgress(lines: readonly LineProgress[]): OrderStatus {
  const live = lines.filter((line) => !line.isCancelled);
  if (lines.length > 0 && live.length === 0) return 'cancelled';
  const someShipped = live.some((line) => !isZero(line.shipped));
  const allShipped = someShipped && live.every((line) => isZero(line.left));
  if (allShipped) {
    return live.every((line) => compareDecimals(line.invoiced, line.shipped) >= 0) ? 'invoiced' : 'shipped';
  }
  if (someShipped) return 'partly-shipped';
  return live.some((line) => !isZero(line.picked)) ? 'picked' : 'open';
}
