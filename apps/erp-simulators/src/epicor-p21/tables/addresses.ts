import type { Carrier, Customer, PostalAddress, Salesperson, ShipTo } from '../../world/model/party';
import { CARRIERS, COMPANIES, SALESPEOPLE } from '../../world/organisation';
import { carrierId, COMPANY_IDS, locationId, shipToId, shipToOf } from '../p21-keys';
import { flag, id, moment, text, type Column, type Scene } from './column';
import { customersIn } from './customers';
import { chosen, tableOf, type Pins } from './table';

/** One address book for everyone: customers, their ship-tos and carriers. It has no company. */
interface AddressRow {
  readonly id: string;
  readonly name: string;
  readonly address: PostalAddress | undefined;
  readonly phone: string | null;
  readonly email: string | null;
  readonly active: boolean;
  readonly customer: Customer | undefined;
}

function addressRowsIn(scene: Scene, pins: Pins): readonly AddressRow[] {
  const { world } = scene;
  const carriers = CARRIERS.map(ofCarrier);
  return chosen(
    pins('id'),
    (wanted) => {
      const customer = world.customers.get(wanted);
      if (customer !== undefined) return ofCustomer(customer);
      const found = shipToOf(world, wanted);
      return found === undefined ? carriers.find((row) => row.id === wanted) : ofShipTo(found.customer, found.shipTo);
    },
    () => [
      ...carriers,
      ...world.customers
        .all()
        .flatMap((customer) => [ofCustomer(customer), ...customer.shipTos.map((shipTo) => ofShipTo(customer, shipTo))]),
    ],
  );
}

function ofCarrier({ code, name }: Carrier): AddressRow {
  const nothing = { address: undefined, phone: null, email: null, customer: undefined };
  return { id: carrierId(code), name, active: true, ...nothing };
}

function ofCustomer(customer: Customer): AddressRow {
  const { number, name, address, phone, email, active } = customer;
  return { id: number, name, address, phone, email, active, customer };
}

function ofShipTo(customer: Customer, shipTo: ShipTo): AddressRow {
  const { name, address, active } = shipTo;
  return { id: shipToId(customer, shipTo), name, address, phone: null, email: null, active, customer };
}

/** Mail and physical address stand side by side, told apart by a prefix. */
function addressColumns(prefix: 'mail' | 'phys'): readonly Column<AddressRow>[] {
  return [
    text(`${prefix}_address1`, 50, ({ address }) => address?.lines[0] ?? null),
    text(`${prefix}_address2`, 50, ({ address }) => address?.lines[1] ?? null),
    text(`${prefix}_city`, 50, ({ address }) => address?.city ?? null),
    text(`${prefix}_state`, 50, ({ address }) => address?.region ?? null),
    text(`${prefix}_postal_code`, 10, ({ address }) => address?.postalCode ?? null),
    text(`${prefix}_country`, 50, ({ address }) => address?.country ?? null),
  ];
}

const columns: readonly Column<AddressRow>[] = [
  id('id', (row) => row.id),
  text('name', 50, ({ name }) => name),
  ...addressColumns('mail'),
  ...addressColumns('phys'),
  text('central_phone_number', 20, ({ phone }) => phone),
  text('central_fax_number', 20, () => null),
  text('email_address', 255, ({ email }) => email),
  id('corp_address_id', (row) => row.customer?.number ?? row.id),
  flag('delete_flag', ({ active }) => !active),
  moment('date_last_modified', ({ customer }, { modified, zone }) =>
    customer === undefined ? zone.midnight('2020-01-01') : modified.customer(customer),
  ),
];

const parts = { key: ['id'], columns, entities: addressRowsIn } as const;
export const address = tableOf<AddressRow>({ surface: 'table', name: 'address', ...parts });
export const addressView = tableOf<AddressRow>({ surface: 'view', name: 'p21_view_address', ...parts });

