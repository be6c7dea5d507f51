import type { CompanyCode, Customer } from '../../world/model/party';
import { COMPANY_IDS } from '../companies';
import { text } from '../edm/properties';
import type { Property, Scan } from '../edm/schema';

/** A customer as one legal entity knows it: each keeps its own account. */
export interface CustomerSource {
  readonly company: CompanyCode;
  readonly customer: Customer;
}

export function customersIn(
  { world, companies, pins }: Scan,
  ...columns: readonly string[]
): readonly CustomerSource[] {
  const pinned = columns.map((column) => pins(column)).find((values) => values !== undefined);
  return companies.flatMap((company) => {
    const customers =
      pinned === undefined
        ? world.customers.all(company)
        : [...pinned].flatMap((number) => world.customers.get(number, company) ?? []);
    return customers.map((customer) => ({ company, customer }));
  });
}

export function companyColumn<S extends { readonly company: CompanyCode }>(): Property<S> {
  return text('dataAreaId', ({ company }) => COMPANY_IDS[company]);
}
