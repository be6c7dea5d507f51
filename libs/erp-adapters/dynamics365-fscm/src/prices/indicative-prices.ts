import { present, withSiblings } from '@headwater/erp-adapter-kit';
import type { BatchPage, ErpCall, PriceQuery, PriceQuestion, PriceView } from '@headwater/erp-contracts';
import type { CalendarDate, Decimal } from '@headwater/kernel';
import { type FscmContext, refTo } from '../dynamics365-fscm.context';
import { distinctKeys } from '../entities/key-chunks';
import { sameKey } from '../entities/keys';
import { itemRows } from '../items/item-rows';
import { type BasePriceRow, basePriceShape } from '../items/item.schema';
import { findAgreement, type FoundPrice } from './agreement-search';
import type { AgreementRow } from './agreement.schema';
import { agreementsOn } from './agreements';
import { basePrice } from './base-price';
import { type PriceCustomer, priceCustomer } from './price-customer';
import { discountPercent } from './unit-price';

interface PriceBook {
  readonly customer: PriceCustomer;
  readonly items: readonly BasePriceRow[];
  readonly agreements: readonly AgreementRow[];
  readonly warehouse: string | undefined;
  readonly on: CalendarDate;
}

/** Prices out of the records Dynamics 365 prices by. Discounts are not among them, so they are only indicative. */
export async function indicativePrices(
  context: FscmContext,
  { query, on }: { readonly query: PriceQuery; readonly on: CalendarDate },
  call: ErpCall,
): Promise<BatchPage<PriceView>> {
  const items = distinctKeys(query.items.map(({ item }) => item));
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [customer, rows, agreements] = await Promise.all([
      priceCustomer(context, query.customer, sibling),
      itemRows(context, { shape: basePriceShape, items }, sibling),
      agreementsOn(context, { customer: query.customer.trim(), items, on }, sibling),
    ]);
    const book: PriceBook = { customer, items: rows, agreements, warehouse: query.warehouse, on };
    const priced = query.items.map((question) => ({ question, view: priceView(context, question, book) }));
    return {
      items: priced.map(({ view }) => view).filter((view) => view !== undefined),
      nextCursor: null,
      notFound: distinctKeys(priced.filter(({ view }) => view === undefined).map(({ question }) => question.item)),
    };
  });
}

/** A unit to look for a price in; with the quantity where that is counted in it. */
interface PriceUnit {
  readonly unit: string;
  readonly quantity: Decimal | undefined;
}

/**
 * The unit that was asked for. Where none was, the inventory unit, and after it the sales unit: what is stocked by the
 * piece is often priced by the box, and how many pieces are in one is not known here.
 */
function unitsOf({ unit, quantity }: PriceQuestion, row: BasePriceRow): readonly PriceUnit[] {
  if (unit !== undefined) return [{ unit, quantity }];
  const own = { unit: row.InventoryUnitSymbol, quantity };
  const sales = row.SalesUnitSymbol ?? own.unit;
  return sameKey(sales, own.unit) ? [own] : [own, { unit: sales, quantity: undefined }];
}

function priceView(context: FscmContext, question: PriceQuestion, book: PriceBook): PriceView | undefined {
  const row = book.items.find((item) => sameKey(item.ItemNumber, question.item));
  if (row === undefined) return undefined;
  const asked = question.unit ?? row.InventoryUnitSymbol;
  for (const candidate of unitsOf(question, row)) {
    const found = foundIn(context, candidate, { row, book });
    if (found !== undefined) return toPriceView(found, { context, question, asked, currency: book.customer.currency });
  }
  return undefined;
}

interface PriceInUnit {
  readonly unit: string;
  readonly price: FoundPrice;
  readonly list: Decimal | undefined;
}

function foundIn(
  { settings }: FscmContext,
  { unit, quantity }: PriceUnit,
  { row, book }: { readonly row: BasePriceRow; readonly book: PriceBook },
): PriceInUnit | undefined {
  const { number, group, currency } = book.customer;
  const list = basePrice(row, { unit, currency, companyCurrency: settings.companyCurrency });
  const agreed = findAgreement(book.agreements, {
    item: row.ItemNumber,
    quantity,
    unit,
    inventoryUnit: row.InventoryUnitSymbol,
    currency,
    customer: number,
    group,
    warehouse: book.warehouse,
    on: book.on,
  });
  const price = agreed ?? (list === undefined ? undefined : atBasePrice(list));
  return price === undefined ? undefined : { unit, price, list };
}

function atBasePrice(unitPrice: Decimal): FoundPrice {
  return { unitPrice, reason: 'list', validUntil: undefined, breaks: [] };
}

interface ViewSetting {
  readonly context: FscmContext;
  readonly question: PriceQuestion;
  /** The unit the quantity is counted in. */
  readonly asked: string;
  readonly currency: string;
}

function toPriceView({ unit, price, list }: PriceInUnit, setting: ViewSetting): PriceView {
  const { context, question, asked, currency } = setting;
  const money = (amount: Decimal) => ({ amount, currency });
  return present({
    ref: refTo(context, 'price', question.item),
    // As it was asked for: Dynamics 365 ignores case and may spell it otherwise.
    item: question.item,
    quantity: { value: question.quantity, unit: asked },
    unit,
    unitPrice: money(price.unitPrice),
    listPrice: list === undefined ? undefined : money(list),
    discount: discountPercent(list, price.unitPrice),
    reason: price.reason,
    breaks: price.breaks.map(({ from, unitPrice }) => ({ from, unitPrice: money(unitPrice) })),
    validUntil: price.validUntil,
    indicative: true,
  });
}
