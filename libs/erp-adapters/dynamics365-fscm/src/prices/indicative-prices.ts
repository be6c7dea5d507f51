import { withSiblings } from '@headwater/erp-adapter-kit';
import type { BatchPage, ErpCall, PriceQuery, PriceQuestion, PriceView } from '@headwater/erp-contracts';
import type { CalendarDate, Decimal } from '@headwater/kernel';
import { type FscmContext, refTo } from '../dynamics365-fscm.context';
import { distinctKeys } from '../entities/key-chunks';
import { sameKey } from '../entities/keys';
import { itemRows } from '../items/item-rows';
import { type BasePriceRow, basePriceShape } from '../items/item.schema';
import { present } from '../present';
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

function priceView(context: FscmContext, question: PriceQuestion, book: PriceBook): PriceView | undefined {
  const row = book.items.find((item) => sameKey(item.ItemNumber, question.item));
  if (row === undefined) return undefined;
  const unit = question.unit ?? row.InventoryUnitSymbol;
  const { currency } = book.customer;
  const list = basePrice(row, { unit, currency, companyCurrency: context.settings.companyCurrency });
  const agreed = findAgreement(book.agreements, {
    item: row.ItemNumber,
    quantity: question.quantity,
    unit,
    inventoryUnit: row.InventoryUnitSymbol,
    currency,
    customer: book.customer.number,
    group: book.customer.group,
    warehouse: book.warehouse,
    on: book.on,
  });
  const found = agreed ?? (list === undefined ? undefined : atBasePrice(list));
  return found === undefined ? undefined : toPriceView(found, { context, question, unit, currency, list });
}

function atBasePrice(unitPrice: Decimal): FoundPrice {
  return { unitPrice, reason: 'list', validUntil: undefined, breaks: [] };
}

interface ViewSetting {
  readonly context: FscmContext;
  readonly question: PriceQuestion;
  readonly unit: string;
  readonly currency: string;
  readonly list: Decimal | undefined;
}

function toPriceView(found: FoundPrice, { context, question, unit, currency, list }: ViewSetting): PriceView {
  const money = (amount: Decimal) => ({ amount, currency });
  return present({
    ref: refTo(context, 'price', question.item),
    // As it was asked for: Dynamics 365 ignores case and may spell it otherwise.
    item: question.item,
    quantity: { value: question.quantity, unit },
    unit,
    unitPrice: money(found.unitPrice),
    listPrice: list === undefined ? undefined : money(list),
    discount: discountPercent(list, found.unitPrice),
    reason: found.reason,
    breaks: found.breaks.map(({ from, unitPrice }) => ({ from, unitPrice: money(unitPrice) })),
    validUntil: found.validUntil,
    indicative: true,
  });
}
