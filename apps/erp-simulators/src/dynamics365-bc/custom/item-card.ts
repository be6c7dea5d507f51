import { sumDecimals, type Decimal } from '@headwater/kernel';
import type { Item, StockLevel } from '../../world/model/item';
import { decimal, defineEntity, flag, text } from '../odata/entity';
import type { Pins } from '../odata/pins';
import type { Reading } from '../reading';
import { itemsFor } from '../sets/candidates';
import { entitySet } from '../sets/entity-set';

/** A card as the page shows it: its quantities are those of the location its flow filter names, else of all. */
interface Card {
  readonly item: Item;
  readonly location: string | undefined;
}

function total({ item, location }: Card, { world }: Reading, of: (level: StockLevel) => Decimal): Decimal {
  const levels = world.stock.ofItem(item.number);
  return sumDecimals(levels.filter(({ warehouse }) => location === undefined || location === warehouse).map(of));
}

const itemCard = defineEntity<Card>({
  name: 'ItemCard',
  key: 'No',
  properties: {
    No: text(({ item }) => item.number),
    Description: text(({ item }) => item.description),
    Description_2: text(({ item }) => item.description2),
    Blocked: flag(({ item }) => !item.active),
    Type: text(() => 'Inventory'),
    Base_Unit_of_Measure: text(({ item }) => item.unit),
    Sales_Unit_of_Measure: text(({ item }) => item.sellingUnit),
    Item_Category_Code: text(({ item }) => item.category),
    GTIN: text(({ item }) => item.gtin ?? ''),
    Unit_Price: decimal(({ item }) => item.listPrice ?? '0'),
    Unit_Cost: decimal(({ item }) => item.cost),
    Inventory: decimal((source, reading) => total(source, reading, ({ onHand }) => onHand)),
    Qty_on_Purch_Order: decimal((source, reading) => total(source, reading, ({ onOrder }) => onOrder)),
    Qty_on_Sales_Order: decimal((source, reading) => total(source, reading, ({ committed }) => committed)),
    Location_Filter: text(({ location }) => location ?? ''),
    Variant_Filter: text(() => ''),
    Date_Filter: text(() => ''),
  },
});

function cardsFor(reading: Reading, pins: Pins): readonly Card[] {
  const filters = pins.of('Location_Filter');
  const cards = itemsFor(reading, pins, ['SystemId', 'No']);
  return (filters ?? [undefined]).flatMap((location) => cards.map((item) => ({ item, location })));
}

/** The classic item page, published as a web service. Its flow filters are parameters that end in `Filter`. */
export const itemCardSet = entitySet('ItemCard', itemCard, cardsFor);
