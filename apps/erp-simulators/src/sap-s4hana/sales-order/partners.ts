import type { Customer, PostalAddress } from '../../world/model/party';
import { addressId, businessPartnerNumber, shipToParties, soldToParty } from '../keys/parties';
import type { EntitySet } from '../odata/model';
import { alpha, emptyTexts, text } from '../odata/property';
import { orderRows, type OrderRow } from './order-rows';

interface PartnerRow extends OrderRow {
  /** As users see it; deliveries show the internal one. */
  readonly external: string;
  readonly internal: string;
  readonly customer: string;
  readonly name: string;
  readonly address: PostalAddress;
  readonly addressId: string;
}

const OWN_FUNCTIONS: readonly (readonly [external: string, internal: string])[] = [
  ['BP', 'RE'],
  ['PY', 'RG'],
  ['SP', 'AG'],
];

/** Sold-to, bill-to and payer are the customer; the ship-to is its address or a partner of its own. */
export function headerPartners(row: OrderRow): readonly PartnerRow[] {
  const { scope, order } = row;
  const customer = scope.world.customers.get(order.customer);
  if (customer === undefined) return [];
  const { number, name, address } = soldToParty(customer, scope);
  const own = OWN_FUNCTIONS.map(([external, internal]) => ({
    ...row,
    external,
    internal,
    customer: number,
    name,
    address,
    addressId: addressId(customer, null),
  }));
  return [...own.slice(0, 2), shipTo(row, customer), ...own.slice(2)];
}

function shipTo(row: OrderRow, customer: Customer): PartnerRow {
  const { scope, order } = row;
  const at = customer.shipTos.findIndex(({ code }) => code === order.shipTo);
  const separate = scope.options.shipTos === 'partners' ? shipToParties(customer, scope)[at] : undefined;
  return {
    ...row,
    external: 'SH',
    internal: 'WE',
    customer: (separate ?? soldToParty(customer, scope)).number,
    name: order.shipToName,
    address: order.shipToAddress,
    addressId: addressId(customer, order.shipTo),
  };
}

/** The ship-to party of an order, by SAP's customer number. */
export function shipToNumber(row: OrderRow): string {
  return headerPartners(row).find(({ external }) => external === 'SH')?.customer ?? '';
}

export const A_SALES_ORDER_HEADER_PARTNER: EntitySet<PartnerRow> = {
  name: 'A_SalesOrderHeaderPartner',
  type: 'A_SalesOrderHeaderPartnerType',
  keys: ['SalesOrder', 'PartnerFunction'],
  rows: (scope, pins) => orderRows(scope, pins).flatMap(headerPartners),
  properties: [
    alpha('SalesOrder', ({ order }) => order.number),
    text('PartnerFunction', ({ external }) => external, { display: 'UpperCase', length: 2 }),
    text('PartnerFunctionInternalCode', ({ internal }) => internal, {
      display: 'UpperCase',
      length: 2,
      since: 'current',
    }),
    alpha('Customer', ({ customer }) => customer),
    ...emptyTexts<PartnerRow>('Supplier', 'Personnel', 'ContactPerson'),
    alpha('ReferenceBusinessPartner', ({ scope, customer }) => businessPartnerNumber(customer, scope.options), {
      since: 'current',
    }),
    alpha('AddressID', (row) => row.addressId, { since: 'current' }),
  ],
  navigations: [
    {
      name: 'to_SalesOrder',
      target: 'A_SalesOrder',
      multiplicity: 'one',
      follow: ({ scope, order }) => [{ scope, order }],
    },
    {
      name: 'to_Address',
      target: 'A_SalesOrderPartnerAddress',
      multiplicity: 'many',
      since: 'current',
      follow: (row) => [row],
    },
  ],
};

/** Addresses of a document came with later releases. */
export const A_SALES_ORDER_PARTNER_ADDRESS: EntitySet<PartnerRow> = {
  name: 'A_SalesOrderPartnerAddress',
  type: 'A_SalesOrderPartnerAddressType',
  keys: ['SalesOrder', 'PartnerFunction', 'AddressRepresentationCode'],
  since: 'current',
  rows: (scope, pins) => orderRows(scope, pins).flatMap(headerPartners),
  properties: [
    alpha('SalesOrder', ({ order }) => order.number),
    text('PartnerFunction', ({ external }) => external, { display: 'UpperCase', length: 2 }),
    text('AddressRepresentationCode', () => '', { length: 1 }),
    text('CorrespondenceLanguage', () => 'EN', { length: 2 }),
    text('AddresseeFullName', ({ name }) => name, { length: 80 }),
    text('OrganizationName1', ({ name }) => name.slice(0, 40), { length: 40 }),
    text('OrganizationName2', ({ name }) => name.slice(40), { length: 40 }),
    text('CityName', ({ address }) => address.city, { length: 40 }),
    text('PostalCode', ({ address }) => address.postalCode, { length: 10 }),
    text('StreetName', ({ address }) => address.lines[0] ?? '', { length: 60 }),
    text('StreetSuffixName1', ({ address }) => address.lines[1] ?? '', { length: 40 }),
    text('HouseNumber', () => '', { length: 10 }),
    text('Country', ({ address }) => address.country, { length: 3 }),
    text('Region', ({ address }) => address.region, { length: 3 }),
  ],
  navigations: [],
};
