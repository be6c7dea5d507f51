import { COMPANY_IDS, toLotId, toOrderNumber } from '../companies';
import { entitySet } from '../edm/entity-set';
import { day, decimal, text } from '../edm/properties';
import type { EntitySet, Property } from '../edm/schema';
import type { FscmOptions } from '../options';
import { ordersIn } from './orders-in';
import { shippedLines, shippedReleases, type ReleaseLineSource, type ReleaseSource } from './releases';

interface TrackingSource extends ReleaseSource {
  readonly trackingNumber: string;
}

const COLUMNS = { order: 'SalesOrderNumber', document: 'PackingSlipNumber' } as const;

/** One row for each tracking number: a packing slip without one is not listed. */
export function trackingInformation(options: FscmOptions): EntitySet {
  return entitySet<TrackingSource>(
    {
      name: 'PackingSlipTrackingInformation',
      entity: 'PackingSlipTrackingInformation',
      table: 'PackingSlipTrackingInformationEntity',
      key: ['dataAreaId', 'SalesOrderNumber', 'PackingSlipNumber', 'TrackingNumber'],
      properties: [
        ...slipColumns<TrackingSource>(),
        text('TrackingNumber', ({ trackingNumber }) => trackingNumber),
        text('TrackingURL', ({ release, trackingNumber }) => trackingUrl(release.carrier, trackingNumber)),
      ],
      find: (scan) =>
        ordersIn(scan, COLUMNS)
          .flatMap(shippedReleases)
          .flatMap((source) => source.release.trackingNumbers.map((trackingNumber) => ({ ...source, trackingNumber }))),
    },
    options,
  );
}

export function packingSlipHeaders(name: string, options: FscmOptions): EntitySet {
  return entitySet<ReleaseSource>(
    {
      name,
      entity: name.replace(/s$/, ''),
      table: options.packingSlipEntity,
      key: ['dataAreaId', 'PackingSlipNumber'],
      properties: [
        ...slipColumns<ReleaseSource>(),
        text('OrderingCustomerAccountNumber', ({ order }) => order.customer),
        text('DeliveryModeCode', ({ release }) => release.carrier),
        text('ShippingWarehouseId', ({ order }) => order.warehouse),
      ],
      find: (scan) =>
        ordersIn(scan, { ...COLUMNS, customers: ['OrderingCustomerAccountNumber'] }).flatMap(shippedReleases),
    },
    options,
  );
}

export function packingSlipLines(name: string, options: FscmOptions): EntitySet {
  return entitySet<ReleaseLineSource>(
    {
      name,
      entity: name.replace(/s$/, ''),
      table: `${name.replace(/s$/, '')}Entity`,
      key: ['dataAreaId', 'PackingSlipNumber', 'LineNumber'],
      properties: [
        ...slipColumns<ReleaseLineSource>(),
        decimal('LineNumber', ({ line }) => String(line.lineNo)),
        text('InventoryLotId', ({ order, line }) => toLotId(order.number, line.lineNo)),
        text('ItemNumber', ({ line }) => line.item),
        text('SalesUnitSymbol', ({ line }) => line.unit),
        decimal(options.columns.deliveredQuantity, ({ shipped }) => shipped),
      ],
      find: (scan) =>
        ordersIn(scan, { ...COLUMNS, lot: 'InventoryLotId' })
          .flatMap(shippedReleases)
          .flatMap(shippedLines),
    },
    options,
  );
}

function slipColumns<S extends ReleaseSource>(): readonly Property<S>[] {
  return [
    text('dataAreaId', ({ order }) => COMPANY_IDS[order.company]),
    text('SalesOrderNumber', ({ order }) => toOrderNumber(order.number)),
    text('PackingSlipNumber', ({ number }) => number),
    day('DeliveryDate', ({ release }) => release.shippedOn),
  ];
}

/** Only parcel services have a page to look at. */
function trackingUrl(carrier: string, number: string): string {
  const address = PAGES[carrier];
  return address === undefined ? '' : `${address}${encodeURIComponent(number)}`;
}

const PAGES: Readonly<Record<string, string>> = {
  UPSG: 'https://www.ups.com/track?tracknum=',
  FDXG: 'https://www.fedex.com/fedextrack/?trknbr=',
};
