import { addDecimals, compareDecimals, isZero, type CalendarDate, type Decimal } from '@headwater/kernel';
import { addDays } from '../../world/calendar';
import type { Item, StockLevel } from '../../world/model/item';
import { availableOf } from '../../world/stock/stock-ledger';
import { warehouseOf } from '../keys/organisation';
import { quantityText } from '../keys/units';
import type { ApiDefinition, Arguments, ComplexType, FunctionImport, FunctionParameter } from '../odata/model';
import { decimal, moment, text } from '../odata/property';
import type { SapRelease } from '../options';
import { SapError } from '../sap-error';
import type { SapScope } from '../scope';

/** From one moment to another, so much can be had. */
interface Period {
  readonly unit: string;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly quantity: Decimal;
}

/** Stands for ever, as it does in ABAP. */
const LAST_DAY = '9999-12-31';

const AVAILABILITY_RECORD: ComplexType<Period> = {
  name: 'AvailabilityRecord',
  properties: [
    moment('PeriodStartUTCDateTime', ({ start }) => `${start}T00:00:00`),
    text('PeriodStartTimeZone', () => 'UTC', { length: 6 }),
    moment('PeriodEndUTCDateTime', ({ end }) => `${end}T00:00:00`),
    text('PeriodEndTimeZone', () => 'UTC', { length: 6 }),
    decimal('AvailableQuantityInBaseUnit', ({ quantity, unit }) => quantityText(quantity, unit), {
      precision: 16,
      scale: 3,
      unit: 'BaseUnit',
    }),
    text('BaseUnit', ({ unit }) => unit, { length: 3, semantics: 'unit-of-measure' }),
  ],
};

const PLACE: readonly FunctionParameter[] = [
  { name: 'SupplyingPlant', type: 'Edm.String' },
  { name: 'Material', type: 'Edm.String' },
  { name: 'ATPCheckingRule', type: 'Edm.String' },
];

/** When so much can be had; never, where not even what is on order suffices. */
const DETERMINE_AVAILABILITY_OF: FunctionImport<Period> = {
  name: 'DetermineAvailabilityOf',
  parameters: [{ name: 'RequestedQuantityInBaseUnit', type: 'Edm.Decimal' }, ...PLACE],
  returns: AVAILABILITY_RECORD,
  multiplicity: 'one',
  call: (scope, given) => {
    const periods = periodsOf(scope, given);
    const wanted = given['RequestedQuantityInBaseUnit'] ?? '0';
    const enough = periods.find(({ quantity }) => compareDecimals(quantity, wanted) >= 0);
    const never = { unit: periods[0]?.unit ?? '', start: LAST_DAY, end: LAST_DAY, quantity: '0' };
    return [enough ?? never];
  },
};

/** How much can be had at a moment. */
const DETERMINE_AVAILABILITY_AT: FunctionImport<Period> = {
  name: 'DetermineAvailabilityAt',
  parameters: [...PLACE, { name: 'RequestedUTCDateTime', type: 'Edm.DateTimeOffset' }],
  returns: AVAILABILITY_RECORD,
  multiplicity: 'one',
  call: (scope, given) => {
    const periods = periodsOf(scope, given);
    const day = new Date(given['RequestedUTCDateTime'] ?? '').toISOString().slice(0, 10);
    return [periods.findLast(({ start }) => start <= day) ?? periods[0]].flatMap((period) => period ?? []);
  },
};

const CALCULATE_AVAILABILITY_TIMESERIES: FunctionImport<Period> = {
  name: 'CalculateAvailabilityTimeseries',
  parameters: PLACE,
  returns: AVAILABILITY_RECORD,
  multiplicity: 'many',
  call: periodsOf,
};

/** Function imports only: there is no list to read. One material in one plant at a time, no storage locations. */
export function availabilityApi(release: SapRelease): ApiDefinition {
  return {
    name: 'API_PRODUCT_AVAILY_INFO_BASIC',
    namespace: release === '2020' ? 'BasicProductAvailabilityInfo' : 'API_PRODUCT_AVAILY_INFO_BASIC',
    version: '0001',
    sets: [],
    functions: [DETERMINE_AVAILABILITY_OF, DETERMINE_AVAILABILITY_AT, CALCULATE_AVAILABILITY_TIMESERIES],
  };
}

/** Today until the next receipt, and with it from then on. */
function periodsOf(scope: SapScope, given: Arguments): readonly Period[] {
  const { item, level } = placeOf(scope, given);
  const today = scope.world.today();
  const now = atLeastZero(availableOf(level));
  const { unit } = item;
  if (level.nextReceiptOn === null || isZero(level.onOrder))
    return [{ unit, start: today, end: LAST_DAY, quantity: now }];
  const receipt = level.nextReceiptOn > today ? level.nextReceiptOn : addDays(today, 1);
  const later = atLeastZero(addDecimals(availableOf(level), level.onOrder));
  return [
    { unit, start: today, end: receipt, quantity: now },
    { unit, start: receipt, end: LAST_DAY, quantity: later },
  ];
}

interface Place {
  readonly item: Item;
  readonly level: StockLevel;
}

function placeOf({ world, options }: SapScope, given: Arguments): Place {
  const { Material: material = '', SupplyingPlant: plant = '', ATPCheckingRule: rule = '' } = given;
  const item = world.items.get(material);
  if (item === undefined) throw SapError.business(`Material ${material} does not exist`);
  const warehouse = warehouseOf(plant, options.organisation);
  if (warehouse === undefined) throw SapError.business(`Plant ${plant} does not exist`);
  if (!options.checkingRules.includes(rule)) throw SapError.business(`Checking rule ${rule} is not defined`);
  const level = world.stock.get(item.number, warehouse);
  if (level === undefined) throw SapError.business(`Material ${material} is not maintained in plant ${plant}`);
  return { item, level };
}

/** More promised than there is: nothing can be had. */
function atLeastZero(quantity: Decimal): Decimal {
  return compareDecimals(quantity, '0') < 0 ? '0' : quantity;
}