interface ShipToRow {
  readonly customer: Customer;
  readonly shipTo: ShipTo;
  readonly companyId: string;
}

function shipToRowsIn(scene: Scene, pins: Pins): readonly ShipToRow[] {
  return customersIn(scene, pins).flatMap((customer) =>
    customer.companies.flatMap((company) =>
      customer.shipTos.map((shipTo) => ({ customer, shipTo, companyId: COMPANY_IDS[company] })),
    ),
  );
}

const shipToKeys: readonly Column<ShipToRow>[] = [
  id('ship_to_id', ({ customer, shipTo }) => shipToId(customer, shipTo)),
  id('customer_id', ({ customer }) => customer.number),
  text('company_id', 8, ({ companyId }) => companyId),
  id('preferred_location_id', ({ shipTo }) => locationId(shipTo.warehouse)),
  flag('delete_flag', ({ shipTo }) => !shipTo.active),
];

export const esShipTo = tableOf<ShipToRow>({
  surface: 'view',
  name: 'p21_view_es_ship_to',
  key: ['unique_id'],
  columns: [
    text('unique_id', 255, ({ customer, shipTo, companyId }) => `${companyId}--${shipToId(customer, shipTo)}`),
    ...shipToKeys,
    text('ship_to_name', 50, ({ shipTo }) => shipTo.name),
    text('phys_address1', 50, ({ shipTo }) => shipTo.address.lines[0] ?? null),
    text('phys_address2', 50, ({ shipTo }) => shipTo.address.lines[1] ?? null),
    text('phys_city', 50, ({ shipTo }) => shipTo.address.city),
    text('phys_state', 50, ({ shipTo }) => shipTo.address.region),
    text('phys_postal_code', 10, ({ shipTo }) => shipTo.address.postalCode),
    text('phys_country', 50, ({ shipTo }) => shipTo.address.country),
    moment('max_date_last_modified', ({ customer }, { modified }) => modified.customer(customer)),
  ],
  entities: shipToRowsIn,
});

/** Not confirmed by public documentation. */
export const shipToTable = tableOf<ShipToRow>({
  surface: 'table',
  name: 'ship_to',
  key: ['company_id', 'ship_to_id'],
  columns: [...shipToKeys, moment('date_last_modified', ({ customer }, { modified }) => modified.customer(customer))],
  entities: shipToRowsIn,
});

interface ContactRow {
  readonly contact: Salesperson | Customer;
  readonly companyId: string;
}

function isCustomer(contact: Salesperson | Customer): contact is Customer {
  return 'number' in contact;
}

/** Salespeople are contacts too; the world knows no other people, so that a customer's contact is its purchasing desk. */
function contactRowsIn({ world }: Scene): readonly ContactRow[] {
  return COMPANIES.flatMap(({ code }) =>
    [...SALESPEOPLE, ...world.customers.all(code)].map((contact) => ({ contact, companyId: COMPANY_IDS[code] })),
  );
}

export const contacts = tableOf<ContactRow>({
  surface: 'table',
  name: 'contacts',
  key: ['company_id', 'id'],
  columns: [
    text('id', 16, ({ contact }) => (isCustomer(contact) ? `C${contact.number}` : contact.code)),
    text('company_id', 8, ({ companyId }) => companyId),
    id('address_id', ({ contact }) => (isCustomer(contact) ? contact.number : null)),
    text('first_name', 24, ({ contact }) => (isCustomer(contact) ? 'Purchasing' : (contact.name.split(', ')[0] ?? ''))),
    text('last_name', 24, ({ contact }) => (isCustomer(contact) ? '' : (contact.name.split(', ')[1] ?? ''))),
    text('email_address', 255, ({ contact }) => (isCustomer(contact) ? contact.email : null)),
    text('direct_phone', 20, ({ contact }) => (isCustomer(contact) ? contact.phone : null)),
    flag('delete_flag', () => false),
  ],
  entities: contactRowsIn,
});
