import { carrierLink, present } from '@headwater/erp-adapter-kit';
import { ErpError, type ShipmentStatus, type ShipmentView, type TrackingNumberView } from '@headwater/erp-contracts';
import { ownName } from '../client/display-name';
import { type NetsuiteContext, refTo } from '../netsuite.context';
import type { NetsuiteSettings } from '../settings/netsuite.settings';
import type { PackageRow, ShipmentLineRow, ShipmentRow } from './shipment.schema';
import { shippedLines } from './shipped-lines';

export interface ShipmentParts {
  readonly row: ShipmentRow;
  readonly lines: readonly ShipmentLineRow[];
  readonly packages: readonly PackageRow[];
}

/** Accounts without Pick, Pack and Ship know the last one only. */
const LETTERS: { readonly [letter: string]: ShipmentStatus } = { A: 'picked', B: 'picked', C: 'shipped' };
const WORDS: { readonly [words: string]: string } = { picked: 'A', packed: 'B', shipped: 'C' };

function statusOf({ status, statusname }: ShipmentRow, { shipmentStatuses }: NetsuiteSettings): ShipmentStatus {
  const said = /^(?:[A-Za-z]+:)?([A-Za-z])$/.exec(status ?? '')?.[1]?.toUpperCase();
  const words = ownName(statusname ?? status ?? '').toLowerCase();
  const letter = said ?? WORDS[words] ?? '';
  const known = shipmentStatuses.get(letter) ?? LETTERS[letter];
  if (known !== undefined) return known;
  throw new ErpError(
    'bad-response',
    'NetSuite names a shipment status of unknown meaning; say what it means in the shipment statuses of the connection.',
  );
}

function trackingNumbers({ row, packages }: ShipmentParts, settings: NetsuiteSettings): readonly TrackingNumberView[] {
  const numbers = packages.map(({ trackingnumber }) => trackingnumber).filter((number) => number !== undefined);
  return [...new Set(numbers)].map((number) =>
    present({ number, url: carrierLink(number, [row.carrier], settings.carrierLinks) }),
  );
}

function warehouseOf(lines: readonly ShipmentLineRow[], settings: NetsuiteSettings): string | undefined {
  if (!settings.multiLocation) return settings.singleWarehouse;
  const line = lines.find(({ location }) => location !== undefined);
  if (line?.location === undefined || settings.warehouseKey === 'id') return line?.location;
  return ownName(line.locationname ?? line.location);
}

/** An item fulfillment. NetSuite does not learn of deliveries. */
export function toShipmentView(
  parts: ShipmentParts,
  { connectionId, settings }: Pick<NetsuiteContext, 'connectionId' | 'settings'>,
): ShipmentView {
  const { row, lines } = parts;
  const status = statusOf(row, settings);
  return present({
    ref: refTo({ connectionId }, 'shipment', row.tranid),
    number: row.tranid,
    order: row.ordernumber,
    status,
    // Before it ships, the date of the document is the day it was picked.
    shippedOn: status === 'shipped' || status === 'delivered' ? row.shippedon : undefined,
    promisedOn: row.promisedon,
    carrier: row.carrier,
    trackingNumbers: trackingNumbers(parts, settings),
    warehouse: warehouseOf(lines, settings),
    lines: shippedLines(lines, settings),
  });
}
