import type { ItemView, PriceView } from '@headwater/erp-contracts';
import { formatDate, formatQuantityValue, formatUnitPrice } from '@headwater/web/ui';
import { PRICE_REASON_WORDS } from '../../price-reason/price-reason';
import { type AnswerStamp, stampLine } from '../asking/answer-text';

interface PriceAnswer {
  readonly item: ItemView;
  readonly customer: string;
  readonly price: PriceView;
  readonly stamp: AnswerStamp;
}

/** The price answer as text to paste into an e-mail. Cost and margin are for inside eyes and never in it. */
export function priceText({ item, customer, price, stamp }: PriceAnswer, locale: string): string {
  const quantity = `${formatQuantityValue(price.quantity.value, locale)} ${price.quantity.unit}`;
  const breaks = price.breaks.map(
    ({ from, unitPrice }) => `from ${formatQuantityValue(from, locale)}: ${formatUnitPrice(unitPrice, locale)}`,
  );
  return [
    `${item.number} ${item.description}`,
    `${formatUnitPrice(price.unitPrice, locale)} per ${price.unit} for ${quantity}, customer ${customer}`,
    `${PRICE_REASON_WORDS[price.reason]}${price.indicative ? ' (indicative, not a binding price)' : ''}`,
    ...(breaks.length === 0 ? [] : [`Breaks: ${breaks.join('; ')}`]),
    ...(price.validUntil === undefined ? [] : [`Valid until ${formatDate(price.validUntil, locale)}`]),
    stampLine(stamp, locale),
  ].join('\n');
}
