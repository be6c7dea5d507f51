import type { Item } from '../../world/model/item';

/** All items stand in one SuiteQL table, but each type has a record type of its own. */
export interface ItemType {
  readonly code: 'InvtPart' | 'Assembly';
  readonly name: string;
  readonly record: string;
}

const INVENTORY: ItemType = { code: 'InvtPart', name: 'Inventory Item', record: 'inventoryItem' };
const ASSEMBLY: ItemType = { code: 'Assembly', name: 'Assembly', record: 'assemblyItem' };

export const ITEM_TYPES: readonly ItemType[] = [INVENTORY, ASSEMBLY];

/** Controls and hoses are put together in house. */
const ASSEMBLED: ReadonlySet<string> = new Set(['CTRL', 'HOSE']);

export function itemTypeOf({ category }: Item): ItemType {
  return ASSEMBLED.has(category) ? ASSEMBLY : INVENTORY;
}
