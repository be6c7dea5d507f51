import type { ErpConnection, OrderReader } from '@headwater/erp-contracts';
import { type BenchedErp, type ErpAnswers, LINES, ROWS } from './benched-erp';

/** One read that is benched. */
export interface OrderRead {
  readonly name: string;
  readonly answers: (erp: BenchedErp) => ErpAnswers;
  /** How many lines or rows came back. */
  readonly run: (connection: ErpConnection, erp: BenchedErp) => Promise<number>;
  readonly expected: number;
}

const DEADLINE_MS = 60_000;

function ordersOf({ orders }: ErpConnection): OrderReader {
  if (orders === undefined) throw new Error('Every benched adapter reads orders.');
  return orders;
}

async function linesOfOrder(connection: ErpConnection, { order }: BenchedErp): Promise<number> {
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const { data } = await ordersOf(connection).get({ number: order }, { signal });
  return new Set(data.lines.map(({ lineNo }) => lineNo)).size;
}

/** Page by page, each as large as the adapter gives them. */
async function ordersOfCustomer(connection: ErpConnection, { customer }: BenchedErp): Promise<number> {
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const numbers = new Set<string>();
  let cursor: string | undefined;
  do {
    const query = { customer, limit: ROWS, ...(cursor === undefined ? {} : { cursor }) };
    const { data } = await ordersOf(connection).list(query, { signal });
    for (const { number } of data.items) numbers.add(number);
    cursor = data.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return numbers.size;
}

/** The reads whose cost is compared with that of `JSON.parse`. */
export const ORDER_READS: readonly OrderRead[] = [
  {
    name: 'one order, 500 lines',
    answers: ({ oneOrder }) => oneOrder,
    run: linesOfOrder,
    expected: LINES,
  },
  {
    name: 'order list, 1,000 rows',
    answers: ({ orderList }) => orderList,
    run: ordersOfCustomer,
    expected: ROWS,
  },
];
