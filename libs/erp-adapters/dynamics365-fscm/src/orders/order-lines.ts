import type { ErpCall } from '@headwater/erp-contracts';
import { requiredVendorText } from '@headwater/erp-adapter-kit';
import type { FscmContext } from '../dynamics365-fscm.context';
import { type EntityAnswer, parsedRow } from '../entities/entity-answer';
import { type EntityShape, entityShape, type RowOf } from '../entities/entity-shape';
import { rowsByKeys } from '../entities/keyed-rows';
import { foldedKey } from '../entities/keys';
import type { OrderHeader, orderHeaderShape } from './order-header.schema';

export type AnsweredOrder = EntityAnswer<typeof orderHeaderShape>;

export interface OrderWithLines<L> {
  readonly header: OrderHeader;
  readonly lines: readonly L[];
}

const orderOfLine = entityShape({ SalesOrderNumber: requiredVendorText }, {});

/** How lines are asked for together with their header; `undefined` where the settings want a call of their own. */
export function lineExpansion<E extends EntityShape>(context: FscmContext, shape: E) {
  const navigation = context.settings.orderLinesNavigation;
  return navigation === undefined ? {} : { expand: { navigation, purpose: 'order-lines', shape } as const };
}

/**
 * Orders with their lines: expanded where the header has that navigation, otherwise read by order number. A later
 * version of the header may name its navigation otherwise, and is then read the second way without being told to.
 */
export async function withLines<E extends EntityShape>(
  context: FscmContext,
  { answers, shape }: { readonly answers: readonly AnsweredOrder[]; readonly shape: E },
  call: ErpCall,
): Promise<readonly OrderWithLines<RowOf<E>>[]> {
  const lacking = answers.filter(({ expanded }) => expanded === undefined).map(({ row }) => row.SalesOrderNumber);
  const read = lacking.length === 0 ? [] : await linesOf(context, { orders: lacking, shape }, call);
  return answers.map(({ row, expanded }) => ({
    header: row,
    lines:
      expanded?.map((line) => parsedRow(context, { purpose: 'order-lines', shape, what: 'order lines' }, line)) ??
      read.filter(({ order }) => order === foldedKey(row.SalesOrderNumber)).map(({ line }) => line),
  }));
}

async function linesOf<E extends EntityShape>(
  context: FscmContext,
  { orders, shape }: { readonly orders: readonly string[]; readonly shape: E },
  call: ErpCall,
): Promise<readonly { readonly order: string; readonly line: RowOf<E> }[]> {
  const keyed = {
    schema: orderOfLine.schema.and(shape.schema),
    required: [...orderOfLine.required, ...shape.required],
    optional: shape.optional,
  };
  const rows = await rowsByKeys(
    context,
    { purpose: 'order-lines', shape: keyed, what: 'order lines', keyField: 'SalesOrderNumber', keys: orders },
    call,
  );
  return rows.map((row) => ({ order: foldedKey(row.SalesOrderNumber), line: row as RowOf<E> }));
}
