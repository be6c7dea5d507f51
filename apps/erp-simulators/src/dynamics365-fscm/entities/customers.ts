import { onHoldStatus } from '../edm/enums';
import { entitySet, recordId, type TypedEntitySet } from '../edm/entity-set';
import { decimal, symbol, text, undocumented } from '../edm/properties';
import type { Property } from '../edm/schema';
import type { FscmOptions } from '../options';
import { addressColumns, formatted } from './addresses';
import { companyColumn, customersIn, type CustomerSource } from './customers-in';

/** Several versions stand side by side. None knows what the customer owes. */
export function customers(name: string, options: FscmOptions): TypedEntitySet<CustomerSource> {
  const entity = name.replace('Customers', 'Customer');
  return entitySet<CustomerSource>(
    {
      name,
      entity,
      table: `Cust${entity}Entity`,
      key: ['dataAreaId', 'CustomerAccount'],
      properties: [...names(options), ...terms(options), ...contact, ...addresses],
      find: (scan) => customersIn(scan, 'CustomerAccount'),
      version: ({ customer }) => Number(recordId(JSON.stringify(customer)) % 2_147_483_647n),
    },
    options,
  );
}

function names(options: FscmOptions): readonly Property<CustomerSource>[] {
  const person = (source: CustomerSource): boolean => isPerson(source, options);
  const [first, rest] = [/ .*$/, /^\S+ ?/];
  return [
    companyColumn(),
    text('CustomerAccount', ({ customer }) => customer.number),
    text('PartyType', (source) => (person(source) ? 'Person' : 'Organization')),
    text('OrganizationName', (source) => (person(source) ? '' : source.customer.name)),
    text('PersonFirstName', (source) => (person(source) ? source.customer.name.replace(first, '') : '')),
    text('PersonLastName', (source) => (person(source) ? source.customer.name.replace(rest, '') : '')),
    text('NameAlias', ({ customer }) => customer.name.slice(0, 20).trimEnd()),
  ];
}

function isPerson({ customer }: CustomerSource, { personCustomers }: FscmOptions): boolean {
  return personCustomers === 'every-tenth' && customer.number.endsWith('0');
}

/** A credit limit of 0 = none is set. */
function terms(options: FscmOptions): readonly Property<CustomerSource>[] {
  const { creditHold, inactive } = options.onHoldStatuses;
  return [
    text('CustomerGroupId', ({ customer }) => customer.priceGroup),
    text('SalesCurrencyCode', ({ customer }) => customer.currency),
    decimal('CreditLimit', ({ customer }) => customer.creditLimit ?? '0'),
    text('CreditRating', () => ''),
    symbol('OnHoldStatus', onHoldStatus(options), ({ customer }) => {
      if (!customer.active) return inactive;
      return customer.onHold ? creditHold : 'No';
    }),
    text('PaymentTerms', ({ customer }) => customer.terms),
    text('InvoiceAccount', () => ''),
    undocumented(text('DiscountPriceGroupId', ({ customer }) => customer.priceGroup)),
    undocumented(text('DeliveryMode', ({ customer }) => customer.carrier)),
    undocumented(text('WarehouseId', ({ customer }) => customer.warehouse)),
    undocumented(text('EmployeeResponsibleNumber', ({ customer }) => customer.salesperson)),
  ];
}

const contact: readonly Property<CustomerSource>[] = [
  text('PrimaryContactEmail', ({ customer }) => customer.email),
  undocumented(text('PrimaryContactPhone', ({ customer }) => customer.phone)),
  undocumented(text('FullPrimaryAddress', ({ customer }, { options }) => formatted(customer.address, options))),
];

const addresses: readonly Property<CustomerSource>[] = [
  ...addressColumns<CustomerSource>('Address', ({ customer }) => customer.address).map((column) =>
    /Street|StateId/.test(column.name) ? undocumented(column) : column,
  ),
  ...addressColumns<CustomerSource>('DeliveryAddress', ({ customer }) => {
    const shipTo = customer.shipTos.find(({ code }) => code === customer.defaultShipTo);
    return (shipTo ?? customer).address;
  }),
  ...addressColumns<CustomerSource>('InvoiceAddress', ({ customer }) => customer.address),
];
