import { addDecimals, compareDecimals, subtractDecimals, sumDecimals, type Decimal } from '@headwater/kernel';
import type { VendorAnswer, VendorRequest } from '../../simulator';
import { addDays } from '../../world/calendar';
import type { StockLevel } from '../../world/model/item';
import type { World } from '../../world/world';
import { companyOf, siteOf } from '../companies';
import { ExactNumber } from '../edm/value';
import { stockParts, type StockPart } from '../entities/stock-split';
import { jsonAnswer } from '../odata/fault';
import type { FscmOptions } from '../options';
import { readIndexQuery, type IndexQuery } from './index-query-body';

/** `POST /api/environment/{id}/onhand/indexquery`: stock of products in a partition, and what can be promised of it. */
export function answerIndexQuery(request: VendorRequest, world: World, options: FscmOptions): VendorAnswer {
  const query = readIndexQuery(request.body, world.today(), options);
  if (typeof query === 'string') return jsonAnswer(400, { error: { code: 'BadRequest', message: query } });
  return jsonAnswer(200, recordsOf(query, world));
}

function recordsOf(query: IndexQuery, world: World): readonly unknown[] {
  const legal = query.organizations.filter((organization) => companyOf(organization) !== undefined);
  return legal.flatMap(() =>
    query.products.flatMap((product) =>
      levelsOf(query, product, world).flatMap((level) => groupsOf(query, level).map((group) => recordOf(query, group))),
    ),
  );
}

function levelsOf({ sites, locations }: IndexQuery, product: string, world: World): readonly StockLevel[] {
  const item = world.items.get(product);
  if (item === undefined) return [];
  const wanted = new Set(locations.map((location) => location.toUpperCase()));
  return world.stock
    .ofItem(item.number)
    .filter(({ warehouse }) => wanted.has(warehouse.toUpperCase()) && sites.includes(siteOf(warehouse)));
}

interface Group {
  readonly level: StockLevel;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly onHand: Decimal;
  readonly allocated: Decimal;
  readonly onOrder: Decimal;
}

/** Without a grouping one record for the location; by colour one for each. */
function groupsOf({ groupBy, negatives }: IndexQuery, level: StockLevel): readonly Group[] {
  const byColor = Map.groupBy(stockParts(level), ({ color }) => (groupBy.includes('ColorId') ? color : ''));
  return [...byColor]
    .map(([color, parts]) => groupOf(level, parts, dimensionsOf(level, groupBy, color)))
    .filter(({ onHand }) => negatives === 'returned' || compareDecimals(onHand, '0') >= 0);
}

function dimensionsOf({ warehouse }: StockLevel, groupBy: readonly string[], color: string): Group['dimensions'] {
  const grouped: Group['dimensions'] = Object.fromEntries(
    groupBy.map((name) => [name, name === 'ColorId' ? color : '']),
  );
  return { SiteId: siteOf(warehouse), LocationId: warehouse, ...grouped };
}

function groupOf(level: StockLevel, parts: readonly StockPart[], dimensions: Group['dimensions']): Group {
  const sum = (of: (part: StockPart) => Decimal): Decimal => sumDecimals(parts.map(of));
  return {
    level,
    dimensions,
    onHand: sum(({ onHand }) => onHand),
    allocated: sum(({ allocated }) => allocated),
    onOrder: sum(({ onOrder }) => onOrder),
  };
}

function recordOf(query: IndexQuery, { level, dimensions, onHand, allocated, onOrder }: Group): unknown {
  const available = subtractDecimals(onHand, allocated);
  return {
    productId: level.item,
    dimensions,
    quantities: {
      fno: {
        physicalinvent: new ExactNumber(onHand),
        reservphysical: new ExactNumber(allocated),
        availphysical: new ExactNumber(available),
        ordered: new ExactNumber(onOrder),
      },
      iv: { availabletoreserve: new ExactNumber(available) },
    },
    ...(query.promise === undefined ? {} : promises(query.promise, { level, available, onOrder })),
  };
}

interface Promised {
  readonly level: StockLevel;
  readonly available: Decimal;
  readonly onOrder: Decimal;
}

/** Day by day: what is there, and from its arrival on what is on its way. */
function promises(
  { from, to }: NonNullable<IndexQuery['promise']>,
  { level, available, onOrder }: Promised,
): Readonly<Record<string, unknown>> {
  const later = addDecimals(available, onOrder);
  const arrival = level.nextReceiptOn;
  const days: [string, unknown][] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const onhand = arrival !== null && day >= arrival ? later : available;
    days.push([`${day}T00:00:00Z`, { iv: { onhand: new ExactNumber(onhand) } }]);
  }
  const isWithin = arrival !== null && arrival >= from && arrival <= to;
  return {
    quantitiesByDate: isWithin ? { [`${arrival}T00:00:00Z`]: { fno: { ordered: new ExactNumber(onOrder) } } } : {},
    atpQuantities: Object.fromEntries(days),
  };
}
