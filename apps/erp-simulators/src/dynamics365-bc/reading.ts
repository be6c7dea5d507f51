import type { CalendarDate } from '@headwater/kernel';
import type { CompanyCode } from '../world/model/party';
import type { OrderFilter } from '../world/orders/order-book';
import type { Order } from '../world/model/order';
import type { World } from '../world/world';
import type { ModificationStamps } from './modification-stamps';
import type { BcOptions } from './options';

/** Where a reading takes its orders from: the database, or a replica that lags behind. */
export interface OrderShelf {
  get(number: string): Order | undefined;
  list(filter: Pick<OrderFilter, 'company' | 'customer'>): readonly Order[];
}

/** One company as one request sees it. */
export interface Reading {
  readonly world: World;
  readonly company: CompanyCode;
  readonly orders: OrderShelf;
  readonly stamps: ModificationStamps;
  readonly options: BcOptions;
}

/** Dates are never null: an empty one is the first day there is, or what the options say. */
export function dateOrEmpty(date: CalendarDate | null, { options }: Pick<Reading, 'options'>): string | null {
  return date ?? options.emptyDate;
}
