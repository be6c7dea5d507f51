import type { CompanyCode, Customer } from '../../world/model/party';
import { COMPANY_IDS } from '../p21-keys';
import { currencyId } from './currencies';
import { amount, day, flag, id, moment, text, type Column, type Scene } from './column';
import { chosen, tableOf, type Pins } from './table';

/** P21 keeps a customer once for each company that sells to it. */
export interface CustomerRow {
  readonly customer: Customer;
  readonly company: CompanyCode;
}

export function customerRowsIn(scene: Scene, pins: Pins): readonly CustomerRow[] {
  return customersIn(scene, pins).flatMap((customer) => customer.companies.map((company) => ({ customer, company })));
}

export function customersIn({ world }: Scene, pins: Pins): readonly Customer[] {
  return chosen(
    pins('customer_id'),
    (number) => world.customers.get(number),
    () => world.customers.all(),
  );
}

const names: readonly Column<CustomerRow>[] = [
  id('customer_id', ({ customer }) => customer.number),
  text('company_id', 8, ({ company }) => COMPANY_IDS[company]),
  text('customer_name', 50, ({ customer }) => customer.name),
];

const terms: readonly Column<CustomerRow>[] = [
  text('terms_id', 8, ({ customer }) => customer.terms),
  text('salesrep_id', 16, ({ customer }) => customer.salesperson),
  amount('credit_limit', ({ customer }) => customer.creditLimit),
  /** Not confirmed by public documentation. */
  text('credit_status', 8, ({ customer }) => (customer.onHold ? 'HOLD' : 'GOOD')),
  flag('delete_flag', ({ customer }) => !customer.active),
];

const currencyAsNumber = id<CustomerRow>('currency_id', ({ customer }) => currencyId(customer.currency));
const currencyAsCode = text<CustomerRow>('currency_id', 3, ({ customer }) => customer.currency);

const columns: readonly Column<CustomerRow>[] = [
  ...names,
  ...terms,
  text('class_1id', 8, ({ customer }) => customer.priceGroup),
  text('class_2id', 8, () => null),
  text('class_3id', 8, () => null),
  text('class_4id', 8, () => null),
  text('class_5id', 8, () => null),
  flag('po_no_required', ({ customer }) => customer.poRequired),
  day('date_acct_opened', ({ customer }) => customer.since),
  moment('date_last_modified', ({ customer }, { modified }) => modified.customer(customer)),
];

function customerTable(currency: readonly Column<CustomerRow>[]): ReturnType<typeof tableOf> {
  return tableOf<CustomerRow>({
    surface: 'table',
    name: 'customer',
    key: ['company_id', 'customer_id'],
    columns: [...columns, ...currency],
    entities: customerRowsIn,
  });
}

export const CUSTOMER_TABLES = {
  number: customerTable([currencyAsNumber]),
  code: customerTable([currencyAsCode]),
  absent: customerTable([]),
} as const;

/** For a search index. */
export const esCustomer = tableOf<CustomerRow>({
  surface: 'view',
  name: 'p21_view_es_customer',
  key: ['unique_id'],
  columns: [
    text('unique_id', 255, ({ customer, company }) => `${COMPANY_IDS[company]}--${customer.number}`),
    ...names,
    ...terms,
    text('mail_address1', 50, ({ customer }) => customer.address.lines[0] ?? null),
    text('mail_address2', 50, ({ customer }) => customer.address.lines[1] ?? null),
    text('mail_city', 50, ({ customer }) => customer.address.city),
    text('mail_state', 50, ({ customer }) => customer.address.region),
    text('mail_postal_code', 10, ({ customer }) => customer.address.postalCode),
    text('mail_country', 50, ({ customer }) => customer.address.country),
    text('central_phone_number', 20, ({ customer }) => customer.phone),
    text('email_address', 255, ({ customer }) => customer.email),
    moment('max_date_last_modified', ({ customer }, { modified }) => modified.customer(customer)),
  ],
  entities: customerRowsIn,
});

/** Soft deletion is a status here: 704 active, 705 inactive, 700 deleted. There is no `delete_flag`. */
export const customerSalesrep = tableOf<CustomerRow>({
  surface: 'table',
  name: 'customer_salesrep',
  key: ['company_id', 'customer_id', 'salesrep_id'],
  columns: [
    ...names.slice(0, 2),
    text('salesrep_id', 16, ({ customer }) => customer.salesperson),
    flag('primary_salesrep', () => true),
    id('row_status_flag', ({ customer }) => (customer.active ? '704' : '705')),
    moment('date_last_modified', ({ customer }, { modified }) => modified.customer(customer)),
  ],
  entities: customerRowsIn,
});
