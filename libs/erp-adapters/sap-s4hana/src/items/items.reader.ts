import { boundedLimit, equalsText, type ODataFilter, parseVendor, withSiblings } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError, type ItemReader, type ItemSearch, type ItemView } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { keysetPage } from '../client/keyset';
import { ERP } from '../client/sap-error';
import { containsWords, wordsOf } from '../client/text-search';
import { personText, sameKey, textKey } from '../keys';
import { answered, readingOf, type SapContext } from '../sap-s4hana.context';
import { ITEM_LIST } from '../sap-s4hana.manifest';
import { toItemView } from './item.mapper';
import { DESCRIPTION_SHAPE, descriptionSchema, type ProductDescription } from './item.shapes';
import { descriptionsOf, productsOf, soldOf } from './product-reads';

/** Reads products by number and by description in the language of the connection. */
export function createItemReader(context: SapContext): ItemReader {
  return {
    search: (query, call) => readingOf(context, () => search(context, query, call)),
    get: ({ number }, call) => readingOf(context, () => itemInFull(context, textKey(number), call)),
  };
}

/** The set of descriptions holds the product number too, so one list serves both ways to search. */
function hits(context: SapContext, q: string): ODataFilter {
  const { language, textSearch } = context.settings;
  const starts = [...new Set([q, q.toUpperCase()])];
  return {
    all: [
      equalsText('Language', language),
      {
        any: [
          containsWords('ProductDescription', wordsOf(q), textSearch),
          ...starts.map((text) => ({ field: 'Product', test: 'startsWith' as const, text })),
        ],
      },
    ],
  };
}

async function search(context: SapContext, query: ItemSearch, call: ErpCall): Promise<Page<ItemView>> {
  const q = personText(query.q);
  const limit = boundedLimit(query.limit, ITEM_LIST);
  if (q === '') return { items: [], nextCursor: null };
  const question = {
    api: 'products',
    shape: DESCRIPTION_SHAPE,
    what: 'product descriptions',
    filter: hits(context, q),
  };
  const page = await keysetPage(
    context,
    { question: { ...question, api: 'products' }, direction: '+', keyField: 'Product', limit, cursor: query.cursor },
    call,
  );
  const found = page.items.map((row) => parseVendor(descriptionSchema, row, answered(context, 'product descriptions')));
  const items = await views(context, found, call);
  if (items.length === found.length) return { items, nextCursor: page.nextCursor };
  throw new ErpError('bad-response', `${ERP} describes a product that it does not know.`, {
    connectionId: context.connectionId,
  });
}

/** The products behind descriptions, in their order; one that has gone is left out. */
async function views(
  context: SapContext,
  found: readonly ProductDescription[],
  call: ErpCall,
): Promise<readonly ItemView[]> {
  if (found.length === 0) return [];
  const numbers = found.map(({ Product }) => Product);
  const { connectionId, settings } = context;
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [products, sold] = await Promise.all([
      productsOf(context, numbers, sibling),
      soldOf(context, numbers, sibling),
    ]);
    return found.flatMap(({ Product: number, ProductDescription: description }) => {
      const product = products.find((candidate) => sameKey(candidate.Product, number));
      if (product === undefined) return [];
      const isSold = sold.some((candidate) => sameKey(candidate, number));
      const { inactiveStatuses } = settings;
      return [toItemView({ connectionId, product, description, sold: isSold, inactiveStatuses })];
    });
  });
}

async function itemInFull(context: SapContext, number: string, call: ErpCall): Promise<ItemView> {
  const { connectionId, settings } = context;
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [products, descriptions, sold] = await Promise.all([
      productsOf(context, [number], sibling),
      descriptionsOf(context, [number], sibling),
      soldOf(context, [number], sibling),
    ]);
    const product = products.find((candidate) => sameKey(candidate.Product, number));
    if (product === undefined) throw new ErpError('not-found', `${ERP} has no such item.`, { connectionId });
    return toItemView({
      connectionId,
      product,
      description: descriptions.find((candidate) => sameKey(candidate.Product, number))?.ProductDescription,
      sold: sold.some((candidate) => sameKey(candidate, number)),
      inactiveStatuses: settings.inactiveStatuses,
    });
  });
}
