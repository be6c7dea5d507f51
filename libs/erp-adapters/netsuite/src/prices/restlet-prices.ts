import { parseVendor, withSiblings } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError, type ErpErrorCode, type PriceQuery, type PriceView } from '@headwater/erp-contracts';
import { warehouseOf } from '../availability/availability.mapper';
import { locationRows } from '../availability/stock-rows';
import { ERP } from '../client/erp-name';
import { errorInBody } from '../client/vendor-failure';
import { customerRow } from '../customers/customer-rows';
import { distinctNumbers, itemRows } from '../items/item-rows';
import { answered, type NetsuiteContext, textKey, today, unknown } from '../netsuite.context';
import type { PriceScript } from '../settings/netsuite.settings';
import { chunked } from '../sql/reads';
import { toExactPriceView } from './exact-price.mapper';
import { type KnownQuestion, knownQuestions } from './price-question';
import { pricedItemsSchema, type PricedRow } from './restlet.schema';

/** What a RESTlet call asks for beside the items. */
interface Terms {
  readonly customer: string;
  readonly date: string;
  readonly location?: string;
}

/**
 * The customer's own prices: a RESTlet lets NetSuite's pricing fill an order that is never saved. It knows internal
 * ids only, so these are read first.
 */
export async function quoteByRestlet(
  context: NetsuiteContext,
  { script, query }: { readonly script: PriceScript; readonly query: PriceQuery },
  call: ErpCall,
): Promise<readonly PriceView[]> {
  const numbers = distinctNumbers(query.items.map(({ item }) => item));
  const customerKey = textKey(context, query.customer, 'customer');
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [customer, items, location] = await Promise.all([
      customerRow(context, customerKey, sibling),
      itemRows(context, numbers, sibling),
      locationId(context, query.warehouse, sibling),
    ]);
    const terms: Terms = { customer: customer.id, date: query.on ?? today(context), ...location };
    const known = knownQuestions(query.items, items);
    const parts = chunked(known, context.settings.pricesPerCall).map(async (part) => {
      const body = await context.client.restlet(script, requestOf(terms, part), sibling);
      return viewsOf(context, part, rowsOf(context, part, body));
    });
    return (await Promise.all(parts)).flat();
  });
}

async function locationId(
  context: NetsuiteContext,
  warehouse: string | undefined,
  call: ErpCall,
): Promise<{ readonly location?: string }> {
  if (warehouse === undefined || !context.settings.multiLocation) return {};
  const rows = await locationRows(context, call);
  const row = rows.find((candidate) => warehouseOf(candidate, context.settings).key === warehouse.trim());
  if (row === undefined) throw unknown(context, 'warehouse');
  return { location: row.id };
}

function requestOf(terms: Terms, part: readonly KnownQuestion[]) {
  return {
    customer: terms.customer,
    items: part.map(({ question, item }) => ({
      item: item.id,
      quantity: question.quantity,
      ...(question.unit === undefined ? {} : { unit: question.unit }),
    })),
    date: terms.date,
    ...(terms.location === undefined ? {} : { location: terms.location }),
  };
}

/** One row for each item, in the order asked: a price that may be another item's is worse than none. */
function rowsOf(context: NetsuiteContext, part: readonly KnownQuestion[], body: unknown): readonly PricedRow[] {
  const { items } = parseVendor(pricedItemsSchema, body, answered(context, 'the price RESTlet'));
  const isInOrder = items.length === part.length && items.every((row, index) => row.item === part[index]?.item.id);
  if (isInOrder) return items;
  throw new ErpError('bad-response', `The price RESTlet of ${ERP} answered other items than it was asked for.`, {
    connectionId: context.connectionId,
  });
}

/** What one item says of all: the script may not ask any more, or not for this user. */
const OF_ALL: ReadonlySet<ErpErrorCode> = new Set(['rate-limited', 'unauthorized', 'forbidden', 'timeout']);

/** An item the RESTlet could not price is left out, to be named by who asked. */
function viewsOf(
  context: NetsuiteContext,
  part: readonly KnownQuestion[],
  rows: readonly PricedRow[],
): readonly PriceView[] {
  const { connectionId, clock } = context;
  const reading = { erp: ERP, connectionId, nowEpochMs: clock.now(), notFound: 'unavailable', sent: '' } as const;
  return rows.flatMap((row, index) => {
    const failure = errorInBody(row, reading);
    if (failure !== undefined && OF_ALL.has(failure.code)) throw failure;
    const known = part[index];
    return known === undefined || failure !== undefined ? [] : (toExactPriceView(row, known, context) ?? []);
  });
}
