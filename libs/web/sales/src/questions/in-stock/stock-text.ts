import type { AvailabilityView, ItemView } from '@headwater/erp-contracts';
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
    const figure = ({ value, unit }: { readonly value: string; readonly unit: string }) =>
      `${formatQuantityValue(value, locale)} ${unit}`;
    const when = place.nextReceiptOn === undefined ? '' : `, next ${formatDate(place.nextReceiptOn, locale)}`;
    const name = place.warehouseName === undefined ? '' : ` ${place.warehouseName}`;
    return `${place.warehouse}${name}: ${figure(place.available)} available (${figure(place.onHand)} on hand, ${figure(
      place.allocated,
    )} allocated, ${figure(place.onOrder)} on order${when})`;
  });
  return [`${item.number} ${item.description}`, ...lines, stampLine(stamp, locale)].join('\n');
}
