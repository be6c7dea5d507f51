import type { QuantityBreak } from '../../world/model/item';
import { currencyCode, rateOf } from '../keys/amounts';
import { padScale, quantityText, sapUnit } from '../keys/units';
import type { EntitySet } from '../odata/model';
import { alpha, date, decimal, digits, emptyTexts, flag, text, type Property } from '../odata/property';
import { conditionCustomer, conditionRows, type ConditionRow } from './condition-rows';

interface ScaleRow extends ConditionRow {
  readonly number: number;
  readonly level: QuantityBreak;
}

const UPPER = { display: 'UpperCase' } as const;
const RATE = { precision: 24, scale: 9 } as const;
const PERCENT = '%';

/** For whom, what and when a record holds; which keys it hangs on is in its record's condition table. */
export const A_SLS_PRCG_CNDN_RECD_VALIDITY: EntitySet<ConditionRow> = {
  name: 'A_SlsPrcgCndnRecdValidity',
  type: 'A_SlsPrcgCndnRecdValidityType',
  keys: ['ConditionRecord', 'ConditionValidityEndDate'],
  rows: conditionRows,
  properties: [
    alpha('ConditionRecord', ({ record }) => record),
    date('ConditionValidityEndDate', ({ until }) => until),
    date('ConditionValidityStartDate', ({ from }) => from),
    text('ConditionApplication', () => 'V', { ...UPPER, length: 2 }),
    text('ConditionType', conditionType, { ...UPPER, length: 4 }),
    text('ConditionReleaseStatus', () => '', { ...UPPER, length: 1 }),
    text('SalesOrganization', (row) => areaOf(row).salesOrganization, { ...UPPER, length: 4 }),
    text('DistributionChannel', (row) => areaOf(row).distributionChannel, { ...UPPER, length: 2 }),
    ...emptyTexts<ConditionRow>('Division', 'Plant', 'CustomerPriceGroup', 'PriceListType', 'MaterialPricingGroup'),
    alpha('Customer', conditionCustomer),
    text('Material', ({ item }) => item.number, { ...UPPER, length: 40 }),
  ],
  navigations: [
    {
      name: 'to_SlsPrcgConditionRecord',
      target: 'A_SlsPrcgConditionRecord',
      multiplicity: 'one',
      follow: (row) => [row],
    },
  ],
};

/** The rate. Later releases say amounts and percentages apart, beside the rate that holds either. */
export const A_SLS_PRCG_CONDITION_RECORD: EntitySet<ConditionRow> = {
  name: 'A_SlsPrcgConditionRecord',
  type: 'A_SlsPrcgConditionRecordType',
  keys: ['ConditionRecord'],
  rows: conditionRows,
  properties: [
    alpha('ConditionRecord', ({ record }) => record),
    digits('ConditionSequentialNumber', () => '1', { length: 2 }),
    text('ConditionTable', ({ table }) => table, { ...UPPER, length: 3 }),
    text('ConditionApplication', () => 'V', { ...UPPER, length: 2 }),
    text('ConditionType', conditionType, { ...UPPER, length: 4 }),
    date('ConditionValidityEndDate', ({ until }) => until),
    date('ConditionValidityStartDate', ({ from }) => from),
    text('PricingScaleType', (row) => (scalesOf(row).length > 0 ? 'A' : ''), { ...UPPER, length: 1 }),
    text('PricingScaleBasis', (row) => (scalesOf(row).length > 0 ? 'C' : ''), { ...UPPER, length: 3 }),
    text('ConditionCalculationType', (row) => (row.price === undefined ? 'A' : 'C'), { ...UPPER, length: 3 }),
    ...rateProperties<ConditionRow>((row) => row, '0'),
    flag('ConditionIsDeleted', () => false),
    text('ETag', ({ record, from, price }) => `${record}-${from}-${price ?? ''}`, { length: 40, concurrency: true }),
  ],
  navigations: [
    {
      name: 'to_SlsPrcgCndnRecdValidity',
      target: 'A_SlsPrcgCndnRecdValidity',
      multiplicity: 'many',
      follow: (row) => [row],
    },
    {
      name: 'to_SlsPrcgCndnRecordScale',
      target: 'A_SlsPrcgCndnRecordScale',
      multiplicity: 'many',
      follow: scalesOf,
    },
  ],
};

