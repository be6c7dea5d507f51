import { microsoftDate } from '../wire/microsoft-date';
import type { Order } from '../../world/model/order';
import { addressIdOf, COMPANY_IDS, locationId } from '../p21-keys';
import { QUANTITY_SCALE } from '../tables/column';
import { exact, fixed } from '../wire/exact-number';
import { BUSINESS_EXCEPTION, P21Error } from '../wire/p21-error';
import { endpointNotFound, page } from '../wire/pages';
import { replyOf } from '../wire/reply';
import { answering, never, refusedWrite, type RestAnswer, type RestAsk } from './rest-ask';

/** `/api/sales/orders/`: made for creating orders, weak at reading them. There is no `/api/sales/invoices`. */
export function answerSalesOrders(ask: RestAsk): RestAnswer {
  const { request, rest, scene } = ask;
  const [orderNo = ''] = rest;
  if (rest.length > 1) return endpointNotFound();
  if (request.method !== 'GET') return refusedWrite(ask, `${request.method} on sales orders`);
  if (orderNo === 'help') return page(200, 'Operations at this endpoint', 'orders');
  if (orderNo === 'new') return answering(ask, () => replyOf(200, 'Order', blankOrder()));
  if (orderNo === '') {
    return answering(ask, () =>
      replyOf(
        200,
        'Order',
        scene.world.orders.list().map((order) => record(ask, order)),
      ),
    );
  }
  return scene.options.orderGet === 'hangs'
    ? never()
    : answering(ask, () => replyOf(200, 'Order', keyed(ask, orderNo)));
}

function keyed(ask: RestAsk, orderNo: string): unknown {
  const order = ask.scene.world.orders.get(orderNo);
  if (order === undefined) throw new P21Error(404, BUSINESS_EXCEPTION, 'Your query did not yield any results.');
  return record(ask, order);
}

function blankOrder(): unknown {
  return { OrderNo: null, CustomerId: 0, CompanyId: null, LocationId: 0, Quote: 'N', Lines: { list: [] } };
}

function record({ scene }: RestAsk, order: Order): unknown {
  return {
    OrderNo: order.number,
    CustomerId: exact(order.customer),
    CompanyId: COMPANY_IDS[order.company],
    LocationId: Number(locationId(order.warehouse)),
    Taker: order.salesperson,
    OrderDate: microsoftDate(scene.zone.midnight(order.orderedOn)),
    PromiseDate: microsoftDate(scene.zone.midnight(order.promisedOn)),
    TermsId: order.terms,
    ShipToId: exact(addressIdOf(scene.world, order)),
    PoNo: order.customerPo,
    Quote: order.kind === 'quote' ? 'Y' : 'N',
    Lines: scene.options.orderLinesOnGet === 'null' ? null : { list: linesOf(order) },
    UserDefinedFields: {},
  };
}

function linesOf(order: Order): readonly unknown[] {
  return order.lines.map((line) => ({
    ItemId: line.item,
    UnitQuantity: exact(fixed(line.ordered, QUANTITY_SCALE)),
    UnitOfMeasure: line.unit,
    UnitPrice: exact(fixed(line.unitPrice, QUANTITY_SCALE)),
    TaxItem: 'Y',
    Delete: false,
  }));
}
