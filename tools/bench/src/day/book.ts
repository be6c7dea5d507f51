import type { SimulatorControl } from '../../../dev/control.mts';

/** What the reps of this day look after: the customers who call, what they buy, and their orders. */
export interface Book {
  readonly customers: readonly BookedCustomer[];
  /** Every item of these customers, each once. */
  readonly items: readonly string[];
}

export interface BookedCustomer {
  readonly number: string;
  readonly items: readonly BookedItem[];
  readonly orders: readonly BookedOrder[];
}

/** An item in the unit the customer orders it by. */
export interface BookedItem {
  readonly item: string;
  readonly unit: string;
}

export interface BookedOrder {
  readonly number: string;
  readonly status: string;
  readonly lines: readonly (BookedItem & { readonly lineNo: number; readonly ordered: string })[];
  readonly releases: readonly {
    readonly index: number;
    readonly state: string;
    readonly invoice: { readonly total: string } | null;
  }[];
}

interface TruthOrder extends BookedOrder {
  readonly kind: string;
  readonly customer: string;
}

const CUSTOMERS = 40;
const ITEMS_EACH = 6;
const ORDERS_EACH = 10;

/** Read from what is true in the ERP before the day begins. */
export async function bookOf(erp: SimulatorControl): Promise<Book> {
  const { items } = await erp.truth<{ items: readonly TruthOrder[] }>('orders?company=1&limit=4000');
  const byCustomer = new Map<string, TruthOrder[]>();
  for (const order of items.filter(({ kind, status }) => kind === 'order' && status !== 'cancelled')) {
    byCustomer.set(order.customer, [...(byCustomer.get(order.customer) ?? []), order]);
  }
  const customers = [...byCustomer].slice(0, CUSTOMERS).map(([number, orders]) => ({
    number,
    items: itemsOf(orders).slice(0, ITEMS_EACH),
    orders: orders.slice(0, ORDERS_EACH),
  }));
  return { customers, items: [...new Set(customers.flatMap(({ items: bought }) => bought.map(({ item }) => item)))] };
}

function itemsOf(orders: readonly BookedOrder[]): readonly BookedItem[] {
  const lines = orders.flatMap((order) => order.lines);
  return [...new Map(lines.map(({ item, unit }) => [item, { item, unit }])).values()];
}
