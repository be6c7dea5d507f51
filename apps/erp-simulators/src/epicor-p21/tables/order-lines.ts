import { compareDecimals, isZero } from '@headwater/kernel';
import { backorderedOf, waitingOf } from '../../world/orders/order-amounts';
import { locationId, orderUid } from '../p21-keys';
import { amount, day, flag, id, moment, quantity, text, uid, type Column } from './column';
import {
  allocatedOf,
  cancelledOf,
  counted,
  invoicedOf,
  itemOf,
  lineNoOf,
  lineUidOf,
  onPickTicketsOf,
  orderLinesIn,
  parentUidOf,
  type OrderLineRow,
} from './order-line-rows';
import { tableOf } from './table';

const quantities: readonly Column<OrderLineRow>[] = [
  quantity('qty_ordered', (row, scene) => counted(row, row.line.ordered, scene)),
  quantity('unit_quantity', (row) => row.line.ordered),
  quantity('qty_on_pick_tickets', (row, scene) => counted(row, onPickTicketsOf(row, scene), scene)),
  quantity('qty_invoiced', (row, scene) => counted(row, invoicedOf(row, scene), scene)),
  quantity('qty_allocated', (row, scene) => counted(row, allocatedOf(row), scene)),
  quantity('qty_canceled', (row, scene) => counted(row, cancelledOf(row), scene)),
  text('unit_of_measure', 8, (row, { world }) =>
    row.component === undefined ? row.line.unit : (world.items.get(row.component.item)?.unit ?? null),
  ),
  quantity('unit_size', ({ line, component }) => (component === undefined ? String(line.unitFactor) : '1')),
];

/** A component costs nothing of its own: the kit has the price. */
const prices: readonly Column<OrderLineRow>[] = [
  quantity('unit_price', ({ line, component }) => (component === undefined ? line.unitPrice : '0')),
  amount('extended_price', ({ line, component }) => (component === undefined ? line.total : '0')),
];

const status: readonly Column<OrderLineRow>[] = [
  /** B is a back-order; blank is normal. */
  text('disposition', 1, ({ order, line }) =>
    compareDecimals(backorderedOf(order, line.lineNo), '0') > 0 ? 'B' : null,
  ),
  flag('complete', ({ order, line }) => order.kind !== 'quote' && isZero(waitingOf(order, line.lineNo))),
  flag('cancel_flag', (row) => row.order.releases.every(({ state }) => state === 'cancelled')),
  flag('delete_flag', () => false),
];

const baseColumns: readonly Column<OrderLineRow>[] = [
  uid('oe_line_uid', lineUidOf),
  uid('oe_hdr_uid', ({ order }) => orderUid(order.number)),
  text('order_no', 8, ({ order }) => order.number),
  id('line_no', (row) => String(lineNoOf(row))),
  text('user_line_no', 8, (row) => String(lineNoOf(row))),
  uid('inv_mast_uid', (row, { keys }) => keys.itemUid(itemOf(row))),
  text('customer_part_number', 40, (row, { world }) => customerPartOf(row, world)),
  text('extended_desc', 255, (row, { world }) =>
    row.component === undefined ? row.line.description : (world.items.get(row.component.item)?.description ?? null),
  ),
  ...quantities,
  ...prices,
  ...status,
  uid('parent_oe_line_uid', parentUidOf),
  day('required_date', ({ line }) => line.promisedOn),
  id('ship_loc_id', ({ order }) => locationId(order.warehouse)),
  id('source_loc_id', ({ order }) => locationId(order.warehouse)),
  day('date_created', ({ order }) => order.orderedOn),
  moment('date_last_modified', ({ order }, { modified }) => modified.order(order)),
];

function customerPartOf(row: OrderLineRow, world: Parameters<Column<OrderLineRow>['read']>[1]['world']): string | null {
  return world.items.partsOf(row.order.customer).find(({ item }) => item === itemOf(row))?.part ?? null;
}

export const oeLine = tableOf<OrderLineRow>({
  surface: 'table',
  name: 'oe_line',
  key: ['oe_line_uid'],
  columns: baseColumns,
  entities: orderLinesIn,
});

/** Only the view joins the item's text id; the base table needs `inv_mast` for it. */
export const oeLineView = tableOf<OrderLineRow>({
  surface: 'view',
  name: 'p21_view_oe_line',
  key: ['order_no', 'line_no'],
  columns: [...baseColumns, text('item_id', 40, itemOf)],
  entities: orderLinesIn,
});
