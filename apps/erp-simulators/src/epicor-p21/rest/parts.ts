import type { Item } from '../../world/model/item';
import { locationId } from '../p21-keys';
import { QUANTITY_SCALE, type Scene } from '../tables/column';
import { exact, fixed } from '../wire/exact-number';
import { BUSINESS_EXCEPTION, P21Error } from '../wire/p21-error';
import { endpointNotFound, page, webServerNotFound } from '../wire/pages';
import { replyOf } from '../wire/reply';
import { answerPriceBatch, answerSinglePrice } from './pricing';
import { answering, never, refusedWrite, type RestAnswer, type RestAsk } from './rest-ask';

/** `/api/inventory/parts…`, also as `/api/inventory/v2/parts…`. */
export function answerParts(ask: RestAsk): RestAnswer {
  const { request, rest } = ask;
  const [itemId = '', version = '', verb = ''] = rest;
  if (request.method === 'POST' && rest.length === 1 && itemId.toLowerCase() === 'prices') return answerPriceBatch(ask);
  if (request.method !== 'GET') return refusedWrite(ask, `${request.method} on parts`);
  // The web server takes an encoded slash for one that separates folders.
  if (/%2f/i.test(request.rawPath)) return webServerNotFound();
  if (itemId === '') return listOf(ask);
  if (rest.length === 1)
    return itemId === 'help' ? page(200, 'Operations at this endpoint', 'parts') : partOf(ask, itemId);
  if (rest.length === 3 && version === 'v2' && verb === 'price' && !isBlind(ask, itemId)) {
    return answerSinglePrice(ask, itemId);
  }
  return endpointNotFound();
}

/** The whole item master, which takes no end on real tables. */
function listOf(ask: RestAsk): RestAnswer {
  if (ask.scene.options.partsList === 'hangs') return never();
  return answering(ask, () =>
    replyOf(
      200,
      'Part',
      ask.scene.world.items.all().map((item) => partRecord(ask, item, 'childless')),
    ),
  );
}

/** `new` and `ping` are item ids like any other here, and some items of `inv_mast` are not known. */
function partOf(ask: RestAsk, itemId: string): RestAnswer {
  return answering(ask, () => {
    const item = isBlind(ask, itemId) ? undefined : ask.scene.world.items.get(itemId);
    if (item === undefined) throw new P21Error(404, BUSINESS_EXCEPTION, 'Your query did not yield any results.');
    const wanted = ask.request.query.get('extendedproperties');
    return replyOf(200, 'Part', partRecord(ask, item, wanted === '*' ? 'with-locations' : 'childless'));
  });
}

function isBlind({ scene }: RestAsk, itemId: string): boolean {
  const { restBlindEvery } = scene.options;
  const item = scene.world.items.get(itemId);
  return item !== undefined && restBlindEvery > 0 && scene.keys.itemPlace(item.number) % restBlindEvery === 3;
}

/** Children stay null unless all are asked for; fields of the site's own are told empty even where they are not. */
function partRecord({ scene }: RestAsk, item: Item, children: 'childless' | 'with-locations'): unknown {
  return {
    ItemId: item.number,
    InvMastUid: scene.keys.itemUid(item.number),
    ItemDesc: item.description,
    ExtendedDesc: item.description2,
    DefaultSellingUnit: item.sellingUnit,
    BaseUnit: item.unit,
    DeleteFlag: item.active ? 'N' : 'Y',
    Locations: children === 'childless' ? null : { list: locationsOf(scene, item) },
    Suppliers: null,
    UnitsOfMeasure: null,
    UserDefinedFields: {},
  };
}

function locationsOf({ world }: Scene, item: Item): readonly unknown[] {
  return world.stock.ofItem(item.number).map((level) => ({
    LocationId: Number(locationId(level.warehouse)),
    QtyOnHand: exact(fixed(level.onHand, QUANTITY_SCALE)),
    QtyAllocated: exact(fixed(level.committed, QUANTITY_SCALE)),
  }));
}
