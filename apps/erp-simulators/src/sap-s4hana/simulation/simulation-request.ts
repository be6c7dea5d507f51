import { isCalendarDate, isDecimal } from '@headwater/kernel';
import { z } from 'zod';
import type { ExpandTree } from '../odata/model';
import { SapError } from '../sap-error';

/** A quantity comes as a text or a number. */
const quantity = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => isDecimal(text) && Number(text) > 0, 'must be a quantity above zero');

const text = z.string().max(40).default('');

/** A list may come bare, or in `results`. */
function listOf<Entry extends z.ZodType>(entry: Entry) {
  return z
    .union([z.array(entry), z.object({ results: z.array(entry) }).transform(({ results }) => results)])
    .default([]);
}

const itemSchema = z.looseObject({
  SalesOrderItem: text,
  Material: z.string().min(1).max(40),
  RequestedQuantity: quantity.default('1'),
  RequestedQuantityUnit: text,
  Plant: text,
});

const partnerSchema = z.looseObject({ PartnerFunction: z.string(), Customer: z.string().default('') });

const requestSchema = z.looseObject({
  SalesOrderType: text,
  SalesOrganization: z.string().min(1).max(4),
  DistributionChannel: z.string().min(1).max(2),
  OrganizationDivision: z.string().min(1).max(2),
  SoldToParty: z.string().min(1).max(10),
  PurchaseOrderByCustomer: text,
  /** As v2 writes dates, or plainly. */
  PricingDate: z.string().nullish().transform(dayOf),
  RequestedDeliveryDate: z.string().nullish().transform(dayOf),
  to_Item: listOf(itemSchema),
  to_Partner: listOf(partnerSchema),
});

export type SimulationRequest = z.output<typeof requestSchema>;
export type RequestedItem = z.output<typeof itemSchema>;

/** Throws `SapError` for what is missing or malformed. */
export function parseRequest(body: Readonly<Record<string, unknown>>): SimulationRequest {
  const parsed = requestSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw SapError.badQuery(`Property '${issue?.path.join('/') ?? ''}' has an invalid value`);
}

/** The navigations that stand in the request as it came, and below items those that stand in any of them. */
export function expandOf(body: Readonly<Record<string, unknown>>, items: readonly RequestedItem[]): ExpandTree {
  const below = Object.assign({}, ...items.map(navigationsOf)) as ExpandTree;
  const tree = navigationsOf(body);
  return 'to_Item' in tree ? { ...tree, to_Item: below } : tree;
}

function navigationsOf(fields: Readonly<Record<string, unknown>>): ExpandTree {
  return Object.fromEntries(
    Object.keys(fields)
      .filter((name) => name.startsWith('to_'))
      .map((name) => [name, {}]),
  );
}

function dayOf(value: string | null | undefined): string | undefined {
  const epoch = /^\/Date\((-?\d+)\)\/$/.exec(value ?? '')?.[1];
  const day = epoch === undefined ? (value ?? '').slice(0, 10) : new Date(Number(epoch)).toISOString().slice(0, 10);
  return isCalendarDate(day) ? day : undefined;
}
