import type { ErpCall } from '@headwater/erp-contracts';
import { requiredVendorText } from '@headwater/erp-adapter-kit';
import type { z } from 'zod';
import type { FscmContext } from '../dynamics365-fscm.context';
import { type EntityAnswer, parsedRow } from '../entities/entity-answer';
import { type EntityShape, type RowOf } from '../entities/entity-shape';
import { rowsByKeys } from '../entities/keyed-rows';
import { foldedKey } from '../entities/keys';
import type { OrderHeader, orderHeaderShape } from './order-header.schema';

export type AnsweredOrder = EntityAnswer<typeof orderHeaderShape>;

export interface OrderWithLines<L> {
  readonly header: OrderHeader;
  readonly lines: readonly L[];
}

type LineShape = EntityShape<z.ZodObject>;

/** Lines with the number of their order; made once for each shape, as making a schema costs more than reading rows. */
const keyedShapes = new WeakMap<LineShape, LineShape>();

function withOrderNumber(shape: LineShape): LineShape {
  const keyed = keyedShapes.get(shape) ?? {
    schema: shape.schema.extend({ SalesOrderNumber: requiredVendorText }),
    required: ['SalesOrderNumber', ...shape.required],
    optional: shape.optional,
  };
  keyedShapes.set(shape, keyed);
  return keyed;
}

/** How lines are asked for together with their header; `undefined` where the settings want a call of their own. */
export function lineExpansion<E extends EntityShape>(context: FscmContext, shape: E) {
  const navigation = context.settings.orderLinesNavigation;
  return navigation === undefined ? {} : { expand: { navigation, purpose: 'order-lines', shape } as const };
}

/**
 * Orders with their lines: expanded where the header has that navigation, otherwise read by order number. A later
 * version of the header may name its navigation otherwise, and is then read the second way without being told to.
 */
export async function withLines<E extends LineShape>(
  context: FscmContext,
  { answers, shape }: { readonly answers: readonly AnsweredOrder[]; readonly shape: E },
  call: ErpCall,
): Promise<readonly OrderWithLines<RowOf<E>>[]> {
  const lacking = answers.filter(({ expanded }) => expanded === undefined).map(({ row }) => row.SalesOrderNumber);
  const read = await linesOf(context, { orders: lacking, shape }, call);
  return answers.map(({ row, expanded }) => ({
    header: row,
    lines:
      expanded?.map((line) => parsedRow(context, { purpose: 'order-lines', shape, what: 'order lines' }, line)) ??
      read.get(foldedKey(row.SalesOrderNumber)) ??
      [],
  }));
}

async function linesOf<E extends LineShape>(
  context: FscmContext,
  { orders, shape }: { readonly orders: readonly string[]; readonly shape: E },
  call: ErpCall,
): Promise<ReadonlyMap<string, readonly RowOf<E>[]>> {
  if (orders.length === 0) return new Map();
  const rows = await rowsByKeys(
    context,
    {
      ...{ purpose: 'order-lines', shape: withOrderNumber(shape), what: 'order lines' },
      ...{ keyField: 'SalesOrderNumber', keys: orders },
    },
    call,
  );
  const byOrder = new Map<string, RowOf<E>[]>();
  for (const row of rows) {
    const order = foldedKey(String(row['SalesOrderNumber']));
    const lines = byOrder.get(order);
    if (lines === undefined) byOrder.set(order, [row as RowOf<E>]);
    else lines.push(row as RowOf<E>);
  }
  return byOrder;
}
