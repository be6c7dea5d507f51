import type { ErpCall } from '@headwater/erp-contracts';
import { type Decimal, sumDecimals } from '@headwater/kernel';
import { plantsOf, productsOf } from '../items/product-reads';
import { sameKey } from '../keys';
import type { SapContext } from '../sap-s4hana.context';
import { countsOnHand, type StockQuestion, stockRows } from './stock-rows';
import type { StockRow } from './stock.shapes';

/** Stock of one item in one plant, added up over batches and storage locations. */
export interface StockPlace {
  /** As it was asked for. */
  readonly item: string;
  readonly plant: string;
  readonly onHand: Decimal;
  readonly unit: string;
}

export interface FoundStock {
  readonly places: readonly StockPlace[];
  readonly notFound: readonly string[];
}

/** Where the items are kept, and how much there is. An item nobody keeps is named. */
export async function stockPlaces(context: SapContext, question: StockQuestion, call: ErpCall): Promise<FoundStock> {
  if (context.settings.shownPlants === 'stocked') return stocked(context, question, call);
  const { items } = question;
  const [rows, products, plants] = await Promise.all([
    stockRows(context, question, call),
    productsOf(context, items, call),
    plantsOf(context, items, call),
  ]);
  const isShown = shownPlant(context, question);
  const places = items.flatMap((item) => {
    const product = products.find((candidate) => sameKey(candidate.Product, item));
    if (product === undefined) return [];
    const mine = rows.filter((row) => sameKey(row.Material, item));
    const kept = plants.filter((candidate) => sameKey(candidate.Product, item)).map(({ Plant }) => Plant);
    const all = [...new Set([...kept, ...mine.flatMap(({ Plant }) => Plant ?? [])])].filter(isShown).sort();
    return all.map((plant) => placeOf(context, { item, plant, unit: product.BaseUnit }, mine));
  });
  return { places, notFound: items.filter((item) => !products.some(({ Product }) => sameKey(Product, item))) };
}

/** Without the product API only stock rows tell what there is, so those of all plants are read. */
async function stocked(context: SapContext, question: StockQuestion, call: ErpCall): Promise<FoundStock> {
  const rows = await stockRows(context, { items: question.items, plant: undefined }, call);
  const isShown = shownPlant(context, question);
  const places = question.items.flatMap((item) => {
    const mine = rows.filter((row) => sameKey(row.Material, item));
    const [first] = mine;
    if (first === undefined) return [];
    const plants = [...new Set(mine.flatMap(({ Plant }) => Plant ?? []))].filter(isShown).sort();
    return plants.map((plant) => placeOf(context, { item, plant, unit: first.MaterialBaseUnit }, mine));
  });
  return { places, notFound: question.items.filter((item) => !rows.some((row) => sameKey(row.Material, item))) };
}

function shownPlant({ settings }: SapContext, { plant: asked }: StockQuestion): (plant: string) => boolean {
  return (plant) =>
    (asked === undefined || plant === asked) && (settings.plants.size === 0 || settings.plants.has(plant));
}

function placeOf(context: SapContext, place: Omit<StockPlace, 'onHand'>, rows: readonly StockRow[]): StockPlace {
  const quantities = rows
    .filter((row) => row.Plant === place.plant && countsOnHand(context, row))
    .map(({ MatlWrhsStkQtyInMatlBaseUnit }) => MatlWrhsStkQtyInMatlBaseUnit);
  return { ...place, onHand: sumDecimals(quantities) };
}
