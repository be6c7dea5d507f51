import { type Decimal } from '@headwater/kernel';
import type { Item } from '../../world/model/item';
import type { OrderLine } from '../../world/model/order';
import { amountOf } from '../../world/orders/order-amounts';
import { item, itemIdOf, unitOfMeasure } from '../entities/item';
import { location, LOCATIONS } from '../entities/lists';
import { NO_ID, systemId } from '../identifiers';
import { enumType } from '../odata/edm';
import { date, decimal, guid, integer, oneOf, text, toOne, type Navigation, type Properties } from '../odata/entity';
import type { Reading } from '../reading';
import type { OfOrder } from './party-properties';

const LINE_TYPE = enumType('salesLineType', ['Comment', 'Account', 'Item', 'Resource', 'Fixed Asset', 'Charge']);

export interface OfLine extends OfOrder {
  readonly line: OrderLine;
  /** What this document says of the line. */
  readonly quantity: Decimal;
}

/** Line numbers leave room for what is put between them. */
export function sequenceOf({ line }: Pick<OfLine, 'line'>): number {
  return line.lineNo * 10_000;
}

export function lineIdentity<S extends OfLine>(documentId: (source: S, reading: Reading) => string): Properties<S> {
  return {
    documentId: guid(documentId),
    sequence: integer(sequenceOf),
    lineType: oneOf(LINE_TYPE, () => 'Item'),
    lineObjectNumber: text(({ line }) => line.item),
    description: text(({ line }) => line.description),
    description2: text(({ line }) => line.description2),
    unitOfMeasureId: guid(({ line }, { company }) => systemId('unitOfMeasure', company, line.unit)),
    unitOfMeasureCode: text(({ line }) => line.unit),
    quantity: decimal(({ quantity }) => quantity),
    unitPrice: decimal(({ line }) => line.unitPrice),
  };
}

/** The world's price is net of discounts and taxes, and so is everything that follows from it. */
export function lineAmounts<S extends OfLine>(): Properties<S> {
  const net = decimal<S>(({ order, quantity, line }) => amountOf(quantity, line.unitPrice, order.currency));
  const none = decimal<S>(() => '0');
  return {
    itemId: guid(({ line }, reading) => itemIdOf(line.item, reading)),
    accountId: guid(() => NO_ID),
    discountAmount: none,
    discountPercent: none,
    taxCode: text(() => ''),
    taxPercent: none,
    amountExcludingTax: net,
    totalTaxAmount: none,
    amountIncludingTax: net,
    netAmount: net,
    netTaxAmount: none,
    netAmountIncludingTax: net,
    itemVariantId: guid(() => NO_ID),
    locationId: guid(({ order }, { company }) => systemId('location', company, order.warehouse)),
  };
}

export function shipmentDate<S extends OfLine>(): Properties<S> {
  return { shipmentDate: date(({ line }) => line.promisedOn) };
}

export function lineNavigations<S extends OfLine>(): Readonly<Record<string, Navigation<S>>> {
  return {
    item: toOne(
      () => item,
      ({ line }, { world }): Item | undefined => world.items.get(line.item),
    ),
    unitOfMeasure: toOne(
      () => unitOfMeasure,
      ({ line }) => line.unit,
    ),
    location: toOne(
      () => location,
      ({ order }) => LOCATIONS.find(({ code }) => code === order.warehouse),
    ),
  };
}
