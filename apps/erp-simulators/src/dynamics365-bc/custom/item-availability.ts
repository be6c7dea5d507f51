import type { StockLevel } from '../../world/model/item';
import { WAREHOUSES } from '../../world/organisation';
import { allocatedOf, availableOf } from '../../world/stock/stock-ledger';
import { systemId } from '../identifiers';
import { date, decimal, defineEntity, guid, text } from '../odata/entity';
import type { Pins } from '../odata/pins';
import { dateOrEmpty, type Reading } from '../reading';
import { itemsFor } from '../sets/candidates';
import { entitySet } from '../sets/entity-set';

const itemAvailability = defineEntity<StockLevel>({
  name: 'itemAvailability',
  properties: {
    id: guid(({ item, warehouse }, { company }) => systemId('itemAvailability', company, `${item}|${warehouse}`)),
    itemNumber: text(({ item }) => item),
    locationCode: text(({ warehouse }) => warehouse),
    locationName: text(({ warehouse }) => WAREHOUSES.find(({ code }) => code === warehouse)?.name ?? ''),
    quantityOnHand: decimal(({ onHand }) => onHand),
    /** Promised to orders, or kept back for other reasons. */
    quantityReserved: decimal(allocatedOf),
    quantityAvailable: decimal(availableOf),
    quantityOnPurchaseOrder: decimal(({ onOrder }) => onOrder),
    nextReceiptDate: date(({ nextReceiptOn }, reading) => dateOrEmpty(nextReceiptOn, reading)),
    unitOfMeasureCode: text(({ item }, { world }) => world.items.get(item)?.unit ?? ''),
  },
});

function levelsFor(reading: Reading, pins: Pins): readonly StockLevel[] {
  return itemsFor(reading, pins, ['itemId', 'itemNumber']).flatMap(({ number }) => reading.world.stock.ofItem(number));
}

/** Stock per location, which the standard API does not have: a page of the tenant's own. */
export const itemAvailabilitySet = entitySet('itemAvailability', itemAvailability, levelsFor);
