import {
  boundedLimit,
  compares,
  daysBefore,
  equalsText,
  pageOfWhole,
  refuseUndeclaredFilters,
  withSiblings,
} from '@headwater/erp-adapter-kit';
import {
  type ErpCall,
  ErpError,
  type ShipmentList,
  type ShipmentReader,
  type ShipmentView,
} from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { knownCustomer } from '../customers/customer-row';
import { type FscmContext, readingOf, today } from '../dynamics365-fscm.context';
import { DYNAMICS365_FSCM_MANIFEST, SHIPMENT_LIST } from '../dynamics365-fscm.manifest';
import { readEntity, readRows } from '../entities/entity-reads';
import { givenKey } from '../entities/key-chunks';
import { rowsByKeys } from '../entities/keyed-rows';
import { sameKey } from '../entities/keys';
import { packingSlipLines } from '../orders/deliveries';
import { byOrderNumber } from '../orders/order-number';
import { type OrderOfShipment, orderOfShipmentShape } from '../orders/order-header.schema';
import { type PackingSlip, packingSlips } from './packing-slips';
import { toShipmentView } from './shipment.mapper';
import { trackingShape } from './tracking.schema';

const DECLARED = { manifest: DYNAMICS365_FSCM_MANIFEST, list: SHIPMENT_LIST, what: 'shipments' } as const;

const ORDERS = { purpose: 'order-headers', shape: orderOfShipmentShape, what: 'orders' } as const;

/** Reads shipments: the packing slips of an order, or of the recent orders of a customer, newest first. */
export function createShipmentReader(context: FscmContext): ShipmentReader {
  return { list: (query, call) => readingOf(context, () => list(context, query, call)) };
}

interface Shipped {
  readonly orders: readonly OrderOfShipment[];
  readonly slips: readonly PackingSlip[];
}

async function list(context: FscmContext, query: ShipmentList, call: ErpCall): Promise<Page<ShipmentView>> {
  const { order, customer } = query;
  refuseUndeclaredFilters({ order, customer }, DECLARED);
  const limit = boundedLimit(query.limit, SHIPMENT_LIST);
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const { orders, slips } =
      order === undefined
        ? await ofCustomer(context, customer, sibling)
        : await byOrderNumber(
            { number: givenKey(order, 'order number'), format: context.settings.orderNumberFormat },
            (number) => ofOrder(context, { number, customer }, sibling),
          );
    const page = pageOfWhole(slips, { sort: '-shippedOn', keyOf }, { ...query, limit });
    return {
      ...page,
      items: page.items.map((slip) =>
        toShipmentView({
          connectionId: context.connectionId,
          slip,
          order: orders.find(({ SalesOrderNumber }) => sameKey(SalesOrderNumber, slip.order)),
        }),
      ),
    };
  });
}

function keyOf({ shippedOn, order, number }: PackingSlip): readonly [string, string] {
  return [shippedOn ?? '', `${order}/${number}`];
}

interface OrderQuestion {
  readonly number: string;
  readonly customer: string | undefined;
}

async function ofOrder(context: FscmContext, { number, customer }: OrderQuestion, call: ErpCall): Promise<Shipped> {
  const [{ row }, slips] = await Promise.all([
    // An order without packing slips has none; one that does not exist is not known.
    readEntity(context, ORDERS, { key: { SalesOrderNumber: number }, call }),
    slipsOf(context, [number], call),
  ]);
  const isOthers = customer !== undefined && !sameKey(customer, row.OrderingCustomerAccountNumber);
  return { orders: [row], slips: isOthers ? [] : slips };
}

/** Packing slips know their order but not their customer, so the customer's orders are asked for first. */
async function ofCustomer(context: FscmContext, customer: string | undefined, call: ErpCall): Promise<Shipped> {
  if (customer === undefined) {
    throw new ErpError('unsupported', 'Dynamics 365 lists shipments of an order or of a customer; name one of them.');
  }
  const since = daysBefore(today(context), context.settings.shipmentHistoryDays);
  const ofCustomerSince = [
    equalsText('OrderingCustomerAccountNumber', givenKey(customer, 'customer account')),
    compares('OrderCreationDateTime', 'ge', { instant: `${since}T00:00:00Z` }),
  ];
  const [found] = await Promise.all([
    readRows(context, { ...ORDERS, filter: { all: ofCustomerSince } }, call),
    // A customer that does not exist has no orders, too: only the customer itself tells the difference.
    knownCustomer(context, customer, call),
  ]);
  const orders = found.filter((row) => sameKey(row.OrderingCustomerAccountNumber, customer));
  return {
    orders,
    slips: await slipsOf(
      context,
      orders.map(({ SalesOrderNumber }) => SalesOrderNumber),
      call,
    ),
  };
}

async function slipsOf(
  context: FscmContext,
  orders: readonly string[],
  call: ErpCall,
): Promise<readonly PackingSlip[]> {
  const query = {
    purpose: 'tracking',
    shape: trackingShape,
    what: 'tracking information',
    keyField: 'SalesOrderNumber',
    keys: orders,
  } as const;
  const [tracking, lines] = await Promise.all([
    rowsByKeys(context, query, call),
    packingSlipLines(context, orders, call),
  ]);
  return packingSlips(tracking, lines ?? []);
}
