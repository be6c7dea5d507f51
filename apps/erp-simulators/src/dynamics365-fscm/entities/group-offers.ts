import type { CalendarDate } from '@headwater/kernel';
import type { Item } from '../../world/model/item';
import type { Customer } from '../../world/model/party';
import type { PriceAnswer } from '../../world/model/price';
import type { World } from '../../world/world';

/** A price group buys in one currency or another. */
export function marketOf({ priceGroup, currency }: Customer): string {
  return `${priceGroup}|${currency}`;
}

interface Known {
  /** A changed item is another object. */
  readonly item: Item;
  readonly offer: PriceAnswer | undefined;
}

interface Day {
  readonly date: CalendarDate;
  readonly members: ReadonlyMap<string, readonly Customer[]>;
  readonly known: Map<string, Known>;
}

/**
 * What the members of a price group pay who have nothing of their own. It is the same in every company and for as long
 * as neither the item nor the day changes, and too dear to be worked out for a whole catalogue with each call.
 */
export class GroupOffers {
  private readonly days = new WeakMap<World, Day>();

  of(item: Item, market: string, world: World): PriceAnswer | undefined {
    const { known, members } = this.dayOf(world);
    const key = `${market}|${item.number}`;
    const before = known.get(key);
    if (before?.item === item) return before.offer;
    const offer = offerTo(members.get(market) ?? [], item, world);
    known.set(key, { item, offer });
    return offer;
  }

  private dayOf(world: World): Day {
    const before = this.days.get(world);
    const date = world.today();
    if (before?.date === date) return before;
    const day: Day = { date, members: Map.groupBy(world.customers.all(), marketOf), known: new Map() };
    this.days.set(world, day);
    return day;
  }
}

/** Promotions hold for everybody; a price of the customer's own says nothing of the group. */
function offerTo(members: readonly Customer[], { number: item }: Item, world: World): PriceAnswer | undefined {
  for (const { number: customer } of members) {
    const answer = world.price({ customer, item, quantity: '1' });
    if (answer?.reason === 'group' || answer?.reason === 'promotion') return answer;
  }
  return undefined;
}
