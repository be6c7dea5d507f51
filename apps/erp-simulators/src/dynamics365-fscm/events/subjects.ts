import type { WorldEvent } from '../../world/changes/change';
import { releaseNumber } from '../../world/receivables/invoices';
import type { World } from '../../world/world';
import { toOrderNumber } from '../companies';
import type { FscmOptions } from '../options';
import type { MessageName } from './data-event';

/** A record of which a data event tells: the set that shows it, and the columns that find it there. */
export interface Subject {
  readonly set: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly message: MessageName;
}

/** Stock is a view over many records and tells nobody; nor does the customer ledger, which has business events. */
export function subjectsOf(event: WorldEvent, world: World, { sets }: FscmOptions): readonly Subject[] {
  switch (event.kind) {
    case 'order':
      return headerOf(event, sets.orderHeaders.at(-1));
    case 'shipment':
      return [...slipOf(event, world, sets.packingSlipHeaders), ...headerOf(event, sets.orderHeaders.at(-1))];
    case 'credit':
    case 'customer':
      return subject(sets.customers.at(-1), { CustomerAccount: event.customer ?? '' });
    case 'item':
      return subject('ReleasedProductsV2', { ItemNumber: event.item ?? '' });
    case 'price':
      return event.customer === undefined
        ? subject('ReleasedProductsV2', { ItemNumber: event.item ?? '' })
        : subject('SalesPriceAgreements', agreementColumns(event), 'Create');
    case 'stock':
    case 'invoice':
      return [];
  }
}

function headerOf({ order = '' }: WorldEvent, set: string | undefined): readonly Subject[] {
  return subject(set, { SalesOrderNumber: toOrderNumber(order) });
}

/** The day it leaves a packing slip is new; what is learnt later changes it. */
function slipOf({ order = '', release = 0 }: WorldEvent, world: World, set: string | null): readonly Subject[] {
  const shippedOn = world.orders.get(order)?.releases.find(({ index }) => index === release)?.shippedOn;
  const message = shippedOn === world.today() ? 'Create' : 'Update';
  return subject(set ?? undefined, { PackingSlipNumber: releaseNumber(order, release) }, message);
}

function agreementColumns({ customer = '', item = '' }: WorldEvent): Subject['columns'] {
  return { CustomerAccountNumber: customer, ItemNumber: item };
}

function subject(
  set: string | undefined,
  columns: Subject['columns'],
  message: MessageName = 'Update',
): readonly Subject[] {
  return set === undefined ? [] : [{ set, columns, message }];
}
