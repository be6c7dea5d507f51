import { compares, equalsText, type ODataFilter, oneOfTexts, parseVendor, present } from '@headwater/erp-adapter-kit';
import type { ErpCall, PriceBreakView, PriceQuery, PriceQuestion, PriceView } from '@headwater/erp-contracts';
import { compareDecimals, type Decimal, scaleOf } from '@headwater/kernel';
import { anyInChunks } from '../client/filter-chunks';
import { inTurn } from '../client/in-turn';
import { plainKey, sameKey, textKey } from '../keys';
import { answered, holdsKey, refTo, type SapContext, today } from '../sap-s4hana.context';
import {
  CONDITION_VALIDITY_SHAPE,
  type ConditionRate,
  type ConditionValidity,
  conditionValiditySchema,
} from './condition-record.shapes';
import { ratio } from './ratio';
import type { Quoted } from './simulated-prices';

const CHUNK_WIDTH = 3;

/** The end of time in SAP, which is no end. */
const FOR_EVER = /^9999-/;

/**
 * Looks prices up in condition records. Which record SAP would take, what is discounted from it and what excludes
 * what is not in the API, so each of these prices is marked as indicative.
 */
export async function recordedPrices(context: SapContext, query: PriceQuery, call: ErpCall): Promise<Quoted> {
  const materials = [...new Set(query.items.map(({ item }) => plainKey(item)))];
  const keys = materials.map((value) => holdsKey(context, 'Material', { kind: 'material', value }));
  const what = 'condition records';
  const rows = await inTurn(anyInChunks(keys), CHUNK_WIDTH, (any) => {
    const filter: ODataFilter = { all: [validFor(context, query), any] };
    return context.reads.all({ api: 'priceConditions', shape: CONDITION_VALIDITY_SHAPE, what, filter }, call);
  });
  const records = rows.flat().map((row) => parseVendor(conditionValiditySchema, row, answered(context, what)));
  return query.items.map((question) => recordedPrice(context, question, best(context, records, question)));
}

function validFor(context: SapContext, { customer, on }: PriceQuery): ODataFilter {
  const { basePriceTypes, area } = context.settings;
  const date = on ?? today(context);
  return {
    all: [
      oneOfTexts('ConditionType', basePriceTypes),
      { any: [holdsKey(context, 'Customer', { kind: 'party', value: textKey(customer) }), equalsText('Customer', '')] },
      oneOfTexts('SalesOrganization', [area.salesOrganization, '']),
      compares('ConditionValidityEndDate', 'ge', { date }),
      compares('ConditionValidityStartDate', 'le', { date }),
    ],
  };
}

/** The customer's own record first, then that of the sales organization, then by the preferred condition type. */
function best(
  context: SapContext,
  records: readonly ConditionValidity[],
  { item }: PriceQuestion,
): ConditionValidity | undefined {
  const { basePriceTypes } = context.settings;
  const weight = (record: ConditionValidity): number =>
    (record.Customer === undefined ? 0 : 1_000) +
    (record.SalesOrganization === undefined ? 0 : 100) -
    basePriceTypes.indexOf(record.ConditionType);
  return records
    .filter(({ Material }) => sameKey(Material ?? '', item))
    .sort((left, right) => weight(right) - weight(left))[0];
}

function amountOf(rate: Pick<ConditionRate, 'ConditionRateAmount' | 'ConditionRateValue'>): Decimal | undefined {
  return rate.ConditionRateAmount ?? rate.ConditionRateValue;
}

function recordedPrice(
  context: SapContext,
  question: PriceQuestion,
  validity: ConditionValidity | undefined,
): PriceView | undefined {
  const rate = validity?.record[0];
  const currency = rate?.ConditionCurrency ?? rate?.ConditionRateValueUnit;
  const unit = rate?.ConditionQuantityUnit ?? question.unit;
  if (validity === undefined || rate === undefined || unit === undefined) return undefined;
  if (currency === undefined || !/^[A-Z]{3}$/.test(currency)) return undefined;
  const perUnit = (amount: Decimal | undefined): Decimal | undefined => unitAmount(amount, rate.ConditionQuantity);
  const breaks = breaksOf(rate, currency, perUnit);
  const amount = [...breaks].reverse().find(({ from }) => compareDecimals(from, question.quantity) <= 0)
    ?.unitPrice.amount;
  const unitPrice = amount ?? perUnit(amountOf(rate));
  if (unitPrice === undefined || compareDecimals(unitPrice, '0') <= 0) return undefined;
  const until = validity.ConditionValidityEndDate;
  return present({
    ref: refTo(context, 'price', question.item),
    item: question.item,
    quantity: { value: question.quantity, unit: question.unit ?? unit },
    unit,
    unitPrice: { amount: unitPrice, currency },
    reason: validity.Customer === undefined ? ('list' as const) : ('customer' as const),
    breaks,
    validUntil: until === undefined || FOR_EVER.test(until) ? undefined : until,
    indicative: true,
  });
}

function unitAmount(amount: Decimal | undefined, per: Decimal = '1'): Decimal | undefined {
  if (amount === undefined || compareDecimals(per, '0') <= 0) return undefined;
  return compareDecimals(per, '1') === 0 ? amount : ratio(amount, per, scaleOf(amount));
}

function breaksOf(
  rate: ConditionRate,
  currency: string,
  perUnit: (amount: Decimal | undefined) => Decimal | undefined,
): readonly PriceBreakView[] {
  return (rate.scales ?? [])
    .flatMap((scale) => {
      const amount = perUnit(amountOf(scale));
      const from = scale.ConditionScaleQuantity;
      return amount === undefined || from === undefined ? [] : [{ from, unitPrice: { amount, currency } }];
    })
    .sort((left, right) => compareDecimals(left.from, right.from));
}