/** From a quantity on, another rate. */
export const A_SLS_PRCG_CNDN_RECORD_SCALE: EntitySet<ScaleRow> = {
  name: 'A_SlsPrcgCndnRecordScale',
  type: 'A_SlsPrcgCndnRecordScaleType',
  keys: ['ConditionRecord', 'ConditionSequentialNumber', 'ConditionScaleLine'],
  rows: (scope, pins) => conditionRows(scope, pins).flatMap(scalesOf),
  properties: [
    alpha('ConditionRecord', ({ record }) => record),
    digits('ConditionSequentialNumber', () => '1', { length: 2 }),
    digits('ConditionScaleLine', ({ number }) => String(number), { length: 4 }),
    decimal('ConditionScaleQuantity', ({ level, item }) => quantityText(String(level.from), item.unit), {
      precision: 15,
      scale: 3,
      unit: 'ConditionScaleQuantityUnit',
    }),
    text('ConditionScaleQuantityUnit', ({ item }) => item.unit, { length: 3, semantics: 'unit-of-measure' }),
    ...scaleRates(),
  ],
  navigations: [],
};

function scalesOf(row: ConditionRow): readonly ScaleRow[] {
  if (row.kind !== 'quantity-discount') return [];
  return row.item.breaks.map((level, at) => ({ ...row, level, number: at + 1 }));
}

function conditionType({ scope, kind }: ConditionRow): string {
  const { price, quantityDiscount } = scope.options.conditionTypes;
  return kind === 'quantity-discount' ? quantityDiscount : price;
}

function areaOf({ scope, company }: ConditionRow): (typeof scope.options.organisation.areas)['1'] {
  return scope.options.organisation.areas[company];
}

interface ShownRate {
  readonly value: string;
  readonly unit: string;
  readonly per: string;
}

/** A discount is a negative percentage, with three decimals. */
function rateShown({ scope, price, currency }: ConditionRow, percent: string): ShownRate {
  if (price === undefined)
    return { value: percent === '0' ? '0.000' : `-${padScale(percent, 3)}`, unit: PERCENT, per: '0' };
  const { value, per } = rateOf(price, currency, scope.options);
  return { value, unit: currencyCode(currency, scope.options), per };
}

function rateProperties<Row>(of: (row: Row) => ConditionRow, percent: string): readonly Property<Row>[] {
  const rate = (row: Row): ShownRate => rateShown(of(row), percent);
  return ratesOf(rate, (row) => (of(row).price === undefined ? '' : of(row).item.unit));
}

function scaleRates(): readonly Property<ScaleRow>[] {
  return ratesOf<ScaleRow>(
    (row) => rateShown(row, String(row.level.percent)),
    () => '',
  );
}

function ratesOf<Row>(rate: (row: Row) => ShownRate, unit: (row: Row) => string): readonly Property<Row>[] {
  const isPercent = (row: Row): boolean => rate(row).unit === PERCENT;
  return [
    decimal('ConditionRateValue', (row) => rate(row).value, { ...RATE, unit: 'ConditionRateValueUnit' }),
    text('ConditionRateValueUnit', (row) => rate(row).unit, { ...UPPER, length: 5 }),
    decimal('ConditionRateAmount', (row) => (isPercent(row) ? null : rate(row).value), { ...RATE, since: 'current' }),
    text('ConditionCurrency', (row) => (isPercent(row) ? '' : rate(row).unit), {
      ...UPPER,
      length: 5,
      since: 'current',
    }),
    decimal('ConditionRateRatio', (row) => (isPercent(row) ? rate(row).value : null), { ...RATE, since: 'current' }),
    text('ConditionRateRatioUnit', (row) => (isPercent(row) ? PERCENT : ''), { ...UPPER, length: 3, since: 'current' }),
    decimal('ConditionQuantity', (row) => rate(row).per, { precision: 5, scale: 0, unit: 'ConditionQuantityUnit' }),
    text('ConditionQuantityUnit', unit, { length: 3, semantics: 'unit-of-measure' }),
    text('ConditionQuantitySAPUnit', (row) => sapUnit(unit(row)), { length: 3, since: 'current' }),
  ];
}
