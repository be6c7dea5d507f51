import type { CalendarDate, Decimal } from '@headwater/kernel';
import type { BatchPage } from '../availability/availability.view';
import type { ErpCall, Reading } from '../reading';
import type { PriceView } from './prices.view';

export interface PriceQuestion {
  readonly item: string;
  readonly quantity: Decimal;
  /** The item's base unit where absent. */
  readonly unit?: string;
}

export interface PriceQuery {
  readonly customer: string;
  readonly shipTo?: string;
  readonly warehouse?: string;
  readonly items: readonly PriceQuestion[];
  /** Today where absent. */
  readonly on?: CalendarDate;
}

/** Asks the ERP to price a batch of items for a customer. Throws `ErpError`. */
export interface PriceReader {
  quote(query: PriceQuery, call: ErpCall): Promise<Reading<BatchPage<PriceView>>>;
}
