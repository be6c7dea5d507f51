import { compareDecimals, isCalendarDate, isDecimal } from '@headwater/kernel';
import type { Customer } from '../../world/model/party';
import type { Item } from '../../world/model/item';
import type { PriceAnswer } from '../../world/model/price';
import type { Books } from '../books/books';
import { BASE_LEVEL, CUSTOM_LEVEL, PRICE_LEVELS } from '../books/reference-lists';
import { isFields, type Fields } from '../json';
import { NetsuiteError } from '../netsuite-error';

/**
 * The script Headwater's documentation ships: it builds an unsaved sales order, reads the rates the pricing engine put
 * there, and answers them as decimal texts. What is wrong with one item is said beside it; what is wrong with the whole
 * request makes the script fail.
 */
export function customerPrices(body: Fields | undefined, books: Books): Fields {
  const { customer, items, date } = body ?? {};
  if (typeof customer !== 'string' || !Array.isArray(items) || !items.every(isFields)) throw argumentMissing();
  const on = textOf(date);
  if (on !== undefined && !isCalendarDate(on)) throw argumentMissing();
  const buyer = books.customer(customer);
  return { items: items.map((asked) => priceOf(asked, { books, buyer, on })) };
}

interface Buying {
  readonly books: Books;
  readonly buyer: Customer | undefined;
  readonly on: string | undefined;
}

function priceOf(asked: Fields, { books, buyer, on }: Buying): Fields {
  const id = textOf(asked['item']) ?? '';
  const item = books.item(id);
  const quantity = textOf(asked['quantity']) ?? '1';
  if (buyer === undefined) return { item: id, error: 'CUSTOMER_NOT_FOUND' };
  if (item === undefined) return { item: id, error: 'ITEM_NOT_FOUND' };
  if (!isDecimal(quantity) || compareDecimals(quantity, '0') <= 0) return { item: id, error: 'INVALID_QUANTITY' };
  const unit = unitAsked(textOf(asked['unit']), item, books);
  if (unit === undefined) return { item: id, error: 'UNIT_NOT_FOUND' };
  const price = books.world.price({ customer: buyer.number, item: item.number, quantity, unit, on });
  if (price?.unitPrice == null) return { item: id, error: 'NO_PRICE' };
  return {
    item: id,
    rate: price.unitPrice,
    unit: price.unit,
    currency: price.currency,
    priceLevel: levelName(price, buyer),
    base: price.listPrice,
    breaks: price.breaks.map(({ from, unitPrice }) => ({ from, rate: unitPrice })),
  };
}

/** By internal id or by name; the unit the item is sold in where none is given. */
function unitAsked(wanted: string | undefined, item: Item, books: Books): string | undefined {
  if (wanted === undefined) return item.sellingUnit;
  const { units } = books.units.of(item);
  return units.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase())?.name;
}

/** An order line knows its price level: a custom one for whatever no level leads to. */
function levelName({ reason }: PriceAnswer, { priceGroup }: Customer): string {
  if (reason === 'group') return PRICE_LEVELS.ofCode(priceGroup).name;
  return reason === 'list' ? BASE_LEVEL.name : CUSTOM_LEVEL.name;
}

/** A blank counts as not given; numbers are taken as text. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function argumentMissing(): NetsuiteError {
  return new NetsuiteError(400, 'SSS_MISSING_REQD_ARGUMENT', 'The script needs a customer and a list of items.');
}
