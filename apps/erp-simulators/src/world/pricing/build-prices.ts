import type { CalendarDate } from '@headwater/kernel';
import { addDays } from '../calendar';
import { CATEGORIES } from '../items/categories';
import type { CustomerPart, Item } from '../model/item';
import type { Customer } from '../model/party';
import type { CustomerDiscount, PriceContract, Promotion } from '../model/price';
import { EXCHANGE_RATES, PRICE_GROUPS } from '../organisation';
import type { Random } from '../random';
import { PRICE_SCALE, priceText, roundPrice, toScaled } from '../scaled';

/** What a customer buys again and again: prices are agreed for these items, and orders are made of them. */
export type Assortments = ReadonlyMap<string, readonly Item[]>;

export interface PriceRules {
  readonly contracts: readonly PriceContract[];
  readonly discounts: readonly CustomerDiscount[];
  readonly promotions: readonly Promotion[];
  /** Percent off list by `group|category`. */
  readonly groups: ReadonlyMap<string, number>;
}

export function buildAssortments(random: Random, customers: readonly Customer[], items: readonly Item[]): Assortments {
  const sellable = items.filter((item) => item.active && item.listPrice !== null);
  return new Map(customers.map((customer) => [customer.number, random.sample(sellable, random.integer(14, 44))]));
}

export function buildCustomerParts(random: Random, assortments: Assortments): readonly CustomerPart[] {
  return [...assortments].flatMap(([customer, items]) =>
    random.chance(0.5)
      ? items
          .slice(0, 8)
          .map((item) => ({ customer, item: item.number, part: `C${customer}-${random.integer(1_000, 9_999)}` }))
      : [],
  );
}

export function buildPriceRules(parts: PriceRuleParts): PriceRules {
  const { random, customers } = parts;
  return {
    contracts: customers.flatMap((customer) => contractsOf(customer, parts)),
    discounts: customers.flatMap((customer) =>
      random.sample(CATEGORIES, random.integer(0, 3)).map((category) => ({
        customer: customer.number,
        category: category.code,
        percent: random.integer(22, 36),
      })),
    ),
    promotions: buildPromotions(random, parts.today),
    groups: new Map(
      PRICE_GROUPS.flatMap((group, at) =>
        CATEGORIES.map((category) => [`${group}|${category.code}`, random.integer(6, 14) + at * 4] as const),
      ),
    ),
  };
}

export interface PriceRuleParts {
  readonly random: Random;
  readonly today: CalendarDate;
  readonly customers: readonly Customer[];
  readonly assortments: Assortments;
}

/** Three of five customers have contracts; most are valid now, some are over, some begin later. */
function contractsOf(customer: Customer, { random, today, assortments }: PriceRuleParts): readonly PriceContract[] {
  if (!random.chance(0.6)) return [];
  const items = (assortments.get(customer.number) ?? []).slice(0, random.integer(4, 16));
  return items.map((item) => {
    const list = (toScaled(item.listPrice ?? '0', PRICE_SCALE) * (EXCHANGE_RATES[customer.currency] ?? 100)) / 100;
    const from = addDays(today, -random.integer(-40, 700));
    return {
      customer: customer.number,
      shipTo: random.chance(0.1) ? (customer.shipTos[0]?.code ?? null) : null,
      item: item.number,
      unitPrice: priceText(roundPrice((list * random.integer(58, 72)) / 100)),
      from,
      until: addDays(from, random.pick([180, 365, 730])),
    };
  });
}

function buildPromotions(random: Random, today: CalendarDate): readonly Promotion[] {
  return Array.from({ length: 24 }, (_, at) => {
    const category = random.pick(CATEGORIES);
    const from = addDays(today, random.integer(-720, 60));
    return {
      name: `${category.description} promotion ${at + 1}`,
      category: category.code,
      percent: random.integer(18, 32),
      from,
      until: addDays(from, random.pick([30, 60, 90])),
    };
  });
}
