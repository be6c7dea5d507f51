import { INVOICE_STATUSES, ORDER_STATUSES, PRICE_REASONS, SHIPMENT_STATUSES } from '@headwater/erp-contracts';
import { z } from 'zod';
import { calendarDate, currency, decimal, money, postalAddress, quantity, refOf, text } from './fields';

export const customerShape = z.strictObject({
  ref: refOf('customer'),
  number: text,
  name: text,
  addresses: z.array(postalAddress),
  phone: text.optional(),
  email: text.optional(),
  salesperson: text.optional(),
  terms: text.optional(),
  currency: currency.optional(),
  blocked: z.boolean(),
});

export const itemShape = z.strictObject({
  ref: refOf('item'),
  number: text,
  description: z.string(),
  customerPartNumbers: z.array(text).optional(),
  manufacturerPart: text.optional(),
  gtin: text.optional(),
  unit: text,
  units: z.array(z.strictObject({ unit: text, factor: decimal })),
  active: z.boolean(),
});

const orderFields = {
  ref: refOf('order'),
  number: text,
  customer: text,
  customerName: text.optional(),
  customerPo: text.optional(),
  status: z.enum(ORDER_STATUSES),
  vendorStatus: text,
  orderedOn: calendarDate.optional(),
  requestedOn: calendarDate.optional(),
  promisedOn: calendarDate.optional(),
  total: money,
  currency,
  shipTo: postalAddress.optional(),
  warehouse: text.optional(),
  salesperson: text.optional(),
};

export const salesOrderShape = z.strictObject(orderFields);

const orderLineShape = z.strictObject({
  lineNo: text,
  item: text,
  description: z.string(),
  ordered: quantity,
  shipped: quantity,
  backordered: quantity,
  unitPrice: money.optional(),
  priceUnit: text.optional(),
  lineTotal: money.optional(),
  discountPercent: decimal.optional(),
  promisedOn: calendarDate.optional(),
  warehouse: text.optional(),
  status: z.enum(ORDER_STATUSES),
});

export const salesOrderDetailShape = z.strictObject({ ...orderFields, lines: z.array(orderLineShape) });

export const openOrdersShape = z.strictObject({
  ref: refOf('customer'),
  customer: text,
  count: z.strictObject({ value: z.number().int().nonnegative(), exact: z.boolean() }),
});

export const latestOrderShape = z.strictObject({
  ref: refOf('customer'),
  customer: text,
  orderedOn: calendarDate.optional(),
});

export const availabilityShape = z.strictObject({
  ref: refOf('availability'),
  item: text,
  warehouse: text,
  warehouseName: text.optional(),
  onHand: quantity,
  allocated: quantity.optional(),
  available: quantity,
  onOrder: quantity.optional(),
  nextReceiptOn: calendarDate.optional(),
});

export const priceShape = z.strictObject({
  ref: refOf('price'),
  item: text,
  quantity,
  unit: text,
  unitPrice: money,
  listPrice: money.optional(),
  discount: decimal.optional(),
  reason: z.enum(PRICE_REASONS),
  breaks: z.array(z.strictObject({ from: decimal, unitPrice: money })),
  validUntil: calendarDate.optional(),
  indicative: z.boolean(),
  cost: money.optional(),
});

export const shipmentShape = z.strictObject({
  ref: refOf('shipment'),
  number: text,
  order: text,
  status: z.enum(SHIPMENT_STATUSES),
  shippedOn: calendarDate.optional(),
  promisedOn: calendarDate.optional(),
  deliveredOn: calendarDate.optional(),
  carrier: text.optional(),
  trackingNumbers: z.array(z.strictObject({ number: text, url: z.url({ protocol: /^https?$/ }).optional() })),
  warehouse: text.optional(),
  lines: z.array(z.strictObject({ item: text, shipped: quantity })),
});

export const invoiceShape = z.strictObject({
  ref: refOf('invoice'),
  number: text,
  order: text.optional(),
  customer: text,
  issuedOn: calendarDate,
  dueOn: calendarDate.optional(),
  total: money,
  open: money,
  status: z.enum(INVOICE_STATUSES),
});

export const creditShape = z.strictObject({
  ref: refOf('credit'),
  customer: text,
  limit: money.optional(),
  used: money,
  available: money.optional(),
  pastDue: money,
  onHold: z.boolean(),
  terms: text.optional(),
  ageing: z.array(z.strictObject({ label: text, amount: money })),
});
