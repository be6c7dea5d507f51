import type { CalendarDate, Decimal, Instant } from '@headwater/kernel';
import type { CompanyCode, PostalAddress } from './party';

export type OrderKind = 'quote' | 'order' | 'return';

export type OrderHold = 'credit' | 'manual';

export interface OrderLine {
  readonly lineNo: number;
  readonly item: string;
  readonly description: string;
  readonly description2: string;
  readonly unit: string;
  /** Base units in one `unit`. */
  readonly unitFactor: number;
  /** In `unit`; negative on a return. */
  readonly ordered: Decimal;
  /** Net, for one `unit`. */
  readonly unitPrice: Decimal;
  /** Off the list price. */
  readonly discountPercent: Decimal;
  /** ordered × unitPrice, rounded to cents. */
  readonly total: Decimal;
  readonly promisedOn: CalendarDate;
}

export type ReleaseState = 'quote' | 'open' | 'picked' | 'shipped' | 'invoiced' | 'paid' | 'cancelled';

export interface ReleaseLine {
  readonly lineNo: number;
  /** What was still to come when this release began. */
  readonly ordered: Decimal;
  /** What left the warehouse with it; `"0"` before it ships. */
  readonly shipped: Decimal;
}

/**
 * One wave of delivery of an order. What a release did not ship is back-ordered: it opens the next release.
 */
export interface Release {
  readonly index: number;
  readonly state: ReleaseState;
  readonly lines: readonly ReleaseLine[];
  readonly carrier: string;
  readonly trackingNumbers: readonly string[];
  readonly promisedOn: CalendarDate;
  readonly pickedOn: CalendarDate | null;
  readonly shippedOn: CalendarDate | null;
  readonly deliveredOn: CalendarDate | null;
  readonly invoice: InvoiceFacts | null;
}

/** The bill of one release. Its total is that of the shipped lines. */
export interface InvoiceFacts {
  readonly issuedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly total: Decimal;
  readonly paid: Decimal;
  readonly paidOn: CalendarDate | null;
  readonly disputed: boolean;
}

export interface Order {
  readonly number: string;
  readonly company: CompanyCode;
  readonly kind: OrderKind;
  readonly customer: string;
  readonly customerPo: string;
  readonly hold: OrderHold | null;
  readonly orderedOn: CalendarDate;
  readonly requestedOn: CalendarDate;
  readonly promisedOn: CalendarDate;
  readonly warehouse: string;
  /** Code of the ship-to; null for the customer's own address. */
  readonly shipTo: string | null;
  readonly shipToName: string;
  readonly shipToAddress: PostalAddress;
  readonly salesperson: string;
  readonly terms: string;
  readonly currency: string;
  readonly lines: readonly OrderLine[];
  /** At least one, in order of `index`. */
  readonly releases: readonly Release[];
  /** Σ of the lines' totals. */
  readonly total: Decimal;
  readonly changedAt: Instant;
}

export type OrderStatus =
  'quote' | 'open' | 'on-hold' | 'picked' | 'partly-shipped' | 'shipped' | 'invoiced' | 'closed' | 'cancelled';
