import type { Order } from '../world/model/order';
import type { CompanyCode, Customer, ShipTo } from '../world/model/party';
import { CARRIERS, WAREHOUSES } from '../world/organisation';
import type { World } from '../world/world';

/** `company_id`: up to eight letters. */
export const COMPANY_IDS: Readonly<Record<CompanyCode, string>> = { '1': 'TIDE', '2': 'WEST' };

/** `location_id` is a number, whatever the warehouse is called. */
export const LOCATION_IDS: ReadonlyMap<string, string> = new Map([
  ['MAIN', '100'],
  ['CHI', '200'],
  ['300', '300'],
  ['ATL', '400'],
  ['DAL', '500'],
  ['DEN', '600'],
]);

const FIRST_CARRIER = 501;
const FIRST_SUPPLIER = 7001;
const FIRST_ITEM_UID = 10_001;
const ORDER_UID_OFFSET = 100_000;
const LINES_PER_ORDER = 1000;
const PICK_TICKET_PREFIX = '4';
const INVOICE_PREFIX = '7';

export function companyOf(companyId: string): CompanyCode | undefined {
  const wanted = companyId.trim().toUpperCase();
  return (Object.keys(COMPANY_IDS) as CompanyCode[]).find((code) => COMPANY_IDS[code] === wanted);
}

export function locationId(warehouse: string): string {
  const found = LOCATION_IDS.get(warehouse);
  if (found === undefined) throw new RangeError(`no location for warehouse ${warehouse}`);
  return found;
}

export function warehouseOf(id: string): string | undefined {
  return WAREHOUSES.find(({ code }) => LOCATION_IDS.get(code) === id)?.code;
}

/** Carriers are addresses: `p21_view_address.id`. */
export function carrierId(carrier: string): string {
  return String(FIRST_CARRIER + CARRIERS.findIndex(({ code }) => code === carrier));
}

export function orderUid(orderNo: string): number {
  return Number(orderNo) + ORDER_UID_OFFSET;
}

export function orderNoOfUid(uid: string): string {
  return String(Number(uid) - ORDER_UID_OFFSET);
}

/** Unique across all lines; components of a kit follow their line with numbers of their own. */
export function lineUid(orderNo: string, lineNo: number): number {
  return orderUid(orderNo) * LINES_PER_ORDER + lineNo;
}

/** The wave of delivery an order's pick ticket and invoice are about. */
export interface ReleaseKey {
  readonly order: string;
  readonly release: number;
}

export function pickTicketNo({ order, release }: ReleaseKey): string {
  return `${PICK_TICKET_PREFIX}${order}${twoDigits(release)}`;
}

export function invoiceNo({ order, release }: ReleaseKey): string {
  return `${INVOICE_PREFIX}${order}${twoDigits(release)}`;
}

export function releaseOfPickTicket(pickTicket: string): ReleaseKey | undefined {
  return releaseKey(pickTicket, PICK_TICKET_PREFIX);
}

export function releaseOfInvoice(invoice: string): ReleaseKey | undefined {
  return releaseKey(invoice, INVOICE_PREFIX);
}

function releaseKey(number: string, prefix: string): ReleaseKey | undefined {
  const [, order, release] = /^\d(\d+)(\d\d)$/.exec(number.startsWith(prefix) ? number : '') ?? [];
  return order === undefined ? undefined : { order, release: Number(release) };
}

/** Ship-tos are addresses of their own: the customer's number and three more digits. */
export function shipToId(customer: Customer, shipTo: ShipTo): string {
  return `${customer.number}${String(customer.shipTos.indexOf(shipTo) + 1).padStart(3, '0')}`;
}

export function shipToOf(
  world: World,
  id: string,
): { readonly customer: Customer; readonly shipTo: ShipTo } | undefined {
  const customer = world.customers.get(id.slice(0, -3));
  const shipTo = customer?.shipTos[Number(id.slice(-3)) - 1];
  return customer === undefined || shipTo === undefined ? undefined : { customer, shipTo };
}

/** The address an order goes to; the customer's own has the customer's number. */
export function addressIdOf(world: World, order: Order): string {
  const customer = world.customers.get(order.customer);
  const shipTo = customer?.shipTos.find(({ code }) => code === order.shipTo);
  return customer === undefined || shipTo === undefined ? order.customer : shipToId(customer, shipTo);
}

/** Numbers for what the world only names: items by their place in the catalogue, suppliers by their place in the alphabet. */
export class P21Keys {
  readonly suppliers: readonly string[];
  private readonly items: readonly string[];
  private readonly uidByItem: ReadonlyMap<string, number>;

  constructor(world: World) {
    const items = world.items.all();
    this.items = items.map((item) => item.number);
    this.uidByItem = new Map(this.items.map((number, at) => [number, FIRST_ITEM_UID + at]));
    this.suppliers = [...new Set(items.map((item) => item.manufacturer))].toSorted();
  }

  itemUid(item: string): number {
    const found = this.uidByItem.get(item);
    if (found === undefined) throw new RangeError(`no uid for item ${item}`);
    return found;
  }

  /** Place in the catalogue, from 0. */
  itemPlace(item: string): number {
    return this.itemUid(item) - FIRST_ITEM_UID;
  }

  itemAt(place: number): string {
    return this.items[place % this.items.length] ?? '';
  }

  itemOfUid(uid: string): string | undefined {
    return this.items[Number(uid) - FIRST_ITEM_UID];
  }

  supplierId(supplier: string): string {
    return String(FIRST_SUPPLIER + this.suppliers.indexOf(supplier));
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
