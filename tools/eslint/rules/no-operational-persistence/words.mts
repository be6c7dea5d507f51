/**
 * Words of what lives in the ERP, in the singular. A name holding one of them names operational data, and nothing
 * that keeps data at rest may carry such a name.
 */
const OPERATIONAL: ReadonlySet<string> = new Set([
  'order',
  'ordered',
  'orderline',
  'salesorder',
  'backorder',
  'backordered',
  'inventory',
  'stock',
  'stocked',
  'onhand',
  'warehouse',
  'availability',
  'allocation',
  'replenishment',
  'price',
  'priced',
  'pricing',
  'pricelist',
  'discount',
  'rebate',
  'surcharge',
  'shipment',
  'shipped',
  'carrier',
  'fulfillment',
  'fulfilment',
  'invoice',
  'invoiced',
  'receivable',
  'payable',
  'payment',
  'ageing',
  'aging',
  'overdue',
  'credit',
]);

/** Two harmless words whose pair is operational. */
const OPERATIONAL_PAIRS: ReadonlySet<string> = new Set([
  'on hand',
  'past due',
  'tracking number',
  'open balance',
  'purchase history',
]);

/** Here "order" means the order of things. */
const SORTING = /^(?:sort|display|tab|column|row|stage|field) order$|^order by$/;

/** The words of a name in camelCase, PascalCase, snake_case, kebab-case or with dots, in lower case. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** The first operational word in a name; undefined where it holds none. */
export function operationalWordIn(name: string): string | undefined {
  const words = wordsOf(name).map(singular);
  const sorting = (at: number): boolean => SORTING.test(pair(words, at - 1)) || SORTING.test(pair(words, at));
  const at = words.findIndex((word, index) => OPERATIONAL.has(word) && !sorting(index));
  return at < 0 ? words.map((_, index) => pair(words, index)).find((two) => OPERATIONAL_PAIRS.has(two)) : words[at];
}

function pair(words: readonly string[], at: number): string {
  return `${words[at] ?? ''} ${words[at + 1] ?? ''}`;
}

/** Enough English for a table name: orders, inventories, prices. */
export function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
