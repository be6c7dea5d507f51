import { compareDecimals, scaleOf, trimDecimal, type CalendarDate, type Decimal } from '@headwater/kernel';
import type { CustomerBook } from '../customers/customer-book';
import type { ItemCatalogue } from '../items/item-catalogue';
import type { Item, ItemUnit } from '../model/item';
import type { Customer } from '../model/party';
import type { PriceAnswer, PriceBreak, PriceContract, PriceReason, PriceRequest, Promotion } from '../model/price';
import { amountDigits, EXCHANGE_RATES } from '../organisation';
import { amountOf } from '../orders/order-amounts';
import { fromScaled, PRICE_SCALE, priceText, roundPrice, toScaled } from '../scaled';
import type { PriceRules } from './build-prices';

interface Offer {
  /** 1/10,000 for one base unit. */
  readonly ticks: number;
  readonly reason: PriceReason;
  readonly validUntil: CalendarDate | null;
  /** As it was agreed, with its own decimals. */
  readonly agreed?: Decimal;
}

interface Discount {
  readonly percent: number;
  readonly reason: PriceReason;
  readonly validUntil: CalendarDate | null;
}

interface Terms {
  readonly customer: Customer;
  readonly item: Item;
  readonly shipTo: string | undefined;
  readonly on: CalendarDate;
  /** List price of one base unit in the customer's currency. */
  readonly listTicks: number;
}

/** Answers what a customer pays: a valid contract, else the best of customer discount, promotion and group; else list. */
export class PriceDesk {
  private readonly contracts: Map<string, readonly PriceContract[]>;
  private readonly discounts: ReadonlyMap<string, number>;

  constructor(
    private readonly customers: CustomerBook,
    private readonly items: ItemCatalogue,
    /** As they were made; agreements since then are among `allContracts`. */
    readonly rules: PriceRules,
  ) {
    this.contracts = Map.groupBy(rules.contracts, (contract) => contractKey(contract.customer, contract.item));
    this.discounts = new Map(rules.discounts.map((rule) => [`${rule.customer}|${rule.category}`, rule.percent]));
  }

  /** Undefined for an unknown customer, item or unit. */
  price(request: PriceRequest, today: CalendarDate): PriceAnswer | undefined {
    const parts = this.partsOf(request, today);
    return parts === undefined ? undefined : answerOf({ ...parts, breaks: this.breaksOf(parts.terms, parts.unit) });
  }

  /** The same without the breaks, for a whole history of order lines. */
  net(request: PriceRequest, today: CalendarDate): PriceAnswer | undefined {
    const parts = this.partsOf(request, today);
    return parts === undefined ? undefined : answerOf({ ...parts, breaks: [] });
  }

  contractsOf(customer: string, item: string): readonly PriceContract[] {
    return this.contracts.get(contractKey(customer, item)) ?? [];
  }

  /** Every contract there is: valid, over, or yet to begin. */
  allContracts(): readonly PriceContract[] {
    return [...this.contracts.values()].flat();
  }

  /** Puts one contract in the place of all others of the same customer, ship-to and item. */
  agree(contract: PriceContract): void {
    const kept = this.contractsOf(contract.customer, contract.item).filter((other) => other.shipTo !== contract.shipTo);
    this.contracts.set(contractKey(contract.customer, contract.item), [...kept, contract]);
  }

  private partsOf(request: PriceRequest, today: CalendarDate): Omit<AnswerParts, 'breaks'> | undefined {
    const customer = this.customers.get(request.customer);
    const item = this.items.get(request.item);
    const unit = item === undefined ? undefined : unitOf(item, request.unit);
    if (customer === undefined || item === undefined || unit === undefined) return undefined;
    const terms = this.termsFor(customer, item, { shipTo: request.shipTo, on: request.on ?? today });
    return { request, terms, unit, offer: this.offer(terms, Number(request.quantity) * unit.factor) };
  }

  private termsFor(customer: Customer, item: Item, when: Pick<Terms, 'shipTo' | 'on'>): Terms {
    const usd = item.listPrice === null ? 0 : toScaled(item.listPrice, PRICE_SCALE);
    return { customer, item, ...when, listTicks: Math.round((usd * (EXCHANGE_RATES[customer.currency] ?? 100)) / 100) };
  }

  private offer(terms: Terms, baseQuantity: number): Offer {
    const contract = this.contractFor(terms);
    if (contract !== undefined) {
      const { unitPrice: agreed, until: validUntil } = contract;
      return { ticks: toScaled(agreed, PRICE_SCALE), reason: 'contract', validUntil, agreed };
    }
    const extra = breakPercent(terms.item, baseQuantity);
    const { percent, ...why } = this.bestDiscount(terms, extra);
    return { ticks: (terms.listTicks * (100 - percent)) / 100, ...why };
  }

