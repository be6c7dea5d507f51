import { present } from '@headwater/erp-adapter-kit';
import {
  ErpError,
  type PriceBreakView,
  PRICE_REASONS,
  type PriceReason,
  type PriceView,
} from '@headwater/erp-contracts';
import { compareDecimals } from '@headwater/kernel';
import { refTo } from '../infor-sxe.context';
import { discountPercent, netUnitPrice } from './net-price';
import type { Asked } from './price-match';
import type { PriceRow } from './price.schema';

export interface PriceSetting {
  readonly connectionId: string;
  readonly currency: string;
  readonly breaks: readonly PriceBreakView[];
  /** Where SX.e says the price comes from, in its own words. */
  readonly origin: string | undefined;
}

/** SX.e computes the price and seldom says why; `simulated` is the honest word for that. */
export function reasonOf(origin: string | undefined): PriceReason {
  const said = origin?.toLowerCase() ?? '';
  return PRICE_REASONS.find((reason) => said.includes(reason.slice(0, 5))) ?? 'simulated';
}

/** The price of one question, or `undefined` where SX.e gives none. */
export function toPriceView({ question }: Asked, row: PriceRow, setting: PriceSetting): PriceView | undefined {
  const unitPrice = netUnitPrice(row, question.quantity);
  if (unitPrice === undefined) return undefined;
  const unit = row.unit ?? question.unit;
  if (unit === undefined) throw new ErpError('bad-response', 'Infor SX.e answered a price without its unit.');
  const list = row.listprice !== undefined && compareDecimals(row.listprice, '0') > 0 ? row.listprice : undefined;
  return present({
    ref: refTo(setting, 'price', question.item),
    // As it was asked for: SX.e ignores case and may answer in another.
    item: question.item,
    quantity: { value: question.quantity, unit: question.unit ?? unit },
    unit,
    unitPrice: { amount: unitPrice, currency: setting.currency },
    listPrice: list === undefined ? undefined : { amount: list, currency: setting.currency },
    discount: discountPercent(list, unitPrice),
    reason: reasonOf(setting.origin),
    breaks: setting.breaks,
    indicative: false,
  });
}
