import { microsoftDate } from '../wire/microsoft-date';
import type { Salesperson } from '../../world/model/party';
import { COMPANIES, SALESPEOPLE } from '../../world/organisation';
import { COMPANY_IDS } from '../p21-keys';
import { customerRowsIn, type CustomerRow } from '../tables/customers';
import { amount, flag, id, text, type Column } from '../tables/column';
import { tableOf, type P21Table } from '../tables/table';

/** The fields of an address inside an entity, with the prefix that tells mail from physical. */
function addressOf(prefix: 'Mail' | 'Phys'): readonly Column<CustomerRow>[] {
  return [
    text(`${prefix}Address1`, 50, ({ customer }) => customer.address.lines[0] ?? null),
    text(`${prefix}Address2`, 50, ({ customer }) => customer.address.lines[1] ?? null),
    text(`${prefix}City`, 50, ({ customer }) => customer.address.city),
    text(`${prefix}State`, 50, ({ customer }) => customer.address.region),
    text(`${prefix}PostalCode`, 10, ({ customer }) => customer.address.postalCode),
    text(`${prefix}Country`, 50, ({ customer }) => customer.address.country),
  ];
}

/** Some of the 102 fields of a customer. */
const customers = tableOf<CustomerRow>({
  surface: 'view',
  name: 'customers',
  key: ['CompanyId', 'CustomerId'],
  columns: [
    text('CompanyId', 8, ({ company }) => COMPANY_IDS[company]),
    id('CustomerId', ({ customer }) => customer.number),
    text('CustomerName', 50, ({ customer }) => customer.name),
    ...addressOf('Mail'),
    ...addressOf('Phys'),
    text('CentralPhoneNumber', 20, ({ customer }) => customer.phone),
    text('EmailAddress', 255, ({ customer }) => customer.email),
    text('TermsId', 8, ({ customer }) => customer.terms),
    text('SalesrepId', 16, ({ customer }) => customer.salesperson),
    amount('CreditLimit', ({ customer }) => customer.creditLimit),
    text('CreditStatus', 8, ({ customer }) => (customer.onHold ? 'HOLD' : 'GOOD')),
    text('Class1Id', 8, ({ customer }) => customer.priceGroup),
    flag('PoNoRequired', ({ customer }) => customer.poRequired),
    flag('DeleteFlag', ({ customer }) => !customer.active),
    text('DateAcctOpened', 40, ({ customer }, { zone }) => microsoftDate(zone.midnight(customer.since))),
  ],
  entities: customerRowsIn,
});

const addresses = tableOf<CustomerRow>({
  surface: 'view',
  name: 'addresses',
  key: ['AddressId'],
  columns: [
    id('AddressId', ({ customer }) => customer.number),
    text('Name', 50, ({ customer }) => customer.name),
    ...addressOf('Mail'),
    ...addressOf('Phys'),
  ],
  entities: (scene, pins) =>
    customerRowsIn(scene, pins).filter(({ customer, company }) => customer.companies[0] === company),
});

const contacts = tableOf<Salesperson>({
  surface: 'view',
  name: 'contacts',
  key: ['Id'],
  columns: [
    text('Id', 16, ({ code }) => code),
    text('CompanyId', 8, () => COMPANY_IDS[COMPANIES[0]?.code ?? '1']),
    text('FirstName', 24, ({ name }) => name.split(', ')[0] ?? ''),
    text('LastName', 24, ({ name }) => name.split(', ')[1] ?? ''),
  ],
  entities: () => SALESPEOPLE,
});

const vendors = tableOf<string>({
  surface: 'view',
  name: 'vendors',
  key: ['VendorId'],
  columns: [id('VendorId', (name, { keys }) => keys.supplierId(name)), text('VendorName', 50, (name) => name)],
  entities: ({ keys }) => keys.suppliers,
});

export interface EntityFamily {
  readonly table: P21Table;
  /** Collections of the entity. They are null, always. */
  readonly children: readonly string[];
}

/** The only four. */
export const ENTITY_FAMILIES: Readonly<Record<string, EntityFamily>> = {
  customers: { table: customers, children: ['CustomerSalesreps', 'CustomerShipTos', 'CustomerContacts'] },
  vendors: { table: vendors, children: ['VendorSuppliers'] },
  contacts: { table: contacts, children: ['ContactLinks'] },
  addresses: { table: addresses, children: ['AddressContacts'] },
};
