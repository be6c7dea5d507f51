import type { CompanyCode, Customer } from '../model/party';

export interface CustomerSearch {
  /** Words of the name, or the start of a number. */
  readonly q: string;
  readonly company?: CompanyCode | undefined;
  readonly includeInactive?: boolean | undefined;
}

/** Customers by number. */
export class CustomerBook {
  private readonly byNumber: Map<string, Customer>;

  constructor(customers: readonly Customer[]) {
    this.byNumber = new Map(customers.map((customer) => [customer.number, customer]));
  }

  get count(): number {
    return this.byNumber.size;
  }

  get(number: string, company?: CompanyCode): Customer | undefined {
    const found = this.byNumber.get(number.trim());
    return found === undefined || company === undefined || found.companies.includes(company) ? found : undefined;
  }

  all(company?: CompanyCode): readonly Customer[] {
    const all = [...this.byNumber.values()];
    return company === undefined ? all : all.filter((customer) => customer.companies.includes(company));
  }

  search({ q, company, includeInactive = true }: CustomerSearch): readonly Customer[] {
    const words = q.trim().toLowerCase().split(/\s+/).filter(Boolean);
    return this.all(company).filter((customer) => {
      if (!includeInactive && !customer.active) return false;
      const name = customer.name.toLowerCase();
      return customer.number.startsWith(q.trim()) || words.every((word) => name.includes(word));
    });
  }

  replace(customer: Customer): void {
    this.byNumber.set(customer.number, customer);
  }
}
