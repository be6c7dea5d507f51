import type { CalendarDate, Decimal } from '@headwater/kernel';

/** A legal entity of the distributor. Customers and warehouses are shared; orders and receivables belong to one. */
export type CompanyCode = '1' | '2';

export interface PostalAddress {
  readonly lines: readonly string[];
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
}

export interface ShipTo {
  readonly code: string;
  readonly name: string;
  readonly address: PostalAddress;
  readonly warehouse: string;
  readonly active: boolean;
}

export interface Customer {
  readonly number: string;
  readonly name: string;
  /** The companies that sell to this customer. */
  readonly companies: readonly CompanyCode[];
  readonly address: PostalAddress;
  readonly phone: string;
  readonly email: string;
  readonly salesperson: string;
  readonly terms: string;
  /** ISO 4217: of orders, prices, invoices and the credit limit. */
  readonly currency: string;
  readonly active: boolean;
  /** Null where no limit is set. Holds for each company separately. */
  readonly creditLimit: Decimal | null;
  /** On credit hold. */
  readonly onHold: boolean;
  readonly priceGroup: string;
  readonly warehouse: string;
  readonly defaultShipTo: string | null;
  readonly carrier: string;
  readonly poRequired: boolean;
  readonly since: CalendarDate;
  readonly shipTos: readonly ShipTo[];
}

export interface Salesperson {
  readonly code: string;
  readonly name: string;
}

export interface PaymentTerms {
  readonly code: string;
  readonly description: string;
  readonly netDays: number;
}

export interface Warehouse {
  readonly code: string;
  readonly name: string;
  readonly address: PostalAddress;
  readonly phone: string;
}

export interface Carrier {
  readonly code: string;
  readonly name: string;
  /** Gives tracking numbers. */
  readonly tracked: boolean;
}
