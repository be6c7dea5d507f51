import { compareDecimals, isZero, type CalendarDate } from '@headwater/kernel';
import type { Order, Release, ReleaseLine } from '../model/order';
import { hasShipped, isWaiting, leftOver, withTotals } from '../orders/order-amounts';
import { CARRIERS } from '../organisation';
import type { World } from '../world';
import type { ShipmentChange, WorldEvent } from './change';
import { nextRelease } from './change-quantity';
import { missing, orderIn, refuse } from './find';

export function changeShipment(world: World, change: ShipmentChange): WorldEvent {
  const order = orderIn(world, change.order);
  const index = change.release ?? order.releases.length - 1;
  const release =
    order.releases.find((candidate) => candidate.index === index) ??
    missing(`release ${index} of order ${order.number}`);
  const changed = withFacts(isWaiting(release) ? ship(release, change, world.today()) : release, change);
  if (!hasShipped(changed)) refuse('A quote or a cancelled release cannot be shipped.');
  if (hasShipped(release) && change.lines !== undefined) refuse('What has shipped cannot be shipped again.');
  world.replaceOrder(withTotals({ ...order, hold: null, releases: withBackorder(order, release, changed) }));
  return {
    kind: 'shipment',
    companies: [order.company],
    customer: order.customer,
    order: order.number,
    release: index,
  };
}

function ship(release: Release, { lines, shippedOn }: ShipmentChange, today: CalendarDate): Release {
  const shipped = release.lines.map((line) => shipLine(line, lines));
  if (shipped.every((line) => isZero(line.shipped))) refuse('A shipment needs at least one piece.');
  return {
    ...release,
    state: 'shipped',
    lines: shipped,
    pickedOn: release.pickedOn ?? today,
    shippedOn: shippedOn ?? today,
  };
}

function shipLine(line: ReleaseLine, wanted: ShipmentChange['lines']): ReleaseLine {
  const shipped =
    wanted === undefined ? line.ordered : (wanted.find(({ lineNo }) => lineNo === line.lineNo)?.shipped ?? '0');
  if (compareDecimals(shipped, line.ordered) > 0)
    refuse(`Line ${line.lineNo} waits for ${line.ordered}, not for ${shipped}.`);
  return { ...line, shipped };
}

function withFacts(release: Release, { carrier, trackingNumbers, deliveredOn, shippedOn }: ShipmentChange): Release {
  if (carrier !== undefined && !CARRIERS.some(({ code }) => code === carrier)) missing(`carrier ${carrier}`);
  return {
    ...release,
    carrier: carrier ?? release.carrier,
    trackingNumbers: trackingNumbers ?? release.trackingNumbers,
    shippedOn: shippedOn ?? release.shippedOn,
    deliveredOn: deliveredOn ?? release.deliveredOn,
  };
}

/** What a partial shipment leaves over waits in the next release. */
function withBackorder(order: Order, before: Release, after: Release): readonly Release[] {
  const releases = order.releases.map((release) => (release.index === before.index ? after : release));
  const waiting = isWaiting(before) ? leftOver(after.lines) : [];
  return waiting.length === 0 ? releases : [...releases, nextRelease(after, waiting)];
}
