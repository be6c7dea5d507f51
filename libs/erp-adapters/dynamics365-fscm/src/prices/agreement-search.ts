import type { PriceReason } from '@headwater/erp-contracts';
import { type CalendarDate, compareDecimals, type Decimal, isZero } from '@headwater/kernel';
import { sameKey } from '../entities/keys';
import type { AgreementRow } from './agreement.schema';
import { pricePerUnit } from './unit-price';

/** For whom, for what and when a price is looked for. */
export interface PriceWanted {
  readonly item: string;
  /** In `unit`; absent where the quantity asked for is counted in another, so that only prices for any quantity count. */
  readonly quantity: Decimal | undefined;
  readonly unit: string;
  /** What a quantity without a unit is counted in. */
  readonly inventoryUnit: string;
  readonly currency: string;
  readonly customer: string;
  readonly group: string | undefined;
  readonly warehouse: string | undefined;
  readonly on: CalendarDate;
}

export interface FoundPrice {
  readonly unitPrice: Decimal;
  readonly reason: PriceReason;
  readonly validUntil: CalendarDate | undefined;
  /** Prices of the same level from larger quantities on, ascending. */
  readonly breaks: readonly { readonly from: Decimal; readonly unitPrice: Decimal }[];
}

interface Level {
  readonly reason: PriceReason;
  readonly isOf: (row: AgreementRow, wanted: PriceWanted) => boolean;
}

const isBlank = (text: string | undefined): boolean => text === undefined;

/** The order Dynamics 365 searches in: the customer's account, its price group, everyone. */
const LEVELS: readonly Level[] = [
  {
    reason: 'contract',
    isOf: (row, { customer }) =>
      !isBlank(row.CustomerAccountNumber) && sameKey(row.CustomerAccountNumber ?? '', customer),
  },
  {
    reason: 'group',
    isOf: (row, { group }) =>
      isBlank(row.CustomerAccountNumber) &&
      !isBlank(row.PriceCustomerGroupCode) &&
      group !== undefined &&
      sameKey(row.PriceCustomerGroupCode ?? '', group),
  },
  { reason: 'list', isOf: (row) => isBlank(row.CustomerAccountNumber) && isBlank(row.PriceCustomerGroupCode) },
];

const DIMENSIONS = [
  'ProductColorId',
  'ProductConfigurationId',
  'ProductSizeId',
  'ProductStyleId',
  'ProductVersionId',
  'AttributeBasedPricingId',
] as const;

/** A price of a variant, or of attributes, is not one of the item as it was asked for. */
function isOfWholeItem(row: AgreementRow): boolean {
  return DIMENSIONS.every((dimension) => isBlank(row[dimension]));
}

/** A price for a warehouse counts only there; which site a warehouse is of is not known, so a price for a site never does. */
function isOfPlace(row: AgreementRow, warehouse: string | undefined): boolean {
  if (!isBlank(row.PriceWarehouseId)) return warehouse !== undefined && sameKey(row.PriceWarehouseId ?? '', warehouse);
  return isBlank(row.PriceSiteId);
}

function isOfDay(row: AgreementRow, on: CalendarDate): boolean {
  return (row.PriceApplicableFromDate ?? on) <= on && (row.PriceApplicableToDate ?? on) >= on;
}

/** Everything but the quantity. */
function applies(row: AgreementRow, wanted: PriceWanted): boolean {
  return (
    sameKey(row.ItemNumber ?? '', wanted.item) &&
    row.PriceCurrencyCode === wanted.currency &&
    sameKey(row.QuantityUnitySymbol ?? wanted.inventoryUnit, wanted.unit) &&
    compareDecimals(row.Price, '0') > 0 &&
    isOfWholeItem(row) &&
    isOfPlace(row, wanted.warehouse) &&
    isOfDay(row, wanted.on)
  );
}

function isOfQuantity(row: AgreementRow, quantity: Decimal | undefined): boolean {
  const { FromQuantity: from = '0', ToQuantity: to = '0' } = row;
  if (quantity === undefined) return isZero(from) && isZero(to);
  return compareDecimals(from, quantity) <= 0 && (isZero(to) || compareDecimals(quantity, to) <= 0);
}

function priceOf(row: AgreementRow): Decimal {
  return pricePerUnit(row.Price, row.SalesPriceQuantity);
}

function lowest(rows: readonly AgreementRow[]): AgreementRow | undefined {
  return [...rows].sort((left, right) => compareDecimals(priceOf(left), priceOf(right)))[0];
}

/** Levels above the first; of several prices from one quantity the lowest. */
function breaksOf(rows: readonly AgreementRow[]): FoundPrice['breaks'] {
  const quantities = [...new Set(rows.map((row) => row.FromQuantity ?? '0'))].sort(compareDecimals);
  const distinct = quantities.filter(
    (from, index) => index > 0 && compareDecimals(from, quantities[index - 1] ?? '') > 0,
  );
  return distinct.flatMap((from) => {
    const best = lowest(rows.filter((row) => compareDecimals(row.FromQuantity ?? '0', from) === 0));
    return best === undefined ? [] : [{ from, unitPrice: priceOf(best) }];
  });
}

/**
 * The price Dynamics 365 would most likely find: level by level, going on to the next as long as every agreement found
 * says so ("find next"), and of all found the lowest. `undefined` where none applies.
 */
export function findAgreement(rows: readonly AgreementRow[], wanted: PriceWanted): FoundPrice | undefined {
  const applying = rows.filter((row) => applies(row, wanted));
  const found: { readonly row: AgreementRow; readonly level: Level }[] = [];
  for (const level of LEVELS) {
    const matching = applying.filter((row) => level.isOf(row, wanted) && isOfQuantity(row, wanted.quantity));
    found.push(...matching.map((row) => ({ row, level })));
    if (matching.some((row) => row.WillSearchContinue !== true)) break;
  }
  const best = lowest(found.map(({ row }) => row));
  const level = found.find(({ row }) => row === best)?.level;
  if (best === undefined || level === undefined) return undefined;
  return {
    unitPrice: priceOf(best),
    reason: level.reason,
    validUntil: best.PriceApplicableToDate,
    breaks: breaksOf(applying.filter((row) => level.isOf(row, wanted))),
  };
}
