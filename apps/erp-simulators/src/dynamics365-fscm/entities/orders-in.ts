import type { Order } from '../../world/model/order';
import { fromOrderNumber, orderOfDocument, orderOfLot } from '../companies';
import type { Scan } from '../edm/schema';

/** Columns of a set by which its rows lead back to an order. */
export interface OrderColumns {
  readonly order?: string;
  /** Number of an invoice or packing slip. */
  readonly document?: string;
  readonly lot?: string;
  readonly customers?: readonly string[];
}

/** Sales orders and returns of the companies in sight, by number; quotations are no sales orders. */
export function ordersIn(scan: Scan, columns: OrderColumns): readonly Order[] {
  const found = numbersIn(scan, columns);
  return scan.companies.flatMap((company) =>
    (found === undefined
      ? ordersOfCustomers(scan, columns.customers ?? [], company)
      : found.flatMap((number) => scan.world.orders.get(number, company) ?? [])
    ).filter((order) => order.kind !== 'quote'),
  );
}

function numbersIn({ pins }: Scan, { order, document, lot }: OrderColumns): readonly string[] | undefined {
  const readings: readonly (readonly [string | undefined, (text: string) => string | undefined])[] = [
    [order, fromOrderNumber],
    [document, orderOfDocument],
    [lot, orderOfLot],
  ];
  for (const [column, numberOf] of readings) {
    const pinned = column === undefined ? undefined : pins(column);
    // An empty text may stand in rows of any order.
    if (pinned !== undefined && !pinned.has(''))
      return [...new Set([...pinned].flatMap((text) => numberOf(text) ?? []))].toSorted(
        (a, b) => Number(a) - Number(b),
      );
  }
  return undefined;
}

function ordersOfCustomers(
  { world, pins }: Scan,
  columns: readonly string[],
  company: Order['company'],
): readonly Order[] {
  const pinned = columns.map((column) => pins(column)).find((values) => values !== undefined);
  if (pinned === undefined) return world.orders.list({ company });
  return [...pinned]
    .flatMap((customer) => world.orders.list({ customer, company }))
    .toSorted((left, right) => Number(left.number) - Number(right.number));
}
