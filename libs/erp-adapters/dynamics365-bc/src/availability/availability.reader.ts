import { equalsText, parseVendor, refuseLargeBatch, withSiblings } from '@headwater/erp-adapter-kit';
import type {
  AvailabilityQuery,
  AvailabilityReader,
  AvailabilityView,
  BatchPage,
  ErpCall,
} from '@headwater/erp-contracts';
import { numberIs, sameKey } from '../client/search-words';
import { answered, type BcContext, readingOf } from '../dynamics365-bc.context';
import { MAX_BATCH } from '../dynamics365-bc.lists';
import type { NamedCode } from '../names/names';
import { toAvailabilityView, toItemCardView } from './availability.mapper';
import { byMeaning, itemCardSchema, stockSchema } from './availability.schema';

/** Reads stock by location, from the tenant's extension or from the published item page; the standard API has none. */
export function createAvailabilityReader(context: BcContext): AvailabilityReader {
  return {
    list: (query, call) =>
      readingOf(context, async () => {
        refuseLargeBatch(query.items.length, MAX_BATCH);
        if (query.items.length === 0) return { items: [], nextCursor: null, notFound: [] };
        return withSiblings(call.signal, (signal) => stock(context, query, { ...call, signal }));
      }),
  };
}

async function stock(
  context: BcContext,
  query: AvailabilityQuery,
  call: ErpCall,
): Promise<BatchPage<AvailabilityView>> {
  const read = context.settings.availability === 'item-card' ? fromItemCard : fromExtension;
  const views = await read(context, query, call);
  const isFound = (item: string): boolean => views.some((view) => view.item === item);
  return {
    items: query.items.flatMap((item) => views.filter((view) => view.item === item)),
    nextCursor: null,
    notFound: [...new Set(query.items.filter((item) => !isFound(item)))],
  };
}

async function fromExtension(
  context: BcContext,
  { items, warehouse }: AvailabilityQuery,
  call: ErpCall,
): Promise<readonly AvailabilityView[]> {
  const { connectionId, settings } = context;
  const filters = [
    numberIs('itemNumber', items),
    ...(warehouse === undefined ? [] : [equalsText('locationCode', warehouse)]),
  ];
  const asked = { from: 'extension', set: settings.sets.availability, what: 'stock' } as const;
  const rows = await context.client.rows({ ...asked, query: { filter: { all: filters } } }, call);
  return rows
    .map((row) => parseVendor(stockSchema, row, answered(context, 'stock')))
    .flatMap((row) =>
      askedFor(items, row.itemNumber).map((item) =>
        toAvailabilityView(row, { connectionId, item, unitWhereNone: settings.unitWhereNone }),
      ),
    );
}

function askedFor(items: readonly string[], number: string): readonly string[] {
  return [...new Set(items.filter((item) => sameKey(item, number)))];
}

/** A field ending in `Filter` is a parameter of the page: it is asked once per location. */
async function fromItemCard(
  context: BcContext,
  { items, warehouse }: AvailabilityQuery,
  call: ErpCall,
): Promise<readonly AvailabilityView[]> {
  const all = await context.names.all('locations', call);
  const locations = warehouse === undefined ? all : all.filter(({ code }) => sameKey(code, warehouse));
  const parts = await Promise.all(locations.map((location) => ofLocation(context, { items, location }, call)));
  return parts.flat();
}

interface AtLocation {
  readonly items: readonly string[];
  readonly location: NamedCode;
}

async function ofLocation(
  context: BcContext,
  { items, location }: AtLocation,
  call: ErpCall,
): Promise<readonly AvailabilityView[]> {
  const { connectionId, settings } = context;
  const { itemCardFields: fields, itemCardPage, unitWhereNone } = settings;
  const filter = { all: [equalsText(fields.locationFilter, location.code), numberIs(fields.item, items)] };
  const rows = await context.client.rows({ from: 'page', set: itemCardPage, query: { filter }, what: 'stock' }, call);
  return rows
    .map((row) => parseVendor(itemCardSchema, byMeaning(row, fields), answered(context, 'stock')))
    .flatMap((row) =>
      askedFor(items, row.item).map((item) => toItemCardView(row, location, { connectionId, item, unitWhereNone })),
    );
}
