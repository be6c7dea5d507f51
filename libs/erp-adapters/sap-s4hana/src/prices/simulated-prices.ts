import { type ErpCall, ErpError, type PriceQuery, type PriceQuestion, type PriceView } from '@headwater/erp-contracts';
import { inTurn } from '../client/in-turn';
import { ERP } from '../client/sap-error';
import { ensureCustomer } from '../customers/customer-reads';
import { productsOf } from '../items/product-reads';
import { plainKey, sameKey } from '../keys';
import type { SapContext } from '../sap-s4hana.context';
import { toPriceView } from './price.mapper';
import { simulate } from './simulation';

/** Simulations at the same time; each takes SAP a second or more. */
const SIMULATION_WIDTH = 3;

/** The price of each question in their order, `undefined` for an item without one. */
export type Quoted = readonly (PriceView | undefined)[];

/**
 * Lets SAP price all items at once. It refuses the whole order for one item it cannot sell; then unknown items are
 * left out, and only where that does not help each item is priced on its own, so that one wrong number does not take
 * the prices of the others.
 */
export async function simulatedPrices(context: SapContext, query: PriceQuery, call: ErpCall): Promise<Quoted> {
  const items = await withUnits(context, query.items, call);
  const whole = await attempt(context, { ...query, items }, call);
  if (whole.prices !== undefined) return whole.prices;
  const known = await knownItems(context, items, call);
  if (known.length === 0) return items.map(() => undefined);
  const some = known.length === items.length ? whole : await attempt(context, { ...query, items: known }, call);
  const prices = some.prices ?? (await oneByOne(context, { ...query, items: known }, call));
  return items.map((item) => prices[known.indexOf(item)]);
}

/** The base unit stands for a unit nobody named; SAP itself would take the sales unit. */
async function withUnits(
  context: SapContext,
  items: readonly PriceQuestion[],
  call: ErpCall,
): Promise<readonly PriceQuestion[]> {
  const bare = items.filter(({ unit }) => unit === undefined).map(({ item }) => plainKey(item));
  if (bare.length === 0) return items;
  const products = await productsOf(context, [...new Set(bare)], call);
  return items.map((question) => {
    const product = products.find(({ Product }) => sameKey(Product, question.item));
    return product === undefined || question.unit !== undefined ? question : { ...question, unit: product.BaseUnit };
  });
}

async function knownItems(
  context: SapContext,
  items: readonly PriceQuestion[],
  call: ErpCall,
): Promise<readonly PriceQuestion[]> {
  const products = await productsOf(context, [...new Set(items.map(({ item }) => plainKey(item)))], call);
  return items.filter(({ item }) => products.some(({ Product }) => sameKey(Product, item)));
}

/** Prices, or none where SAP refused the order as a whole. */
async function attempt(
  context: SapContext,
  query: PriceQuery,
  call: ErpCall,
): Promise<{ readonly prices: Quoted | undefined }> {
  const { connectionId, settings } = context;
  try {
    const priced = await simulate(context, query, call);
    const prices = query.items.map((question, index) => {
      const item = priced[index];
      return item === undefined ? undefined : toPriceView(question, item, { connectionId, ...settings });
    });
    return { prices };
  } catch (error) {
    if (error instanceof ErpError && REFUSALS.has(error.code)) return { prices: undefined };
    throw error;
  }
}

/** How SAP says that it cannot sell what stands in the order. */
const REFUSALS: ReadonlySet<string> = new Set(['invalid-request', 'not-found']);

async function oneByOne(context: SapContext, query: PriceQuery, call: ErpCall): Promise<Quoted> {
  const answers = await inTurn(query.items, SIMULATION_WIDTH, (item) =>
    attempt(context, { ...query, items: [item] }, call),
  );
  if (answers.some(({ prices }) => prices !== undefined)) return answers.map(({ prices }) => prices?.[0]);
  // Where SAP prices not one known item, the items are not the reason.
  await ensureCustomer(context, plainKey(query.customer), call);
  throw new ErpError('invalid-request', `${ERP} prices none of these items; check order type and sales area.`, {
    connectionId: context.connectionId,
  });
}
