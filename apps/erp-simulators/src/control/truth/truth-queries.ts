import { isCalendarDate, isDecimal, isZero } from '@headwater/kernel';
import { z } from 'zod';
import type { CompanyCode } from '../../world/model/party';
import { missing } from '../../world/changes/find';
import { isOpen } from '../../world/orders/order-status';
import type { World } from '../../world/world';
import { companySchema } from '../schemas/requests.schema';
import { orderTruth, shipmentTruths } from './order-truth';
import { customerTruth, itemTruth, stockTruth } from './party-truth';

const limit = z.coerce.number().int().min(1).max(100_000).default(100_000);
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const company = companySchema.optional();

const customersQuery = z.strictObject({ q: z.string().default(''), company, active: flag.optional(), limit });
const itemsQuery = z.strictObject({ q: z.string().min(1).optional(), customer: z.string().optional(), limit });
const ordersQuery = z.strictObject({
  customer: z.string().optional(),
  customerPo: z.string().optional(),
  company,
  open: flag.optional(),
  limit,
});
const shipmentsQuery = z.strictObject({
  order: z.string().optional(),
  customer: z.string().optional(),
  company,
  limit,
});
const invoicesQuery = z.strictObject({ customer: z.string().optional(), company, open: flag.optional(), limit });
const priceQuery = z.strictObject({
  customer: z.string().min(1),
  item: z.string().min(1),
  qty: z.string().refine(isDecimal).default('1'),
  unit: z.string().optional(),
  shipTo: z.string().optional(),
  on: z.string().refine(isCalendarDate).optional(),
});

export type Query = Readonly<Record<string, unknown>>;

export interface Items {
  readonly items: readonly unknown[];
}

/** The world's plain truth, in no vendor's words; every amount and quantity a decimal text. */
export const truth = {
  customers(world: World, query: Query): Items {
    const { active, limit: most, ...search } = customersQuery.parse(query);
    const found = world.customers
      .search(search)
      .filter((customer) => active === undefined || customer.active === active);
    return { items: found.slice(0, most).map(customerTruth) };
  },

  customer(world: World, number: string): unknown {
    return customerTruth(world.customers.get(number) ?? missing(`customer ${number}`));
  },

  items(world: World, query: Query): Items {
    const { q, customer, limit: most } = itemsQuery.parse(query);
    const found = q === undefined ? world.items.all() : world.items.search({ q, customer });
    return { items: found.slice(0, most).map((item) => itemTruth(world, item)) };
  },

  item(world: World, number: string): unknown {
    return itemTruth(world, world.items.get(number) ?? missing(`item ${number}`));
  },

  /** Newest first. */
  orders(world: World, query: Query): Items {
    const { open, limit: most, ...filter } = ordersQuery.parse(query);
    const found = world.orders.list(filter).filter((order) => open === undefined || isOpen(order) === open);
    return {
      items: found
        .toReversed()
        .slice(0, most)
        .map((order) => orderTruth(world, order)),
    };
  },

  order(world: World, number: string): unknown {
    return orderTruth(world, world.orders.get(number) ?? missing(`order ${number}`));
  },

  stock(world: World, item: string): Items {
    const known = world.items.get(item) ?? missing(`item ${item}`);
    return { items: world.stock.ofItem(known.number).map((level) => stockTruth(world, level)) };
  },

  price(world: World, query: Query): unknown {
    const { qty, ...request } = priceQuery.parse(query);
    return world.price({ ...request, quantity: qty }) ?? missing('such customer, item or unit');
  },

  /** Newest order first. */
  shipments(world: World, query: Query): Items {
    const { order: number, limit: most, ...filter } = shipmentsQuery.parse(query);
    const orders =
      number === undefined
        ? world.orders.list(filter).toReversed()
        : [world.orders.get(number) ?? missing(`order ${number}`)];
    return { items: orders.flatMap(shipmentTruths).slice(0, most) };
  },

  /** Oldest first. */
  invoices(world: World, query: Query): Items {
    const { open, limit: most, ...filter } = invoicesQuery.parse(query);
    const found = world.invoices(filter).filter((invoice) => open === undefined || isZero(invoice.open) !== open);
    return { items: found.slice(0, most) };
  },

  /** In the first of the customer's companies unless one is named. */
  credit(world: World, number: string, query: Query): unknown {
    const named = z.strictObject({ company }).parse(query).company;
    const customer = world.customers.get(number) ?? missing(`customer ${number}`);
    const [first = '1' as CompanyCode] = customer.companies;
    return world.credit(number, named ?? first) ?? missing(`customer ${number} in company ${named ?? first}`);
  },
};
