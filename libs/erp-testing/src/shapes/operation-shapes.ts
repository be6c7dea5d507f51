import type { ErpOperation } from '@headwater/erp-contracts';
import { z } from 'zod';
import { instant, text } from './fields';
import {
  availabilityShape,
  creditShape,
  customerShape,
  invoiceShape,
  itemShape,
  latestOrderShape,
  openOrdersShape,
  priceShape,
  salesOrderDetailShape,
  salesOrderShape,
  shipmentShape,
} from './view-shapes';

function pageOf(item: z.ZodType) {
  return z.strictObject({
    items: z.array(item),
    nextCursor: text.nullable(),
    total: z.number().int().nonnegative().optional(),
  });
}

function batchOf(item: z.ZodType) {
  return z.strictObject({ items: z.array(item), nextCursor: text.nullable(), notFound: z.array(text) });
}

/** What the answer of each operation looks like. */
const SHAPES: { readonly [O in ErpOperation]: z.ZodType } = {
  'customers.search': pageOf(customerShape),
  'customers.get': customerShape,
  'items.search': pageOf(itemShape),
  'items.get': itemShape,
  'orders.list': pageOf(salesOrderShape),
  'orders.get': salesOrderDetailShape,
  'orders.open': batchOf(openOrdersShape),
  'orders.latest': batchOf(latestOrderShape),
  'availability.list': batchOf(availabilityShape),
  'prices.quote': batchOf(priceShape),
  'shipments.list': pageOf(shipmentShape),
  'invoices.list': pageOf(invoiceShape),
  'credit.get': creditShape,
  'credit.list': batchOf(creditShape),
};

const readingShape = z.strictObject({ data: z.unknown(), asOf: instant, company: text });

/** Everything wrong with a value, one sentence each; empty for a well-formed one. */
export function flawsOf(shape: z.ZodType, value: unknown): readonly string[] {
  const parsed = shape.safeParse(value);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => `${issue.path.join('.') || 'value'}: ${issue.message}`);
}

export function flawsOfAnswer(operation: ErpOperation, data: unknown): readonly string[] {
  return flawsOf(SHAPES[operation], data);
}

export function flawsOfReading(operation: ErpOperation, reading: unknown): readonly string[] {
  const outer = flawsOf(readingShape, reading);
  return outer.length > 0 ? outer : flawsOfAnswer(operation, (reading as { readonly data: unknown }).data);
}
