import type { Carrier, CompanyCode, Customer, PostalAddress } from '../../world/model/party';
import { CARRIERS } from '../../world/organisation';
import {
  addressId,
  businessPartnerNumber,
  customerOfPartner,
  partiesOf,
  partyNamed,
  type Party,
} from '../keys/parties';
import type { SalesArea } from '../keys/organisation';
import type { Pins } from '../odata/model';
import type { SapScope } from '../scope';

/** Whom one deals with: a customer, or a carrier, which is a supplier. */
export type PartnerRow =
  | { readonly kind: 'customer'; readonly scope: SapScope; readonly party: Party }
  | { readonly kind: 'carrier'; readonly scope: SapScope; readonly carrier: Carrier };

export interface AreaRow {
  readonly party: Party;
  readonly company: CompanyCode;
  readonly area: SalesArea;
}

export interface AddressRow {
  readonly party: Party;
  readonly id: string;
  readonly usage: 'XXDEFAULT' | 'SHIP_TO';
  readonly name: string;
  readonly address: PostalAddress;
}

export function partnerNumber(row: PartnerRow): string {
  return row.kind === 'carrier' ? row.carrier.code : businessPartnerNumber(row.party.number, row.scope.options);
}

export function partnerRows(scope: SapScope, pins: Pins): readonly PartnerRow[] {
  const partners = pins('BusinessPartner');
  const carriers = CARRIERS.filter(({ code }) => partners === undefined || partners.has(code));
  return [
    ...(partners === undefined ? partyRows(scope, pins) : partiesOfPartners(scope, partners)).map(
      (party): PartnerRow => ({ kind: 'customer', scope, party }),
    ),
    ...(pins('Customer') === undefined ? carriers : []).map((carrier): PartnerRow => ({
      kind: 'carrier',
      scope,
      carrier,
    })),
  ];
}

/** Customers by their own number, or all of them. */
export function partyRows(scope: SapScope, pins: Pins): readonly Party[] {
  const numbers = pins('Customer');
  if (numbers !== undefined) return [...numbers].flatMap((number) => partyNamed(number, scope) ?? []);
  return scope.world.customers.all().flatMap((customer) => partiesOf(customer, scope));
}

function partiesOfPartners(scope: SapScope, partners: ReadonlySet<string>): readonly Party[] {
  return [...partners].flatMap((partner) => partyNamed(customerOfPartner(partner, scope.options), scope) ?? []);
}

/** A customer is sold to in every area whose company knows it. */
export function areasOf(party: Party): readonly AreaRow[] {
  const { areas } = party.scope.options.organisation;
  return party.customer.companies.map((company) => ({ party, company, area: areas[company] }));
}

/** The own address first; ship-tos are further addresses unless they are partners of their own. */
export function addressesOf(party: Party): readonly AddressRow[] {
  const { customer, name, address } = party;
  if (party.role === 'ship-to') {
    const code = customer.shipTos.find((shipTo) => shipTo.address === address)?.code ?? null;
    return [{ party, id: addressId(customer, code), usage: 'XXDEFAULT', name, address }];
  }
  const own: AddressRow = { party, id: addressId(customer, null), usage: 'XXDEFAULT', name, address };
  return party.scope.options.shipTos === 'partners' ? [own] : [own, ...shipToAddresses(party, customer)];
}

function shipToAddresses(party: Party, customer: Customer): readonly AddressRow[] {
  return customer.shipTos.map((shipTo) => ({
    party,
    id: addressId(customer, shipTo.code),
    usage: 'SHIP_TO',
    name: shipTo.name,
    address: shipTo.address,
  }));
}

/** Addresses pinned by partner; an address number alone is looked for among all. */
export function addressRows(scope: SapScope, pins: Pins): readonly AddressRow[] {
  const partners = pins('BusinessPartner');
  const parties = partners === undefined ? partyRows(scope, () => undefined) : partiesOfPartners(scope, partners);
  return parties.flatMap(addressesOf);
}
