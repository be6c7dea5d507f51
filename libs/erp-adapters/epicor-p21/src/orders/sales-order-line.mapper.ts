import { present } from '@headwater/erp-adapter-kit';
import type { OrderStatus, SalesOrderLineView } from '@headwater/erp-contracts';
import { type Decimal, subtractDecimals, compareDecimals } from '@headwater/kernel';
import { type LineInProgress, type LineProgress, statusOfLine } from './line-progress';
import type { LineRow } from './order.schema';

export interface LineSetting {
  readonly currency: string;
  /** What the header says of all its lines, if it does. */
  readonly headerStatus: OrderStatus | undefined;
  /** What quantities of the line count. */
  readonly unit: string;
}

/** Disposition B is a back-order: what is neither shipped nor on a pick ticket waits for stock. */
function backordered(line: LineRow, progress: LineProgress): Decimal {
  if (line.disposition?.toUpperCase() !== 'B') return '0';
  const waiting = subtractDecimals(progress.left, progress.picked);
  return compareDecimals(waiting, '0') > 0 ? waiting : '0';
}

function statusOf(line: LineRow, progress: LineProgress, header: OrderStatus | undefined): OrderStatus {
  if (progress.isCancelled) return 'cancelled';
  if (header !== undefined && header !== 'on-hold') return header;
  if (progress.isComplete) return 'closed';
  const held = header === 'on-hold' || line.disposition?.toUpperCase() === 'H';
  const status = statusOfLine(progress);
  return held && (status === 'open' || status === 'picked') ? 'on-hold' : status;
}

export function toSalesOrderLineView({ line, progress }: LineInProgress, setting: LineSetting): SalesOrderLineView {
  const inUnit = (value: Decimal) => ({ value, unit: setting.unit });
  const money = (amount: Decimal) => ({ amount, currency: setting.currency });
  return present({
    lineNo: line.line_no,
    item: line.item_id,
    description: line.extended_desc ?? '',
    ordered: inUnit(line.qty_ordered),
    shipped: inUnit(progress.shipped),
    backordered: inUnit(backordered(line, progress)),
    unitPrice: line.unit_price === undefined ? undefined : money(line.unit_price),
    priceUnit: line.unit_price === undefined ? undefined : line.unit_of_measure,
    lineTotal: money(line.extended_price),
    promisedOn: line.promise_date,
    warehouse: line.ship_loc_id,
    status: statusOf(line, progress, setting.headerStatus),
  });
}
