import type { Decimal } from '@headwater/kernel';
import type { Item } from '../../world/model/item';
import type { PriceContract } from '../../world/model/price';
import { PRICE_SCALE, priceText, roundPrice, toScaled } from '../../world/scaled';
import { amountDigits, EXCHANGE_RATES } from '../../world/organisation';
import type { Books } from './books';
import { CURRENCIES, PRICE_LEVELS, type CurrencyEntry, type ListEntry } from './reference-lists';

/** The price of an item at one level, in one currency, from a quantity on; for one base unit. */
export interface ListedPrice {
  readonly item: Item;
  readonly level: ListEntry;
  readonly currency: CurrencyEntry;
  readonly from: number;
  readonly price: Decimal;
}

/**
 * What the pricing tables know: the base price and the price groups as levels, with quantity breaks. Discounts for one
 * customer's category and promotions are rules the tables do not hold: only the pricing engine knows those.
 */
export function listedPrices(item: Item, books: Books): readonly ListedPrice[] {
  const { listPrice } = item;
  if (listPrice === null) return [];
  const currencies = CURRENCIES.entries.filter(({ code }) => hasCurrency(code, books));
  return currencies.flatMap((currency) =>
    PRICE_LEVELS.entries.flatMap((level) =>
      [0, ...item.breaks.map(({ from }) => from)].map((from) => {
        const list = Math.round((toScaled(listPrice, PRICE_SCALE) * (EXCHANGE_RATES[currency.code] ?? 100)) / 100);
        const percent = percentOff({ item, level, from }, books);
        const digits = amountDigits(currency.code);
        const price = priceText(roundPrice((list * (100 - percent)) / 100, digits), digits);
        return { item, level, currency, from, price };
      }),
    ),
  );
}

/** Prices agreed with one customer for all its addresses, valid today, for one base unit. */
export function agreedPrices(books: Books): readonly PriceContract[] {
  const { world } = books;
  const today = world.today();
  return world.prices
    .allContracts()
    .filter(({ shipTo, from, until }) => shipTo === null && from <= today && today <= until);
}

function hasCurrency(code: string, { options }: Books): boolean {
  return options.account.currencies === 'multiple' || code === 'USD';
}

/** A quantity break comes on top of what a group has anyway. */
function percentOff({ item, level, from }: Pick<ListedPrice, 'item' | 'level' | 'from'>, { world }: Books): number {
  const extra = item.breaks.reduce((percent, each) => (from >= each.from && from > 0 ? each.percent : percent), 0);
  const group = level.code === '' ? 0 : (world.prices.rules.groups.get(`${level.code}|${item.category}`) ?? 0);
  return group === 0 ? extra : group + extra;
}
