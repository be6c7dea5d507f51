import type { AvailabilityReader } from './availability/availability.port';
import type { CreditReader } from './credit/credit.port';
import type { CustomerReader } from './customers/customers.port';
import type { InvoiceReader } from './invoices/invoices.port';
import type { ItemReader } from './items/items.port';
import type { OrderReader } from './orders/orders.port';
import type { PriceReader } from './prices/prices.port';
import type { ErpCall, Reading } from './reading';
import type { ShipmentReader } from './shipments/shipments.port';

/** The eight things a connection can answer, each behind its own port. */
export interface CapabilityReaders {
  readonly customers: CustomerReader;
  readonly items: ItemReader;
  readonly orders: OrderReader;
  readonly availability: AvailabilityReader;
  readonly prices: PriceReader;
  readonly shipments: ShipmentReader;
  readonly invoices: InvoiceReader;
  readonly credit: CreditReader;
}

export type Capability = keyof CapabilityReaders;

export const CAPABILITIES = [
  'customers',
  'items',
  'orders',
  'availability',
  'prices',
  'shipments',
  'invoices',
  'credit',
] as const satisfies readonly Capability[];

type OperationsOf<C extends Capability> = `${C}.${keyof CapabilityReaders[C] & string}`;

/** Every read by name, for example `orders.list`: the unit of caching, permission and measurement. */
export type ErpOperation = { [C in Capability]: OperationsOf<C> }[Capability];

export const ERP_OPERATIONS = [
  'customers.search',
  'customers.get',
  'items.search',
  'items.get',
  'orders.list',
  'orders.get',
  'orders.open',
  'orders.latest',
  'availability.list',
  'prices.quote',
  'shipments.list',
  'invoices.list',
  'credit.get',
  'credit.list',
] as const satisfies readonly ErpOperation[];

type MethodOf<O extends ErpOperation> = O extends `${infer C extends Capability}.${infer M}`
  ? M extends keyof CapabilityReaders[C]
    ? NonNullable<CapabilityReaders[C][M]>
    : never
  : never;

/** What an operation is asked. */
export type QueryOf<O extends ErpOperation> = O extends ErpOperation
  ? MethodOf<O> extends (query: infer Q, call: ErpCall) => unknown
    ? Q
    : never
  : never;

/** What an operation answers. */
export type ViewOf<O extends ErpOperation> =
  MethodOf<O> extends (...args: never[]) => Promise<Reading<infer V>> ? V : never;

export function capabilityOf(operation: ErpOperation): Capability {
  return operation.slice(0, operation.indexOf('.')) as Capability;
}
