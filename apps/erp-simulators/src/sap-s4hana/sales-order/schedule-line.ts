import { subtractDecimals, type Decimal } from '@headwater/kernel';
import type { Release, ReleaseLine } from '../../world/model/order';
import { hasShipped } from '../../world/orders/order-amounts';
import { itemNumber } from '../keys/documents';
import { isoUnit, quantityText, sapUnit } from '../keys/units';
import type { EntitySet } from '../odata/model';
import { alpha, date, decimal, digits, text } from '../odata/property';
import { lineRows, type LineRow } from './order-rows';
import { isConfirmed } from './progress';

export interface ScheduleRow extends LineRow {
  /** From 1. */
  readonly number: number;
  readonly release: Release;
  readonly part: ReleaseLine;
}

const UNIT = { length: 3, semantics: 'unit-of-measure' } as const;
const QUANTITY = { precision: 13, scale: 3, unit: 'OrderQuantityUnit' } as const;

/** One per wave of delivery. The first has the ordered quantity; what could not be confirmed then has lines of its own. */
export function scheduleLines(row: LineRow): readonly ScheduleRow[] {
  return row.order.releases
    .flatMap((release) =>
      release.lines.filter(({ lineNo }) => lineNo === row.line.lineNo).map((part) => ({ release, part })),
    )
    .map(({ release, part }, at) => ({ ...row, release, part, number: at + 1 }));
}

export const A_SALES_ORDER_SCHEDULE_LINE: EntitySet<ScheduleRow> = {
  name: 'A_SalesOrderScheduleLine',
  type: 'A_SalesOrderScheduleLineType',
  keys: ['SalesOrder', 'SalesOrderItem', 'ScheduleLine'],
  rows: (scope, pins) => lineRows(scope, pins).flatMap(scheduleLines),
  properties: [
    alpha('SalesOrder', ({ order }) => order.number),
    digits('SalesOrderItem', ({ line }) => itemNumber(line.lineNo), { length: 6 }),
    digits('ScheduleLine', ({ number }) => String(number), { length: 4 }),
    date('RequestedDeliveryDate', ({ order }) => order.requestedOn),
    date('ConfirmedDeliveryDate', confirmedOn),
    text('OrderQuantityUnit', ({ line }) => line.unit, UNIT),
    text('OrderQuantitySAPUnit', ({ line }) => sapUnit(line.unit), { ...UNIT, since: 'current' }),
    text('OrderQuantityISOUnit', ({ line }) => isoUnit(line.unit), { ...UNIT, since: 'current' }),
    decimal('ScheduleLineOrderQuantity', (row) => shown(row, row.number === 1 ? row.line.ordered : '0'), QUANTITY),
    decimal('ConfdOrderQtyByMatlAvailCheck', (row) => shown(row, confirmed(row)), QUANTITY),
    decimal('DeliveredQtyInOrderQtyUnit', (row) => shown(row, row.part.shipped), QUANTITY),
    decimal(
      'OpenConfdDelivQtyInOrdQtyUnit',
      (row) => shown(row, subtractDecimals(confirmed(row), row.part.shipped)),
      QUANTITY,
    ),
    text('DelivBlockReasonForSchedLine', () => '', { display: 'UpperCase', length: 2 }),
  ],
  navigations: [
    {
      name: 'to_SalesOrder',
      target: 'A_SalesOrder',
      multiplicity: 'one',
      follow: ({ scope, order }) => [{ scope, order }],
    },
    { name: 'to_SalesOrderItem', target: 'A_SalesOrderItem', multiplicity: 'one', follow: (row) => [row] },
  ],
};

/** What nobody confirmed has no date. */
export function confirmedOn({ release, line, scope }: ScheduleRow): string | null {
  return release.state !== 'cancelled' && isConfirmed(release, scope.options) ? line.promisedOn : null;
}

function shown({ line }: ScheduleRow, quantity: Decimal): Decimal {
  return quantityText(quantity, line.unit);
}

/** A shipped wave confirmed what it shipped: the rest has a line of its own. A rejected one confirms nothing. */
export function confirmed({ release, part, scope }: ScheduleRow): Decimal {
  if (hasShipped(release)) return part.shipped;
  if (release.state === 'cancelled') return '0';
  return isConfirmed(release, scope.options) ? part.ordered : '0';
}
