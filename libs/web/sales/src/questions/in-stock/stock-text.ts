import type { AvailabilityView, ItemView } from '@headwater/erp-contracts';
import type { Quantity } from '@headwater/kernel';
import { formatDate, formatQuantityValue } from '@headwater/web/ui';
import { type AnswerStamp, stampLine } from '../asking/answer-text';

interface StockAnswer {
  readonly item: ItemView;
  readonly warehouses: readonly AvailabilityView[];
  readonly stamp: AnswerStamp;
}

/** The stock answer as text to paste into an e-mail. */
export function stockText({ item, warehouses, stamp }: StockAnswer, locale: string): string {
  const lines = warehouses.map((place) => {
    const figure = (quantity: Quantity | undefined, what: string): readonly string[] =>
      quantity === undefined ? [] : [`${formatQuantityValue(quantity.value, locale)} ${quantity.unit} ${what}`];
    const next = place.nextReceiptOn === undefined ? [] : [`next ${formatDate(place.nextReceiptOn, locale)}`];
    const name = place.warehouseName === undefined ? '' : ` ${place.warehouseName}`;
    const beside = [
      ...figure(place.onHand, 'on hand'),
      ...figure(place.allocated, 'allocated'),
      ...figure(place.onOrder, 'on order'),
      ...next,
    ];
    return `${place.warehouse}${name}: ${figure(place.available, 'available').join('')} (${beside.join(', ')})`;
  });
  return [`${item.number} ${item.description}`, ...lines, stampLine(stamp, locale)].join('\n');
}
