import type { CapabilityReaders } from '@headwater/erp-contracts';
import { createAvailabilityReader } from './availability/availability.reader';
import { createCreditReader } from './credit/credit.reader';
import { createCustomerReader } from './customers/customers.reader';
import type { BcContext } from './dynamics365-bc.context';
import { createInvoiceReader } from './invoices/invoices.reader';
import { createItemReader } from './items/items.reader';
import { createOrderReader } from './orders/orders.reader';
import { createPriceReader } from './prices/prices.reader';
import { createShipmentReader } from './shipments/shipments.reader';

export type BcReaders = Omit<CapabilityReaders, 'availability'> & Partial<Pick<CapabilityReaders, 'availability'>>;

/** A reader for each capability this connection has. */
export function readersOf(context: BcContext): BcReaders {
  return {
    customers: createCustomerReader(context),
    items: createItemReader(context),
    orders: createOrderReader(context),
    ...(context.settings.availability === 'off' ? {} : { availability: createAvailabilityReader(context) }),
    prices: createPriceReader(context),
    shipments: createShipmentReader(context),
    invoices: createInvoiceReader(context),
    credit: createCreditReader(context),
  };
}
