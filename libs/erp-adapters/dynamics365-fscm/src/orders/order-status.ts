import { ErpError, type OrderStatus } from '@headwater/erp-contracts';
import type { MeaningSettings } from '../settings/meaning.settings';

/** Symbols of the enumeration SalesStatus, which headers and lines share. `Backorder` is an open order. */
const SYMBOLS: Readonly<Record<string, OrderStatus>> = {
  none: 'open',
  backorder: 'open',
  delivered: 'shipped',
  invoiced: 'invoiced',
  canceled: 'cancelled',
  cancelled: 'cancelled',
};

export type StatusSettings = Pick<MeaningSettings, 'orderStatuses' | 'processingStatuses'>;

/** The status a symbol means; one nobody knows is a `bad-response`, because a guessed status is worse than none. */
export function statusOfSymbol(symbol: string, { orderStatuses }: StatusSettings): OrderStatus {
  const folded = symbol.toLowerCase();
  const status = orderStatuses.get(folded) ?? SYMBOLS[folded];
  if (status !== undefined) return status;
  throw new ErpError(
    'bad-response',
    'Dynamics 365 answered an order status that is not known; map it in the settings.',
  );
}

const GONE: ReadonlySet<OrderStatus> = new Set(['shipped', 'invoiced', 'closed']);

/** Whether all of a line has left the warehouse, by its status. */
export function hasGone(status: OrderStatus): boolean {
  return GONE.has(status);
}

export interface OrderProgress {
  readonly symbol: string;
  readonly processing: string | undefined;
  /** Whether anything of the order has left the warehouse. */
  readonly begun: boolean;
}

/**
 * The status of an order. As long as a line is open the header says `Backorder`, so that what is half delivered only
 * shows in the lines; what the header says of its processing counts where the settings give it a meaning.
 */
export function orderStatus({ symbol, processing, begun }: OrderProgress, settings: StatusSettings): OrderStatus {
  const status = statusOfSymbol(symbol, settings);
  if (status !== 'open') return status;
  const processed = settings.processingStatuses.get(processing?.toLowerCase() ?? '');
  if (processed === 'on-hold') return processed;
  return begun ? 'partly-shipped' : (processed ?? status);
}

/** The symbol as it was said, with the processing status where that decided. */
export function vendorStatus({ symbol, processing }: OrderProgress, settings: StatusSettings): string {
  const counts = processing !== undefined && settings.processingStatuses.has(processing.toLowerCase());
  return counts && statusOfSymbol(symbol, settings) === 'open' ? `${symbol}, ${processing}` : symbol;
}
