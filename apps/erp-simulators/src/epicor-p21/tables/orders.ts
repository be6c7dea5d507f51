import type { Order } from '../../world/model/order';
import { isWaiting } from '../../world/orders/order-amounts';
import { statusOf } from '../../world/orders/order-status';
import { addressIdOf, carrierId, COMPANY_IDS, locationId, orderNoOfUid, orderUid } from '../p21-keys';
import { day, flag, id, moment, text, uid, type Column, type Scene } from './column';
import { chosen, tableOf, type Pins } from './table';

/** There is no status: it follows from flags. A quote is a projected order, a hold an order not approved. */
const status: readonly Column<Order>[] = [
  flag('completed', (order) => order.kind !== 'quote' && !order.releases.some(isWaiting)),
  flag('projected_order', (order) => order.kind === 'quote'),
  flag('rma_flag', (order) => order.kind === 'return'),
  flag('front_counter', () => false),
  flag('approved', (order) => statusOf(order) !== 'on-hold'),
  flag('cancel_flag', (order) => statusOf(order) === 'cancelled'),
  flag('delete_flag', () => false),
  text('validation_status', 8, (order) => (order.hold === null ? 'OK' : 'HOLD')),
];

const shipTo: readonly Column<Order>[] = [
  id('address_id', (order, { world }) => addressIdOf(world, order)),
  text('ship2_name', 50, (order) => order.shipToName),
  text('ship2_add1', 50, ({ shipToAddress }) => shipToAddress.lines[0] ?? null),
  text('ship2_add2', 50, ({ shipToAddress }) => shipToAddress.lines[1] ?? null),
  text('ship2_city', 50, ({ shipToAddress }) => shipToAddress.city),
  text('ship2_state', 50, ({ shipToAddress }) => shipToAddress.region),
  text('ship2_zip', 10, ({ shipToAddress }) => shipToAddress.postalCode),
  text('ship2_country', 50, ({ shipToAddress }) => shipToAddress.country),
];

export const orderColumns: readonly Column<Order>[] = [
  uid('oe_hdr_uid', (order) => orderUid(order.number)),
  text('order_no', 8, (order) => order.number),
  id('customer_id', (order) => order.customer),
  text('company_id', 8, (order) => COMPANY_IDS[order.company]),
  id('location_id', (order) => locationId(order.warehouse)),
  day('order_date', (order) => order.orderedOn),
  day('requested_date', (order) => order.requestedOn),
  day('promise_date', (order) => order.promisedOn),
  text('po_no', 50, (order) => (order.customerPo === '' ? null : order.customerPo)),
  text('taker', 30, (order) => order.salesperson),
  text('terms', 8, (order) => order.terms),
  text('job_name', 40, () => null),
  text('web_reference_no', 40, () => null),
  id('carrier_id', (order) => carrierId(order.releases.at(-1)?.carrier ?? '')),
  ...shipTo,
  ...status,
  day('date_created', (order) => order.orderedOn),
  moment('date_last_modified', (order, { modified }) => modified.order(order)),
];

export function ordersIn({ world }: Scene, pins: Pins): readonly Order[] {
  const numbers = pins('order_no');
  const uids = pins('oe_hdr_uid');
  if (numbers === undefined && uids !== undefined) {
    return chosen(
      uids,
      (key) => world.orders.get(orderNoOfUid(key)),
      () => [],
    );
  }
  const customers = numbers === undefined ? pins('customer_id') : undefined;
  if (customers !== undefined) return [...customers].flatMap((customer) => world.orders.list({ customer }));
  return chosen(
    numbers,
    (number) => world.orders.get(number),
    () => world.orders.list(),
  );
}

export const oeHdr = tableOf<Order>({
  surface: 'table',
  name: 'oe_hdr',
  key: ['oe_hdr_uid'],
  columns: orderColumns,
  entities: ordersIn,
});

export const oeHdrView = tableOf<Order>({
  surface: 'view',
  name: 'p21_view_oe_hdr',
  key: ['order_no'],
  columns: orderColumns,
  entities: ordersIn,
});
