import type { CalendarDate, Decimal } from '@headwater/kernel';
import type { Item } from '../../world/model/item';
import type { CompanyCode, Customer } from '../../world/model/party';
import type { PriceContract } from '../../world/model/price';
import type { World } from '../../world/world';
import { customerIn, customerNumber } from '../keys/parties';
import type { Pins } from '../odata/model';
import type { SapScope } from '../scope';

/** Which combination of keys a condition hangs on: customer and material, or material alone. */
export type ConditionTable = '305' | '304';

/** A condition record, valid for a time in one sales organization. */
export interface ConditionRow {
  readonly scope: SapScope;
  readonly record: string;
  readonly table: ConditionTable;
  readonly kind: 'contract' | 'list' | 'quantity-discount';
  readonly company: CompanyCode;
  readonly item: Item;
  /** Undefined for what holds for all. */
  readonly customer: Customer | undefined;
  readonly currency: string;
  /** Of one base unit; undefined for percentages. */
  readonly price: Decimal | undefined;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

const LAST_DAY = '9999-12-31';

/**
 * List prices, quantity discounts and agreed prices. Which of them wins is not told here, nor are the discounts of
 * customers, groups and promotions: that is what the simulation is for. Prices for one ship-to are not listed.
 */
export function conditionRows(scope: SapScope, pins: Pins): readonly ConditionRow[] {
  const records = pins('ConditionRecord');
  if (records !== undefined) return [...records].flatMap((record) => rowOfRecord(scope, record) ?? []);
  const customers = pins('Customer');
  const items = itemsOf(scope.world, pins('Material'));
  const general = customers === undefined || customers.has('') ? items.flatMap((item) => generalRows(scope, item)) : [];
  return [...general, ...contractRows(scope, contractsPinned(scope.world, pins))];
}

function itemsOf(world: World, materials: ReadonlySet<string> | undefined): readonly Item[] {
  if (materials === undefined) return world.items.all();
  return [...materials].flatMap((number) => world.items.get(number) ?? []);
}

function contractsPinned(world: World, pins: Pins): readonly PriceContract[] {
  const customers = pins('Customer');
  const materials = pins('Material');
  if (customers === undefined || materials === undefined) return world.prices.allContracts();
  return [...customers]
    .flatMap((number) => customerIn(world, number) ?? [])
    .flatMap(({ number }) =>
      itemsOf(world, materials).flatMap((item) => world.prices.contractsOf(number, item.number)),
    );
}

function generalRows(scope: SapScope, item: Item): readonly ConditionRow[] {
  return (['1', '2'] as const).flatMap((company) => [
    ...(item.listPrice === null ? [] : [general(scope, { item, company, kind: 'list' })]),
    ...(item.breaks.length === 0 ? [] : [general(scope, { item, company, kind: 'quantity-discount' })]),
  ]);
}

interface General {
  readonly item: Item;
  readonly company: CompanyCode;
  readonly kind: 'list' | 'quantity-discount';
}

function general(scope: SapScope, { item, company, kind }: General): ConditionRow {
  return {
    scope,
    record: `${kind === 'list' ? 1 : 2}${company}${place(itemPlaces(scope.world), item.number, 5)}`,
    table: '304',
    kind,
    company,
    item,
    customer: undefined,
    currency: scope.options.organisation.companyCurrency,
    price: kind === 'list' ? (item.listPrice ?? undefined) : undefined,
    from: item.createdOn,
    until: LAST_DAY,
  };
}

function contractRows(scope: SapScope, contracts: readonly PriceContract[]): readonly ConditionRow[] {
  return contracts.filter(({ shipTo }) => shipTo === null).flatMap((contract) => rowsOfContract(scope, contract));
}

/** One in every company that sells to the customer. */
function rowsOfContract(scope: SapScope, { unitPrice, ...contract }: PriceContract): readonly ConditionRow[] {
  const { world } = scope;
  const customer = world.customers.get(contract.customer);
  const item = world.items.get(contract.item);
  if (customer === undefined || item === undefined) return [];
  const key = `${place(customerPlaces(world), customer.number, 4)}${place(itemPlaces(world), item.number, 5)}`;
  return customer.companies.map((company) => ({
    scope,
    record: `${company === '1' ? 3 : 4}${key}`,
    table: '305',
    kind: 'contract',
    company,
    item,
    customer,
    currency: customer.currency,
    price: unitPrice,
    from: contract.from,
    until: contract.until,
  }));
}

/** The number of a record says what it is of. */
function rowOfRecord(scope: SapScope, record: string): ConditionRow | undefined {
  const item = elementOf(scope.world.items.all(), record.slice(-5));
  if (item === undefined) return undefined;
  if (record.length === 7) return generalRows(scope, item).find((row) => row.record === record);
  const customer = elementOf(scope.world.customers.all(), record.slice(1, 5));
  if (customer === undefined) return undefined;
  return contractRows(scope, scope.world.prices.contractsOf(customer.number, item.number)).find(
    (row) => row.record === record,
  );
}

function elementOf<Element>(list: readonly Element[], digits: string): Element | undefined {
  return /^\d+$/.test(digits) ? list[Number(digits)] : undefined;
}

export function conditionCustomer({ customer }: ConditionRow): string {
  return customer === undefined ? '' : customerNumber(customer.number);
}

/** Where things stand in the world's lists, which keep their order whatever changes. */
const placesByList = new WeakMap<World, { readonly items: Places; readonly customers: Places }>();
type Places = ReadonlyMap<string, number>;

function placesIn(world: World): { readonly items: Places; readonly customers: Places } {
  const known = placesByList.get(world);
  if (known !== undefined) return known;
  const places = (numbers: readonly { readonly number: string }[]): Places =>
    new Map(numbers.map(({ number }, at) => [number, at]));
  const made = { items: places(world.items.all()), customers: places(world.customers.all()) };
  placesByList.set(world, made);
  return made;
}

function itemPlaces(world: World): Places {
  return placesIn(world).items;
}

function customerPlaces(world: World): Places {
  return placesIn(world).customers;
}

function place(places: Places, number: string, length: number): string {
  return String(places.get(number) ?? 0).padStart(length, '0');
}
