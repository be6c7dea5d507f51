import { hasShipped } from '../../world/orders/order-amounts';
import { plantOf } from '../keys/organisation';
import { rawItemNumber } from '../keys/documents';
import { quantityText } from '../keys/units';
import type { EntitySet, Pins } from '../odata/model';
import { decimal, text } from '../odata/property';
import type { SapScope } from '../scope';
import {
  deliveryNumber,
  deliveryRows,
  documentKey,
  itemsOf,
  type DeliveryItemRow,
  type DeliveryRow,
} from './delivery-rows';
import { isKeptIn } from './tracking';

interface HandlingUnitRow extends DeliveryRow {
  /** From 0. */
  readonly place: number;
  readonly tracking: string;
}

interface HandlingUnitItemRow extends HandlingUnitRow {
  readonly item: DeliveryItemRow;
  readonly position: number;
}

const RESTRICTED = { restricted: true } as const;

/** One per parcel of what has left; where nobody tracks parcels, one for everything. */
export function handlingUnits(row: DeliveryRow): readonly HandlingUnitRow[] {
  if (!hasShipped(row.release)) return [];
  const numbers = row.release.trackingNumbers.length === 0 ? [''] : row.release.trackingNumbers;
  return numbers.map((tracking, place) => ({ ...row, tracking, place }));
}

/** All items stand in the first parcel: what is in which one, the world does not know. */
function unitItems(unit: HandlingUnitRow): readonly HandlingUnitItemRow[] {
  return unit.place > 0 ? [] : itemsOf(unit).map((item, at) => ({ ...unit, item, position: at + 1 }));
}

export const A_HANDLING_UNIT_HEADER_DELIVERY: EntitySet<HandlingUnitRow> = {
  name: 'A_HandlingUnitHeaderDelivery',
  type: 'A_HandlingUnitHeaderDeliveryType',
  keys: ['HandlingUnitInternalId'],
  access: 'navigation',
  rows: unitsPinned,
  properties: [
    documentKey('HandlingUnitInternalId', internalId, RESTRICTED),
    documentKey('DeliveryDocument', deliveryNumber, RESTRICTED),
    text('HandlingUnitExternalId', externalId, { ...RESTRICTED, length: 20 }),
    text('HandlingUnitSecondExternalId', secondExternalId, { ...RESTRICTED, length: 20 }),
    text('PackagingMaterial', () => 'CARTON', { ...RESTRICTED, length: 40 }),
    decimal('GrossWeight', () => '0.000', { ...RESTRICTED, precision: 15, scale: 3, unit: 'WeightUnit' }),
    text('WeightUnit', () => 'KG', { ...RESTRICTED, length: 3 }),
    text('ShippingPoint', ({ scope, order }) => plantOf(order.warehouse, scope.options.organisation), {
      ...RESTRICTED,
      length: 4,
    }),
  ],
  navigations: [
    {
      name: 'to_HandlingUnitItemDelivery',
      target: 'A_HandlingUnitItemDelivery',
      multiplicity: 'many',
      follow: unitItems,
    },
  ],
};

export const A_HANDLING_UNIT_ITEM_DELIVERY: EntitySet<HandlingUnitItemRow> = {
  name: 'A_HandlingUnitItemDelivery',
  type: 'A_HandlingUnitItemDeliveryType',
  keys: ['HandlingUnitInternalId', 'HandlingUnitItem'],
  access: 'navigation',
  rows: (scope, pins) => unitsPinned(scope, pins).flatMap(unitItems),
  properties: [
    documentKey('HandlingUnitInternalId', internalId, RESTRICTED),
    text('HandlingUnitItem', ({ position }) => String(position).padStart(6, '0'), { ...RESTRICTED, length: 6 }),
    documentKey('DeliveryDocument', deliveryNumber, RESTRICTED),
    text('DeliveryDocumentItem', ({ item }) => rawItemNumber(item.line.lineNo), { ...RESTRICTED, length: 6 }),
    text('Material', ({ item }) => item.line.item, { ...RESTRICTED, length: 40 }),
    decimal('HandlingUnitQuantity', ({ item }) => quantityText(item.quantity, item.line.unit), {
      ...RESTRICTED,
      precision: 15,
      scale: 3,
      unit: 'HandlingUnitQuantityUnit',
    }),
    text('HandlingUnitQuantityUnit', ({ item }) => item.line.unit, { ...RESTRICTED, length: 3 }),
  ],
  navigations: [],
};

/** A unit's number is its delivery's with the place behind it. */
function unitsPinned(scope: SapScope, pins: Pins): readonly HandlingUnitRow[] {
  const ids = pins('HandlingUnitInternalId');
  const deliveries = ids === undefined ? undefined : new Set([...ids].map((id) => id.slice(0, -1)));
  return deliveryRows(scope, (property) => (property === 'DeliveryDocument' ? deliveries : undefined)).flatMap(
    handlingUnits,
  );
}

function internalId(row: HandlingUnitRow): string {
  return `${deliveryNumber(row)}${row.place.toString(36).toUpperCase()}`;
}

/** An SSCC, unless the tenant keeps the tracking number here. */
function externalId(row: HandlingUnitRow): string {
  if (isKeptIn(row, 'HandlingUnitExternalId') && row.tracking !== '') return row.tracking;
  return `3${internalId(row).padStart(17, '0')}`;
}

function secondExternalId(row: HandlingUnitRow): string {
  return isKeptIn(row, 'HandlingUnitSecondExternalId') ? row.tracking : '';
}
