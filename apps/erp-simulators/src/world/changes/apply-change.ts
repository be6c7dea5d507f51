import { compareDecimals, roundDecimal, scaleOf } from '@headwater/kernel';
import { addDays } from '../calendar';
import type { Order, Release } from '../model/order';
import { amountDigits, COMPANIES, WAREHOUSES } from '../organisation';
import { PRICE_SCALE } from '../scaled';
import { stockKey } from '../stock/stock-ledger';
import type { World } from '../world';
import type {
  CreditChange,
  CustomerChange,
  InvoiceChange,
  ItemChange,
  PriceChange,
  StockChange,
  WorldChange,
  WorldEvent,
} from './change';
import { changeOrder } from './change-order';
import { changeShipment } from './change-shipment';
import { customerIn, itemIn, missing, orderIn, refuse } from './find';

const ALL_COMPANIES = COMPANIES.map((company) => company.code);

/** Alters the world. Throws `DomainError`: `not-found` for an unknown key, `invalid-request` for what cannot be. */
export function applyChange(world: World, change: WorldChange): WorldEvent {
  switch (change.kind) {
    case 'order':
      return changeOrder(world, change);
    case 'shipment':
      return changeShipment(world, change);
    case 'invoice':
      return changeInvoice(world, change);
    case 'stock':
      return changeStock(world, change);
    case 'price':
      return changePrice(world, change);
    case 'credit':
    case 'customer':
      return changeCustomer(world, change);
    case 'item':
      return changeItem(world, change);
  }
}

function changeInvoice(world: World, change: InvoiceChange): WorldEvent {
  const order = orderIn(world, change.order);
  const release = order.releases.find((candidate) => candidate.index === change.release);
  if (release?.invoice == null) missing(`invoice of release ${change.release} of order ${order.number}`);
  const changed = withPayment(release, change, { currency: order.currency, today: world.today() });
  const releases: Order['releases'] = order.releases.map((other) => (other === release ? changed : other));
  world.replaceOrder({ ...order, releases });
  const { company, customer, number } = order;
  return { kind: 'invoice', companies: [company], customer, order: number, release: change.release };
}

function withPayment(
  release: Release,
  { paid, disputed }: InvoiceChange,
  { currency, today }: { readonly currency: string; readonly today: string },
): Release {
  const { invoice } = release;
  if (invoice === null) return release;
  const settled = paid === undefined ? invoice.paid : roundDecimal(paid, amountDigits(currency));
  if (compareDecimals(settled, invoice.total) > 0) refuse('More than the invoice total cannot be paid.');
  const state = compareDecimals(settled, invoice.total) === 0 ? 'paid' : 'invoiced';
  const paidOn = paid === undefined ? invoice.paidOn : today;
  return { ...release, state, invoice: { ...invoice, paid: settled, paidOn, disputed: disputed ?? invoice.disputed } };
}

function changeStock(world: World, change: StockChange): WorldEvent {
  const item = itemIn(world, change.item).number;
  const { warehouse } = change;
  if (!WAREHOUSES.some(({ code }) => code === warehouse)) missing(`warehouse ${warehouse}`);
  const level = world.stock.get(item, warehouse) ?? missing(`stock of item ${item} in warehouse ${warehouse}`);
  world.stock.replace({
    ...level,
    onHand: change.onHand ?? level.onHand,
    reserved: change.reserved ?? level.reserved,
    onOrder: change.onOrder ?? level.onOrder,
    nextReceiptOn: change.nextReceiptOn === undefined ? level.nextReceiptOn : change.nextReceiptOn,
  });
  world.stamps.touch('stock', stockKey(item, warehouse), world.instant());
  return { kind: 'stock', companies: ALL_COMPANIES, item, warehouse };
}

function changePrice(world: World, change: PriceChange): WorldEvent {
  const item = itemIn(world, change.item);
  const { unitPrice, shipTo = null } = change;
  if (scaleOf(unitPrice) > PRICE_SCALE) refuse(`A price has at most ${PRICE_SCALE} decimals.`);
  if (change.customer === undefined) {
    world.items.replace({ ...item, listPrice: unitPrice });
    return { kind: 'price', companies: ALL_COMPANIES, item: item.number };
  }
  const customer = customerIn(world, change.customer);
  const from = world.today();
  const until = change.until ?? addDays(from, 365);
  world.prices.agree({ customer: customer.number, shipTo, item: item.number, unitPrice, from, until });
  return { kind: 'price', companies: customer.companies, item: item.number, customer: customer.number };
}

function changeCustomer(world: World, change: CreditChange | CustomerChange): WorldEvent {
  const before = customerIn(world, change.customer);
  if (change.kind === 'credit') {
    const creditLimit = change.creditLimit === undefined ? before.creditLimit : change.creditLimit;
    world.customers.replace({ ...before, creditLimit, onHold: change.onHold ?? before.onHold });
  } else {
    const { name = before.name, phone = before.phone, active = before.active } = change;
    world.customers.replace({ ...before, name, phone, active });
  }
  world.stamps.touch('customer', before.number, world.instant());
  return { kind: change.kind, companies: before.companies, customer: before.number };
}

function changeItem(world: World, change: ItemChange): WorldEvent {
  const before = itemIn(world, change.item);
  const { description = before.description, active = before.active } = change;
  world.items.replace({ ...before, description, active });
  world.stamps.touch('item', before.number, world.instant());
  return { kind: 'item', companies: ALL_COMPANIES, item: before.number };
}
