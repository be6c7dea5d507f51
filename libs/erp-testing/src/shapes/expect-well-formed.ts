import type { ErpOperation } from '@headwater/erp-contracts';
import type { z } from 'zod';
import { flawsOf, flawsOfAnswer } from './operation-shapes';
import {
  availabilityShape,
  creditShape,
  customerShape,
  invoiceShape,
  itemShape,
  priceShape,
  salesOrderDetailShape,
  salesOrderShape,
  shipmentShape,
} from './view-shapes';

function refuse(flaws: readonly string[], what: string): void {
  if (flaws.length > 0) throw new Error(`${what} is not well-formed:\n- ${flaws.join('\n- ')}`);
}

function expectShape(shape: z.ZodType, what: string) {
  return (view: unknown): void => refuse(flawsOf(shape, view), what);
}

/** Each throws an error that names every flaw: wrong dates, amounts, units, references, stray or missing fields. */
export const expectWellFormedCustomerView = expectShape(customerShape, 'The customer');
export const expectWellFormedItemView = expectShape(itemShape, 'The item');
export const expectWellFormedSalesOrderView = expectShape(salesOrderShape, 'The order');
export const expectWellFormedSalesOrderDetailView = expectShape(salesOrderDetailShape, 'The order with its lines');
export const expectWellFormedAvailabilityView = expectShape(availabilityShape, 'The availability');
export const expectWellFormedPriceView = expectShape(priceShape, 'The price');
export const expectWellFormedShipmentView = expectShape(shipmentShape, 'The shipment');
export const expectWellFormedInvoiceView = expectShape(invoiceShape, 'The invoice');
export const expectWellFormedCreditView = expectShape(creditShape, 'The credit');

/** The `data` of an answer to an operation, page and all. */
export function expectWellFormedAnswer(operation: ErpOperation, data: unknown): void {
  refuse(flawsOfAnswer(operation, data), `The answer to ${operation}`);
}
