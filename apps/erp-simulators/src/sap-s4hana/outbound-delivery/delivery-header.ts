import { addDays } from '../../world/calendar';
import { hasShipped } from '../../world/orders/order-amounts';
import { plantOf } from '../keys/organisation';
import { customerNumber } from '../keys/parties';
import type { EntitySet, Navigation } from '../odata/model';
import { decimal, text, time, type Property } from '../odata/property';
import type { SapOptions } from '../options';
import { shipToNumber } from '../sales-order/partners';
import { deliveryNumber, deliveryRows, documentKey, itemsOf, plainDate, type DeliveryRow } from './delivery-rows';
import { deliveryPartners } from './delivery-partners';
import { deliveryTexts } from './delivery-text';
import { handlingUnits } from './handling-units';
import { billOfLading, trackingText } from './tracking';

const EXTENSION_LENGTH = 255;

/** Header. No order number, no tracking number, no carrier. Version 1 of the API knows no handling units. */
export function deliveryHeader(version: '0001' | '0002', options: SapOptions): EntitySet<DeliveryRow> {
  return {
    name: 'A_OutbDeliveryHeader',
    type: 'A_OutbDeliveryHeaderType',
    keys: ['DeliveryDocument'],
    rows: deliveryRows,
    properties: [
      ...PROPERTIES,
      ...(version === '0001'
        ? []
        : [text<DeliveryRow>('DeliveryVersion', () => '0001', { length: 4, concurrency: true })]),
      ...extension(options),
    ],
    navigations: version === '0001' ? NAVIGATIONS : [...NAVIGATIONS, HANDLING_UNITS],
  };
}

const PROPERTIES: readonly Property<DeliveryRow>[] = [
  documentKey('DeliveryDocument', deliveryNumber),
  text('DeliveryDocumentType', () => 'LF', { length: 4 }),
  text('SDDocumentCategory', () => 'J', { length: 4 }),
  plainDate('DocumentDate', createdOn),
  text('SalesOrganization', ({ scope, order }) => scope.options.organisation.areas[order.company].salesOrganization, {
    length: 4,
  }),
  documentKey('ShipToParty', shipToNumber),
  documentKey('SoldToParty', ({ order }) => customerNumber(order.customer)),
  text('ShippingPoint', plant, { length: 4 }),
  text('ShippingCondition', () => '01', { length: 2 }),
  plainDate('PickingDate', ({ release }) => release.pickedOn),
  plainDate('PlannedGoodsIssueDate', (row) => row.release.shippedOn ?? addDays(createdOn(row), 1)),
  plainDate('ActualGoodsMovementDate', ({ release }) => release.shippedOn),
  time('ActualGoodsMovementTime', ({ release }) => (release.shippedOn === null ? 'PT00H00M00S' : 'PT15H51M04S')),
  plainDate('DeliveryDate', ({ release }) => release.promisedOn),
  text('DeliveryPriority', () => '00', { length: 2 }),
  text('DeliveryBlockReason', () => '', { length: 2 }),
  text('OverallGoodsMovementStatus', ({ release }) => (hasShipped(release) ? 'C' : 'A'), { length: 1 }),
  text('OverallPickingStatus', () => 'C', { length: 1 }),
  text('OverallProofOfDeliveryStatus', proofStatus, { length: 1 }),
  plainDate('ProofOfDeliveryDate', ({ release }) => release.deliveredOn),
  text('OverallDelivReltdBillgStatus', ({ release }) => (release.invoice === null ? 'A' : 'C'), { length: 1 }),
  text('BillOfLading', billOfLading, { length: 35 }),
  text('MeansOfTransport', () => '', { length: 20 }),
  text('MeansOfTransportType', () => '', { length: 4 }),
  text('ActualDeliveryRoute', () => '', { length: 6 }),
  text('TotalNumberOfPackage', (row) => String(handlingUnits(row).length).padStart(5, '0'), { length: 5 }),
  decimal('HeaderGrossWeight', () => '0.000', { precision: 15, scale: 3, unit: 'HeaderWeightUnit' }),
  text('HeaderWeightUnit', () => 'KG', { length: 3, semantics: 'unit-of-measure' }),
  plainDate('CreationDate', createdOn),
  time('CreationTime', () => 'PT09H55M56S'),
  plainDate('LastChangeDate', ({ order }) => order.changedAt.slice(0, 10)),
];

const NAVIGATIONS: readonly Navigation<DeliveryRow>[] = [
  { name: 'to_DeliveryDocumentItem', target: 'A_OutbDeliveryItem', multiplicity: 'many', follow: itemsOf },
  {
    name: 'to_DeliveryDocumentPartner',
    target: 'A_OutbDeliveryPartner',
    multiplicity: 'many',
    follow: deliveryPartners,
  },
  { name: 'to_DeliveryDocumentText', target: 'A_OutbDeliveryHeaderText', multiplicity: 'many', follow: deliveryTexts },
];

const HANDLING_UNITS: Navigation<DeliveryRow> = {
  name: 'to_HandlingUnitHeaderDelivery',
  target: 'A_HandlingUnitHeaderDelivery',
  multiplicity: 'many',
  follow: handlingUnits,
};

/** A field the customer added: it is there only where tracking numbers are kept in it. */
function extension(options: SapOptions): readonly Property<DeliveryRow>[] {
  if (options.trackingPlace !== 'Extension') return [];
  return [
    text(options.trackingExtension, (row) => trackingText(row, options, EXTENSION_LENGTH), {
      length: EXTENSION_LENGTH,
    }),
  ];
}

function createdOn({ order, release }: DeliveryRow): string {
  return release.pickedOn ?? release.shippedOn ?? order.orderedOn;
}

function plant({ scope, order }: DeliveryRow): string {
  return plantOf(order.warehouse, scope.options.organisation);
}

function proofStatus({ release }: DeliveryRow): string {
  if (!hasShipped(release)) return '';
  return release.deliveredOn === null ? 'A' : 'C';
}
