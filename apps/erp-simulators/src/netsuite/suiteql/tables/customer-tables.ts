import { customerKey, type Books } from '../../books/books';
import { addressBook, addressKey } from '../../books/entity-addresses';
import { customerId } from '../../books/keys';
import { currencyName, entityName } from '../../books/names';
import { CURRENCIES, EMPLOYEES, PAYMENT_TERMS, PRICE_LEVELS, SUBSIDIARIES } from '../../books/reference-lists';
import type { CompanyCode, Customer } from '../../../world/model/party';
import {
  flagColumn,
  instantColumn,
  numberColumn,
  referenceColumn,
  table,
  textColumn,
  type Column,
  type Relation,
} from '../relation';
import { present } from './organisation-tables';

type CustomerColumns = Readonly<Record<string, Column<Customer>>>;

/** Balances are in the record only: a query that names them is refused, as they are no columns. */
export function customerTables(books: Books): readonly Relation[] {
  const customer = table<Customer>({
    name: 'customer',
    columns: {
      ...identityColumns(books),
      ...tradeColumns(books),
      lastmodifieddate: instantColumn((each) => books.watch.modifiedAt(customerKey(each), each)),
      datecreated: instantColumn(({ since }) => `${since}T00:00:00Z`),
    },
    rows: () => books.customers(),
    lookups: {
      id: (id) => present(books.customer(id)),
      entityid: (number) => present(books.customerNumbered(number)),
    },
  });
  return books.options.account.companies === 'one-world' ? [customer, subsidiaryRelationship(books)] : [customer];
}

function identityColumns({ options }: Books): CustomerColumns {
  const { account } = options;
  return {
    id: numberColumn(({ number }) => customerId(number)),
    entityid: textColumn(({ number }) => number),
    externalid: textColumn(({ number }) => number),
    companyname: textColumn((each) => entityName(each, account).companyName),
    isperson: flagColumn((each) => entityName(each, account).isPerson),
    firstname: textColumn((each) => entityName(each, account).firstName),
    lastname: textColumn((each) => entityName(each, account).lastName),
    altname: textColumn(({ name }) => name),
    email: textColumn(({ email }) => email),
    phone: textColumn(({ phone }) => phone),
    isinactive: flagColumn(({ active }) => !active),
  };
}

function tradeColumns(books: Books): CustomerColumns {
  const { account } = books.options;
  return {
    terms: referenceColumn(({ terms }) => PAYMENT_TERMS.ofCode(terms)),
    pricelevel: referenceColumn(({ priceGroup }) => PRICE_LEVELS.ofCode(priceGroup)),
    salesrep: referenceColumn(({ salesperson }) => EMPLOYEES.ofCode(salesperson)),
    creditlimit: numberColumn(({ creditLimit }) => creditLimit),
    creditholdoverride: textColumn(({ onHold }) => (onHold ? 'ON' : 'AUTO')),
    defaultbillingaddress: numberColumn((each) => defaultAddress(each, 'defaultBilling')),
    defaultshippingaddress: numberColumn((each) => defaultAddress(each, 'defaultShipping')),
    ...(account.currencies === 'multiple'
      ? {
          currency: referenceColumn(({ currency }: Customer) => {
            const entry = CURRENCIES.ofCode(currency);
            return { id: entry.id, name: currencyName(entry, account) };
          }),
        }
      : {}),
    ...(account.companies === 'one-world'
      ? { subsidiary: referenceColumn((each: Customer) => SUBSIDIARIES.ofCode(books.primaryCompany(each))) }
      : {}),
  };
}

function defaultAddress(customer: Customer, which: 'defaultBilling' | 'defaultShipping'): string | null {
  const entry = addressBook(customer).find((candidate) => candidate[which]);
  return entry === undefined ? null : addressKey(entry);
}

interface Relationship {
  readonly customer: Customer;
  readonly company: CompanyCode;
}

/** `customer.subsidiary` names the first one only; a customer of both companies has a row for each here. */
function subsidiaryRelationship(books: Books): Relation {
  const relationships = (customer: Customer): readonly Relationship[] =>
    customer.companies.map((company) => ({ customer, company }));
  return table<Relationship>({
    name: 'customersubsidiaryrelationship',
    columns: {
      entity: numberColumn(({ customer }) => customerId(customer.number)),
      subsidiary: referenceColumn(({ company }) => SUBSIDIARIES.ofCode(company)),
      isprimarysub: flagColumn(({ customer, company }) => books.primaryCompany(customer) === company),
    },
    rows: () => books.customers().flatMap(relationships),
    lookups: { entity: (id) => present(books.customer(id)).flatMap(relationships) },
  });
}
