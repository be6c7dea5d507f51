import type { Customer, PostalAddress } from '../../world/model/party';
import type { World } from '../../world/world';
import type { SapOptions } from '../options';
import type { SapScope } from '../scope';

/** Customer numbers have ten places. A longer one becomes alphanumeric, which customer numbers may be. */
export function customerNumber(worldNumber: string): string {
  return worldNumber.length <= 10 ? worldNumber : `C${BigInt(worldNumber).toString(36).toUpperCase()}`;
}

/** The world's customer of an SAP number without leading zeros. */
export function customerIn(world: World, number: string): Customer | undefined {
  if (/^\d+$/.test(number)) return world.customers.get(number);
  const base36 = /^C([0-9A-Z]+)$/.exec(number)?.[1];
  return base36 === undefined ? undefined : world.customers.get(fromBase36(base36));
}

function fromBase36(text: string): string {
  return String([...text].reduce((sum, letter) => sum * 36n + BigInt(Number.parseInt(letter, 36)), 0n));
}

const OTHER_NUMBERS = 9_000_000;

/** Where numbers are not shared, every fifth customer's business partner has another one: 1005 is 9001005. */
export function businessPartnerNumber(customer: string, { businessPartnerNumbers }: SapOptions): string {
  const differs = businessPartnerNumbers === 'some-differ' && /^\d{1,6}$/.test(customer) && Number(customer) % 5 === 0;
  return differs ? String(OTHER_NUMBERS + Number(customer)) : customer;
}

/** The customer number behind a business partner's. */
export function customerOfPartner(partner: string, options: SapOptions): string {
  const candidate = /^9\d{6}$/.test(partner) ? String(Number(partner) - OTHER_NUMBERS) : partner;
  return businessPartnerNumber(candidate, options) === partner ? candidate : partner;
}

/** A customer, or one of its ship-to addresses where those are business partners of their own. */
export interface Party {
  readonly scope: SapScope;
  readonly customer: Customer;
  readonly role: 'sold-to' | 'ship-to';
  /** SAP's customer number. */
  readonly number: string;
  readonly name: string;
  readonly address: PostalAddress;
}

export function soldToParty(customer: Customer, scope: SapScope): Party {
  const { name, address } = customer;
  return { scope, customer, role: 'sold-to', number: customerNumber(customer.number), name, address };
}

/** Customer 1001's second ship-to is 5100102; a customer with letters keeps them: `S` and the end of its number. */
export function shipToParties(customer: Customer, scope: SapScope): readonly Party[] {
  const own = customerNumber(customer.number);
  return customer.shipTos.map(({ name, address }, at) => {
    const place = String(at + 1).padStart(2, '0');
    const number = /^\d{1,7}$/.test(own) ? `5${own}${place}` : `S${own.slice(-7)}${place}`;
    return { scope, customer, role: 'ship-to', number, name, address };
  });
}

export function partiesOf(customer: Customer, scope: SapScope): readonly Party[] {
  const separate = scope.options.shipTos === 'partners' ? shipToParties(customer, scope) : [];
  return [soldToParty(customer, scope), ...separate];
}

/** The party of a customer number without leading zeros. */
export function partyNamed(number: string, scope: SapScope): Party | undefined {
  const own = customerIn(scope.world, number);
  if (own !== undefined) return soldToParty(own, scope);
  if (scope.options.shipTos === 'addresses' || !/^[5S]/.test(number)) return undefined;
  return scope.world.customers
    .all()
    .flatMap((customer) => shipToParties(customer, scope))
    .find((party) => party.number === number);
}

/** Address numbers: the customer's own, then its ship-tos. */
export function addressId(customer: Customer, shipTo: string | null): string {
  const place = shipTo === null ? 0 : customer.shipTos.findIndex(({ code }) => code === shipTo) + 1;
  const own = customerNumber(customer.number);
  return /^\d{1,6}$/.test(own)
    ? `7${own}${String(place).padStart(2, '0')}`
    : `A${own.slice(-6)}${String(place).padStart(2, '0')}`;
}
