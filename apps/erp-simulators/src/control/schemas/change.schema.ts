import { isCalendarDate, isDecimal } from '@headwater/kernel';
import { z } from 'zod';

const decimal = z
  .string()
  .refine(isDecimal, 'must be a decimal number as text')
  .refine((text) => text.length <= 24, 'is too long');
const positive = decimal.refine((text) => !text.startsWith('-'), 'must not be negative');
const quantity = positive.refine((text) => Number(text) > 0, 'must be above zero');
const price = positive.refine((text) => Number(text) <= 1_000_000_000, 'is too large');
const date = z.string().refine(isCalendarDate, 'must be a date, YYYY-MM-DD');
const key = z.string().min(1).max(64);
const event = z.boolean().default(true);

const order = z.strictObject({
  kind: z.literal('order'),
  order: key,
  status: z.enum(['open', 'on-hold', 'picked', 'shipped', 'invoiced', 'closed', 'cancelled']).optional(),
  customerPo: z.string().max(60).optional(),
  promisedOn: date.optional(),
  total: positive.optional(),
  line: z
    .strictObject({
      lineNo: z.number().int().positive(),
      ordered: quantity.optional(),
      unitPrice: price.optional(),
      promisedOn: date.optional(),
    })
    .optional(),
  event,
});

const shipment = z.strictObject({
  kind: z.literal('shipment'),
  order: key,
  release: z.number().int().min(0).optional(),
  shippedOn: date.optional(),
  deliveredOn: date.optional(),
  carrier: key.optional(),
  trackingNumbers: z.array(key).max(20).optional(),
  lines: z.array(z.strictObject({ lineNo: z.number().int().positive(), shipped: positive })).optional(),
  event,
});

const invoice = z.strictObject({
  kind: z.literal('invoice'),
  order: key,
  release: z.number().int().min(0).default(0),
  paid: positive.optional(),
  disputed: z.boolean().optional(),
  event,
});

const stock = z.strictObject({
  kind: z.literal('stock'),
  item: key,
  warehouse: key,
  onHand: positive.optional(),
  reserved: positive.optional(),
  onOrder: positive.optional(),
  nextReceiptOn: date.nullable().optional(),
  event,
});

const priceChange = z.strictObject({
  kind: z.literal('price'),
  item: key,
  unitPrice: price,
  customer: key.optional(),
  shipTo: key.optional(),
  until: date.optional(),
  event,
});

const credit = z.strictObject({
  kind: z.literal('credit'),
  customer: key,
  onHold: z.boolean().optional(),
  creditLimit: positive.nullable().optional(),
  event,
});

const customer = z.strictObject({
  kind: z.literal('customer'),
  customer: key,
  name: z.string().min(1).max(60).optional(),
  phone: z.string().max(40).optional(),
  active: z.boolean().optional(),
  event,
});

const item = z.strictObject({
  kind: z.literal('item'),
  item: key,
  description: z.string().min(1).max(60).optional(),
  active: z.boolean().optional(),
  event,
});

/** One change of the world; `event: false` makes it in silence, as an ERP whose notice got lost. */
export const changeSchema = z.discriminatedUnion('kind', [
  order,
  shipment,
  invoice,
  stock,
  priceChange,
  credit,
  customer,
  item,
]);
