import { isCalendarDate, isDecimal } from '@headwater/kernel';
import type { PriceAnswer, PriceBreak, PriceRequest } from '../../world/model/price';
import { guidOf } from '../identifiers';
import { date, decimal, defineEntity, guid, text } from '../odata/entity';
import type { Pins } from '../odata/pins';
import { dateOrEmpty, type Reading } from '../reading';
import { priceNeedsParties } from '../refusals';
import { customersFor } from '../sets/candidates';
import { entitySet } from '../sets/entity-set';

interface Priced {
  readonly answer: PriceAnswer;
  readonly unitPrice: string;
  readonly on: string;
}

interface PricedBreak extends Priced {
  readonly level: PriceBreak;
}

function priceKey({ answer, on }: Priced, { company }: Reading): string {
  return `${company}|${answer.customer}|${answer.item}|${answer.quantity}|${answer.unit}|${on}`;
}

/** A calculation, not a table: what it is asked with stands in the filter, and comes back in the row. */
const customerPrice = defineEntity<Priced>({
  name: 'customerPrice',
  properties: {
    id: guid((source, reading) => guidOf(`customerPrice|${priceKey(source, reading)}`)),
    customerNumber: text(({ answer }) => answer.customer),
    itemNumber: text(({ answer }) => answer.item),
    quantity: decimal(({ answer }) => answer.quantity),
    unitOfMeasureCode: text(({ answer }) => answer.unit),
    date: date(({ on }) => on),
    unitPrice: decimal(({ unitPrice }) => unitPrice),
    listPrice: decimal(({ answer }) => answer.listPrice ?? '0'),
    discountPercent: decimal(({ answer }) => answer.discountPercent),
    currencyCode: text(({ answer }) => answer.currency),
    source: text(({ answer }) => answer.reason),
    validTo: date(({ answer }, reading) => dateOrEmpty(answer.validUntil, reading)),
  },
});

const customerPriceBreak = defineEntity<PricedBreak>({
  name: 'customerPriceBreak',
  properties: {
    id: guid((source, reading) => guidOf(`customerPriceBreak|${priceKey(source, reading)}|${source.level.from}`)),
    customerNumber: text(({ answer }) => answer.customer),
    itemNumber: text(({ answer }) => answer.item),
    quantity: decimal(({ answer }) => answer.quantity),
    unitOfMeasureCode: text(({ answer }) => answer.unit),
    date: date(({ on }) => on),
    minimumQuantity: decimal(({ level }) => level.from),
    unitPrice: decimal(({ level }) => level.unitPrice),
    currencyCode: text(({ answer }) => answer.currency),
  },
  defaultOrder: ['minimumQuantity'],
});

/** What has no price, as it is on request, has no row. */
function pricedFor(reading: Reading, pins: Pins): readonly Priced[] {
  return requestsIn(reading, pins).flatMap((request) => {
    const answer = reading.world.price(request);
    if (answer === undefined || answer.unitPrice === null) return [];
    return [{ answer, unitPrice: answer.unitPrice, on: request.on }];
  });
}

type AskedPrice = PriceRequest & { readonly on: string };

/** Without a customer and an item there is nothing to calculate. */
function requestsIn(reading: Reading, pins: Pins): readonly AskedPrice[] {
  const items = pins.of('itemNumber');
  if (items === undefined || pins.of('customerNumber') === undefined) throw priceNeedsParties();
  const customers = customersFor(reading, pins, ['customerId', 'customerNumber']);
  const on = pins.of('date')?.find(isCalendarDate) ?? reading.world.today();
  return customers.flatMap(({ number: customer }) =>
    items.flatMap((item) =>
      (pins.of('quantity') ?? ['1'])
        .filter(isDecimal)
        .flatMap((quantity) =>
          (pins.of('unitOfMeasureCode') ?? [undefined]).map((unit) => ({ customer, item, quantity, unit, on })),
        ),
    ),
  );
}

export const customerPricesSet = entitySet('customerPrices', customerPrice, pricedFor);

export const customerPriceBreaksSet = entitySet('customerPriceBreaks', customerPriceBreak, (reading, pins) =>
  pricedFor(reading, pins).flatMap((priced) => priced.answer.breaks.map((level) => ({ ...priced, level }))),
);