  private bestDiscount({ customer, item, on }: Terms, extra: number): Discount {
    const own = withBreak(this.discounts.get(`${customer.number}|${item.category}`), extra);
    const group = withBreak(this.rules.groups.get(`${customer.priceGroup}|${item.category}`), extra);
    const promotion = this.promotionFor(item, on);
    const offered = promotion?.percent ?? 0;
    if (own > 0 && own >= offered && own >= group) return { percent: own, reason: 'customer', validUntil: null };
    if (promotion !== undefined && offered >= group)
      return { percent: offered, reason: 'promotion', validUntil: promotion.until };
    return { percent: Math.max(group, extra), reason: group > extra ? 'group' : 'list', validUntil: null };
  }

  private contractFor({ customer, item, shipTo, on }: Terms): PriceContract | undefined {
    const valid = this.contractsOf(customer.number, item.number).filter(
      (contract) =>
        contract.from <= on && on <= contract.until && (contract.shipTo === null || contract.shipTo === shipTo),
    );
    return valid.find((contract) => contract.shipTo !== null) ?? valid[0];
  }

  private promotionFor(item: Item, on: CalendarDate): Promotion | undefined {
    const running = this.rules.promotions.filter(
      (promotion) => promotion.category === item.category && promotion.from <= on && on <= promotion.until,
    );
    return running.toSorted((left, right) => right.percent - left.percent)[0];
  }

  private breaksOf(terms: Terms, unit: ItemUnit): readonly PriceBreak[] {
    const levels: PriceBreak[] = [];
    const digits = amountDigits(terms.customer.currency);
    let below = roundPrice(this.offer(terms, unit.factor).ticks * unit.factor, digits);
    for (const { from } of terms.item.breaks) {
      const quantity = Math.ceil(from / unit.factor);
      const ticks = roundPrice(this.offer(terms, quantity * unit.factor).ticks * unit.factor, digits);
      if (quantity <= 1 || ticks >= below || terms.item.listPrice === null) continue;
      below = ticks;
      levels.push({ from: String(quantity), unitPrice: priceText(ticks, digits) });
    }
    return levels.filter((level, at) => level.from !== levels[at + 1]?.from);
  }
}

export function unitOf(item: Item, unit: string | undefined): ItemUnit | undefined {
  const wanted = unit === undefined || unit === '' ? item.unit : unit.toUpperCase();
  return item.units.find((candidate) => candidate.unit === wanted);
}

interface AnswerParts {
  readonly request: PriceRequest;
  readonly terms: Terms;
  readonly unit: ItemUnit;
  readonly offer: Offer;
  readonly breaks: readonly PriceBreak[];
}

function answerOf({ request, terms, unit, offer, breaks }: AnswerParts): PriceAnswer {
  const { customer, item } = terms;
  const quoted = item.listPrice !== null || offer.reason === 'contract';
  const digits = amountDigits(customer.currency);
  const net = roundPrice(offer.ticks * unit.factor, digits);
  const list = roundPrice(terms.listTicks * unit.factor, digits);
  const unitPrice = quoted ? asAgreed(priceText(net, digits), offer) : null;
  return {
    customer: customer.number,
    item: item.number,
    quantity: request.quantity.includes('.') ? trimDecimal(request.quantity) : request.quantity,
    unit: unit.unit,
    currency: customer.currency,
    unitPrice,
    listPrice: item.listPrice === null ? null : priceText(list, digits),
    discountPercent: list > 0 && net < list ? fromScaled(Math.round(((list - net) * 10_000) / list), 2) : '0.00',
    extended: unitPrice === null ? null : amountOf(request.quantity, unitPrice, customer.currency),
    reason: offer.reason,
    breaks,
    validUntil: offer.validUntil,
    cost: priceText(
      roundPrice(
        (toScaled(item.cost, PRICE_SCALE) * unit.factor * (EXCHANGE_RATES[customer.currency] ?? 100)) / 100,
        digits,
      ),
      digits,
    ),
  };
}

/** What was agreed with more decimals than a price needs, `0.1000`, keeps them. */
function asAgreed(price: Decimal, { agreed = price }: Offer): Decimal {
  return scaleOf(agreed) > scaleOf(price) && compareDecimals(agreed, price) === 0 ? agreed : price;
}

function breakPercent(item: Item, baseQuantity: number): number {
  return item.breaks.reduce((percent, level) => (baseQuantity >= level.from ? level.percent : percent), 0);
}

/** A quantity break comes on top of a discount the customer has anyway; without one it counts as list with breaks. */
function withBreak(percent: number | undefined, extra: number): number {
  return percent === undefined || percent === 0 ? 0 : percent + extra;
}

function contractKey(customer: string, item: string): string {
  return `${customer}|${item}`;
}
