import { present } from '@headwater/erp-adapter-kit';
import { ErpError, type PriceQuestion, type PriceReason, type PriceView } from '@headwater/erp-contracts';
import { isZero, type Money } from '@headwater/kernel';
import { ERP } from '../client/erp-name';
import { refTo } from '../epicor-p21.context';
import type { EpicorP21Settings } from '../settings/epicor-p21.settings';
import type { PriceRow } from './price.schema';

export interface PriceSetting {
  readonly connectionId: string;
  readonly currency: string;
  readonly settings: Pick<EpicorP21Settings, 'priceUnit' | 'pricePageReason' | 'costField'>;
}

/** `PricePageUid` is 0 where no price page matched. */
function hasPage(row: PriceRow): boolean {
  return row.PricePageUid !== undefined && row.PricePageUid !== '0';
}

function reasonOf(row: PriceRow, { settings }: PriceSetting): PriceReason {
  return hasPage(row) ? settings.pricePageReason : 'list';
}

/** A cost of zero is one that is not known. */
function costOf(row: PriceRow, { settings, currency }: PriceSetting): Money | undefined {
  const cost = settings.costField === 'none' ? undefined : row[settings.costField];
  return cost === undefined || isZero(cost) ? undefined : { amount: cost, currency };
}

/** The price of one question; `undefined` where there is none, which a zero without a price page means. */
export function toPriceView(question: PriceQuestion, row: PriceRow, setting: PriceSetting): PriceView | undefined {
  const price = row.UnitPrice;
  if (price === undefined || (isZero(price) && !hasPage(row))) return undefined;
  const unit = (setting.settings.priceUnit === 'PriceUOM' ? row.PriceUOM : undefined) ?? row.UOM ?? question.unit;
  if (unit === undefined) throw new ErpError('bad-response', `${ERP} answered a price without its unit.`, setting);
  return present({
    ref: refTo(setting, 'price', question.item),
    // As it was asked for: the database ignores case, and the answer may be in another.
    item: question.item,
    quantity: { value: question.quantity, unit: question.unit ?? row.UOM ?? unit },
    unit,
    unitPrice: { amount: price, currency: setting.currency },
    reason: reasonOf(row, setting),
    breaks: [],
    indicative: false,
    cost: costOf(row, setting),
  });
}
