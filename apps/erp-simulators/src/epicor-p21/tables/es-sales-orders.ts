import type { Order } from '../../world/model/order';
import { moment, text, type Column } from './column';
import { itemOf, lineNoOf, orderLinesIn, type OrderLineRow } from './order-line-rows';
import { orderColumns, ordersIn } from './orders';
import { tableOf, type P21Table } from './table';

/** The stamp of a change sweep stands where the base table has its own date. */
const columns: readonly Column<Order>[] = [
  ...orderColumns.filter(({ name }) => name !== 'date_last_modified'),
  text('customer_name', 50, (order, { world }) => world.customers.get(order.customer)?.name ?? null),
  moment('max_date_last_modified', (order, { modified }) => modified.order(order)),
];

const perOrder = tableOf<Order>({
  surface: 'view',
  name: 'p21_view_es_sales_order',
  key: ['unique_id'],
  columns: [text('unique_id', 255, (order) => order.number), ...columns],
  entities: ordersIn,
});

const perLine = tableOf<OrderLineRow>({
  surface: 'view',
  name: 'p21_view_es_sales_order',
  key: ['unique_id'],
  columns: [
    text('unique_id', 255, (row) => `${row.order.number}--${lineNoOf(row)}`),
    ...columns.map((column) => ({
      ...column,
      read: (row: OrderLineRow, scene: Parameters<typeof column.read>[1]) => column.read(row.order, scene),
    })),
    text('item_id', 40, itemOf),
  ],
  entities: orderLinesIn,
});

/** Denormalised for a search index; whether it has a row per order or per line is not known. */
export const ES_SALES_ORDERS: Readonly<Record<'order' | 'line', P21Table>> = { order: perOrder, line: perLine };
