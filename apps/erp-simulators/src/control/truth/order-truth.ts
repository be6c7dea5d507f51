import { multiplyDecimals, type Decimal } from '@headwater/kernel';
import type { Order, Release } from '../../world/model/order';
import { carrierOf } from '../../world/organisation';
import { backorderedOf, hasShipped, lineOf, releaseAmount, shippedOf } from '../../world/orders/order-amounts';
import { isOpen, lineStatusOf, statusOf } from '../../world/orders/order-status';
import { releaseNumber } from '../../world/receivables/invoices';
import type { World } from '../../world/world';

/** An order as it is, with what follows from its lines and releases worked out. */
export function orderTruth(world: World, order: Order): unknown {
  const { lines, releases, ...header } = order;
  return {
    ...header,
    status: statusOf(order),
    open: isOpen(order),
    customerName: world.customers.get(order.customer)?.name ?? '',
    lines: lines.map((line) => ({
      ...line,
      lineTotal: line.total,
      shipped: shippedOf(order, line.lineNo),
      backordered: backorderedOf(order, line.lineNo),
      status: lineStatusOf(order, line.lineNo),
    })),
    releases: releases.map((release) => ({
      ...release,
      number: releaseNumber(order.number, release.index),
      total: releaseAmount(order, release),
    })),
  };
}

/** Every release that is to leave, or has left, the warehouse. */
export function shipmentTruths(order: Order): readonly unknown[] {
  return order.releases
    .filter((release) => release.state !== 'quote' && release.state !== 'cancelled')
    .map((release) => ({
      number: releaseNumber(order.number, release.index),
      order: order.number,
      release: release.index,
      company: order.company,
      customer: order.customer,
      status: shipmentStatus(release),
      promisedOn: release.promisedOn,
      shippedOn: release.shippedOn,
      deliveredOn: release.deliveredOn,
      carrier: release.carrier,
      carrierName: carrierOf(release.carrier).name,
      trackingNumbers: release.trackingNumbers,
      warehouse: order.warehouse,
      lines: release.lines.map((line) => shipmentLine(order, line.lineNo, line.shipped)),
    }));
}

function shipmentLine(order: Order, lineNo: number, shipped: Decimal): unknown {
  const { item, unit, unitFactor } = lineOf(order, lineNo);
  return { lineNo, item, unit, shipped, shippedBase: multiplyDecimals(shipped, String(unitFactor)) };
}

function shipmentStatus(release: Release): string {
  if (release.deliveredOn !== null) return 'delivered';
  if (hasShipped(release)) return 'shipped';
  return release.state === 'picked' ? 'picked' : 'planned';
}
