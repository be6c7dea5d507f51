import { present, refuseLargeBatch, withSiblings } from '@headwater/erp-adapter-kit';
import type {
  AvailabilityQuery,
  AvailabilityReader,
  AvailabilityView,
  BatchPage,
  ErpCall,
} from '@headwater/erp-contracts';
import type { Decimal } from '@headwater/kernel';
import { readingOf, refTo, type SapContext } from '../sap-s4hana.context';
import { MAX_BATCH } from '../sap-s4hana.manifest';
import { type CheckedPlace, checkedPlaces } from './atp';
import { type StockPlace, stockPlaces } from './stock-places';

/** Reads stock per item and plant, and where a setting says so what SAP itself promises of it. */
export function createAvailabilityReader(context: SapContext): AvailabilityReader {
  return { list: (query, call) => readingOf(context, () => availability(context, query, call)) };
}

async function availability(
  context: SapContext,
  query: AvailabilityQuery,
  call: ErpCall,
): Promise<BatchPage<AvailabilityView>> {
  refuseLargeBatch(query.items.length, MAX_BATCH);
  const asked = [...new Set(query.items.map((item) => item.trim()))].filter((item) => item !== '');
  const items = asked.filter((item) => item.isWellFormed());
  const impossible = asked.filter((item) => !item.isWellFormed());
  if (items.length === 0) return { items: [], nextCursor: null, notFound: impossible };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const { places, notFound } = await stockPlaces(context, { items, plant: query.warehouse?.trim() }, sibling);
    const checked = await checkedPlaces(context, places, sibling);
    const views = places.map((place, index) => toAvailabilityView(context, place, checked[index]));
    return { items: views, nextCursor: null, notFound: [...notFound, ...impossible] };
  });
}

/** SAP's stock tells neither what is allocated nor what is on order, so neither is said. */
function toAvailabilityView(
  context: SapContext,
  place: StockPlace,
  checked: CheckedPlace | undefined,
): AvailabilityView {
  const { item, plant, unit, onHand } = place;
  const inUnit = (value: Decimal) => ({ value, unit });
  const name = context.settings.plants.get(plant);
  return present({
    ref: refTo(context, 'availability', `${item}@${plant}`),
    item,
    warehouse: plant,
    warehouseName: name === '' ? undefined : name,
    onHand: inUnit(onHand),
    available: inUnit(checked?.available ?? onHand),
    nextReceiptOn: checked?.nextOn,
  });
}
