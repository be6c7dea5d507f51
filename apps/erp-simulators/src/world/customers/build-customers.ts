import type { CalendarDate } from '@headwater/kernel';
import { addDays } from '../calendar';
import type { CompanyCode, Customer, PostalAddress, ShipTo } from '../model/party';
import { CARRIERS, PRICE_GROUPS, SALESPEOPLE, TERMS, WAREHOUSES } from '../organisation';
import type { Random } from '../random';
import { fromScaled } from '../scaled';
import { CA_PLACES, EU_PLACES, NAME_STEMS, NAME_SUFFIXES, NAME_TRADES, STREETS, US_PLACES, type Place } from './names';

/** The last customer has a number of 12 digits, as large as customer numbers get. */
export const LONG_CUSTOMER_NUMBER = '100000004711';

const FIRST_NUMBER = 1001;

export function buildCustomers(random: Random, today: CalendarDate, count: number): readonly Customer[] {
  const names = random.sample(
    NAME_STEMS.flatMap((stem) => NAME_TRADES.map((trade) => `${stem} ${trade}`)),
    count,
  );
  return names.map((name, at) => {
    const number = at === count - 1 ? LONG_CUSTOMER_NUMBER : String(FIRST_NUMBER + at);
    return buildCustomer({ number, name: `${name} ${random.pick(NAME_SUFFIXES)}`, random, today, at });
  });
}

interface CustomerParts {
  readonly number: string;
  readonly name: string;
  readonly random: Random;
  readonly today: CalendarDate;
  readonly at: number;
}

function buildCustomer({ number, name, random, today, at }: CustomerParts): Customer {
  const { currency, places } = marketOf(at);
  const warehouse = random.pick(WAREHOUSES).code;
  const address = addressIn(random.pick(places), random);
  const shipTos = buildShipTos({ name, places, warehouse, random });
  const active = at < 12 || !random.chance(0.06);
  return {
    number,
    name,
    companies: companiesOf(at, random),
    address,
    phone: `(${random.integer(205, 979)}) 555-${String(random.integer(100, 199)).padStart(4, '0')}`,
    email: `purchasing@${name
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
      .replace(/^-|-$/g, '')}.example`,
    salesperson: random.pick(SALESPEOPLE).code,
    terms: random.chance(0.6) ? 'N30' : random.pick(TERMS).code,
    currency,
    active,
    creditLimit: random.chance(0.04) ? null : fromScaled(random.integer(8, 120) * 250_000, 2),
    onHold: active && at % 23 === 7,
    priceGroup: random.pick(PRICE_GROUPS),
    warehouse,
    defaultShipTo: shipTos[0]?.active === true && random.chance(0.4) ? shipTos[0].code : null,
    carrier: random.pick(CARRIERS).code,
    poRequired: random.chance(0.7),
    since: addDays(today, -random.integer(1_150, 6_000)),
    shipTos,
  };
}

/** Every 11th customer buys in CAD, every 17th in EUR, the rest in USD. */
function marketOf(at: number): { readonly currency: string; readonly places: readonly Place[] } {
  if (at % 17 === 16) return { currency: 'EUR', places: EU_PLACES };
  return at % 11 === 10 ? { currency: 'CAD', places: CA_PLACES } : { currency: 'USD', places: US_PLACES };
}

/** The first twelve customers and a fifth of the others buy from both companies. */
function companiesOf(at: number, random: Random): readonly CompanyCode[] {
  const roll = random.next();
  if (at < 12) return ['1', '2'];
  if (roll < 0.68) return ['1'];
  return roll < 0.88 ? ['1', '2'] : ['2'];
}

interface ShipToParts {
  readonly name: string;
  readonly places: readonly Place[];
  readonly warehouse: string;
  readonly random: Random;
}

function buildShipTos({ name, places, warehouse, random }: ShipToParts): readonly ShipTo[] {
  const count = random.chance(0.45) ? random.integer(1, 2) : random.integer(2, 5);
  return Array.from({ length: count }, (_, at) => {
    const place = random.pick(places);
    return {
      code: random.chance(0.3) ? `${place.city.slice(0, 4).toUpperCase()}${at + 1}` : String(at + 1).padStart(3, '0'),
      name: `${name} - ${place.city}`,
      address: addressIn(place, random),
      warehouse: random.chance(0.8) ? warehouse : random.pick(WAREHOUSES).code,
      active: at === 0 || !random.chance(0.08),
    };
  });
}

function addressIn(place: Place, random: Random): PostalAddress {
  const street = `${random.integer(100, 9_800)} ${random.pick(STREETS)}`;
  return { ...place, lines: random.chance(0.2) ? [street, `Dock ${random.integer(1, 30)}`] : [street] };
}
