import { present } from '@headwater/erp-adapter-kit';
import {
  type PriceBreakView,
  type PriceQuestion,
  PRICE_REASONS,
  type PriceReason,
  type PriceView,
} from '@headwater/erp-contracts';
import { compareDecimals, type Decimal } from '@headwater/kernel';
import { sameKey } from '../client/search-words';
import { refTo } from '../dynamics365-bc.context';
import type { ItemRow } from '../items/item.schema';
import type { PriceBreakRow, PriceRow } from './price.schema';

export interface PriceSetting {
  readonly connectionId: string;
  readonly currency: string;
  readonly unitWhereNone: string;
}

function isAboveZero(value: Decimal | undefined): value is Decimal {
  return value !== undefined && compareDecimals(value, '0') > 0;
}

/** Words in which an extension may say where a price comes from; `simulated` is the honest one where it does not. */
function reasonOf(source: string | undefined): PriceReason {
  const said = source?.toLowerCase() ?? '';
  if (said.includes('campaign')) return 'promotion';
  return PRICE_REASONS.find((reason) => said.includes(reason)) ?? 'simulated';
}

function breaksOf(rows: readonly PriceBreakRow[], unit: string, currency: string): readonly PriceBreakView[] {
  return rows
    .filter((row) => row.unitOfMeasureCode === undefined || sameKey(row.unitOfMeasureCode, unit))
    .filter(({ minimumQuantity, unitPrice }) => isAboveZero(minimumQuantity) && isAboveZero(unitPrice))
    .sort((left, right) => compareDecimals(left.minimumQuantity, right.minimumQuantity))
    .map(({ minimumQuantity, unitPrice }) => ({ from: minimumQuantity, unitPrice: { amount: unitPrice, currency } }));
}

export interface PricedRow {
  readonly price: PriceRow;
  readonly breaks: readonly PriceBreakRow[];
}

/** The customer's own price; `undefined` where the extension gives none, for a price of 0 is no offer. */
export function toPriceView(
  question: PriceQuestion,
  { price, breaks }: PricedRow,
  setting: PriceSetting,
): PriceView | undefined {
  if (!isAboveZero(price.unitPrice)) return undefined;
  const { connectionId, currency } = setting;
  const unit = price.unitOfMeasureCode ?? question.unit ?? setting.unitWhereNone;
  return present({
    ref: refTo({ connectionId }, 'price', question.item),
    item: question.item,
    quantity: { value: question.quantity, unit: question.unit ?? unit },
    unit,
    unitPrice: { amount: price.unitPrice, currency },
    listPrice: isAboveZero(price.listPrice) ? { amount: price.listPrice, currency } : undefined,
    discount: price.discountPercent,
    reason: reasonOf(price.source),
    breaks: breaksOf(breaks, unit, currency),
    validUntil: price.validTo,
    indicative: false,
  });
}

/** The list price, which says nothing of this customer; `undefined` for another unit than it is for. */
export function toListPriceView(question: PriceQuestion, row: ItemRow, setting: PriceSetting): PriceView | undefined {
  const unit = row.baseUnitOfMeasureCode ?? setting.unitWhereNone;
  const isOtherUnit = question.unit !== undefined && !sameKey(question.unit, unit);
  if (isOtherUnit || !isAboveZero(row.unitPrice)) return undefined;
  const price = { amount: row.unitPrice, currency: setting.currency };
  return present({
    ref: refTo(setting, 'price', question.item),
    item: question.item,
    quantity: { value: question.quantity, unit: question.unit ?? unit },
    unit,
    unitPrice: price,
    listPrice: price,
    reason: 'list' as const,
    breaks: [],
    indicative: true,
  });
}
