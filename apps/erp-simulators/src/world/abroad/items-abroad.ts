import { sumDecimals, type CalendarDate } from '@headwater/kernel';
import { addDays } from '../calendar';
import type { Item, StockLevel } from '../model/item';
import type { Order } from '../model/order';
import { demandOf, stockKey } from '../stock/stock-ledger';

interface ItemAbroad extends Pick<Item, 'number' | 'description' | 'category' | 'listPrice' | 'cost'> {
  /** On the shelf of the main warehouse. */
  readonly onHand: string;
}

export const PUMP = 'PUMP-INLINE-CR5';
export const WASHER = 'WSHR-SPRING-M6';
export const O_RING = 'ORING-NBR-4X2';

/** A count as only a scanner gone wrong makes it, and as it then stands in the ERP: 20 digits, no double holds them. */
export const VAST_COUNT = '12345678901234567890';

const ITEMS: readonly ItemAbroad[] = [
  {
    number: PUMP,
    description: 'Inline pump CR5, 10 stages',
    category: 'MOTR',
    listPrice: '815.00',
    cost: '498.00',
    onHand: '14',
  },
  {
    number: WASHER,
    description: 'Spring washer M6, zinc',
    category: 'FAST',
    listPrice: '0.95',
    cost: '0.41',
    onHand: VAST_COUNT,
  },
  {
    number: O_RING,
    description: 'O-ring NBR 70, 4 x 2 mm',
    category: 'SEAL',
    listPrice: '0.0400',
    cost: '0.0125',
    onHand: '48000',
  },
];

/** What the customers abroad buy; nobody else does, so that the seeded stock and prices stay as they are. */
export function buildItemsAbroad(today: CalendarDate): readonly Item[] {
  return ITEMS.map(({ onHand: _, ...item }, at) => ({
    ...item,
    description2: 'Tidewell export range',
    unit: 'EA',
    units: [{ unit: 'EA', factor: 1 }],
    sellingUnit: 'EA',
    manufacturer: 'Tidewell',
    manufacturerPart: `TW${880_001 + at}`,
    gtin: null,
    active: true,
    substitutes: [],
    breaks: [],
    createdOn: addDays(today, -1_300),
  }));
}

export function buildStockAbroad(orders: readonly Order[]): readonly StockLevel[] {
  const demand = orders.flatMap((order) => [...demandOf(order)]);
  return ITEMS.map(({ number, onHand }) => ({
    item: number,
    warehouse: 'MAIN',
    onHand,
    committed: sumDecimals(demand.filter(([key]) => key === stockKey(number, 'MAIN')).map(([, owed]) => owed)),
    reserved: '0',
    onOrder: '0',
    nextReceiptOn: null,
  }));
}
