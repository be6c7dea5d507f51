import type { SalesOrderDetailView, ShipmentView } from '@headwater/erp-contracts';
import { formatDate, formatQuantityValue } from '@headwater/web/ui';
import { stillToCome } from '../../shipment-journey/journey';
import { type AnswerStamp, stampLine } from '../asking/answer-text';

interface ShipmentAnswer {
  readonly order: SalesOrderDetailView;
  readonly shipments: readonly ShipmentView[];
  readonly stamp: AnswerStamp;
}

/** Where the goods are, as text to paste into an e-mail. */
export function shipmentText({ order, shipments, stamp }: ShipmentAnswer, locale: string): string {
  const po = order.customerPo === undefined ? '' : `, your PO ${order.customerPo}`;
  const missing = stillToCome(order.lines).map((line) => {
    const promised = line.promisedOn === undefined ? '' : `, promised ${formatDate(line.promisedOn, locale)}`;
    const figure = (value: string) => formatQuantityValue(value, locale);
    return `Still to come: ${line.item} ${line.description}, ${figure(line.shipped.value)} of ${figure(
      line.ordered.value,
    )} ${line.ordered.unit} shipped${promised}`;
  });
  const sent = shipments.map((shipment) => shipmentLine(shipment, locale));
  return [`Order ${order.number}${po}`, ...sent, ...missing, stampLine(stamp, locale)].join('\n');
}

function shipmentLine(
  { number, status, shippedOn, deliveredOn, carrier, trackingNumbers }: ShipmentView,
  locale: string,
) {
  const day = deliveredOn ?? shippedOn;
  const when = day === undefined ? '' : ` ${formatDate(day, locale)}`;
  const tracking = trackingNumbers.map((known) => known.url ?? known.number).join(', ');
  const by = [carrier, tracking].filter(Boolean).join(' ');
  return `Shipment ${number}: ${status}${when}${by === '' ? '' : `, ${by}`}`;
}
