import { compareDecimals, type Decimal } from '@headwater/kernel';
import { sameKey } from '../entities/keys';
import type { BasePriceRow } from '../items/item.schema';
import { pricePerUnit } from './unit-price';

export interface BasePriceSetting {
  readonly unit: string;
  readonly currency: string;
  readonly companyCurrency: string;
}

/** The base price of an item per unit: in the company's currency and the sales unit only, as nothing is converted. */
export function basePrice(
  row: BasePriceRow,
  { unit, currency, companyCurrency }: BasePriceSetting,
): Decimal | undefined {
  const { SalesPrice: price, SalesUnitSymbol: salesUnit } = row;
  if (price === undefined || compareDecimals(price, '0') <= 0) return undefined;
  if (currency !== companyCurrency || !sameKey(salesUnit ?? row.InventoryUnitSymbol, unit)) return undefined;
  return pricePerUnit(price, row.SalesPriceQuantity);
}
