import type { CustomerPart, Item } from '../model/item';

export interface ItemSearch {
  /** A number or its start, a customer part number, a GTIN, a manufacturer part, or words of the description. */
  readonly q: string;
  readonly customer?: string | undefined;
  readonly includeInactive?: boolean | undefined;
}

/** Items by number, and by every other name they go by. */
export class ItemCatalogue {
  private readonly byNumber: Map<string, Item>;
  private readonly partsByCustomer: ReadonlyMap<string, readonly CustomerPart[]>;
  private readonly partsByItem: ReadonlyMap<string, readonly CustomerPart[]>;

  constructor(items: readonly Item[], parts: readonly CustomerPart[]) {
    this.byNumber = new Map(items.map((item) => [item.number, item]));
    this.partsByCustomer = Map.groupBy(parts, (part) => part.customer);
    this.partsByItem = Map.groupBy(parts, (part) => part.item);
  }

  get count(): number {
    return this.byNumber.size;
  }

  /** ERPs ignore the case of an item number. */
  get(number: string): Item | undefined {
    return this.byNumber.get(number) ?? this.byNumber.get(number.trim().toUpperCase());
  }

  all(): readonly Item[] {
    return [...this.byNumber.values()];
  }

  search({ q, customer, includeInactive = true }: ItemSearch): readonly Item[] {
    const words = q.trim().toUpperCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const wanted = q.trim().toUpperCase();
    const named =
      customer === undefined ? [] : this.partsOf(customer).filter((part) => part.part.toUpperCase() === wanted);
    const byPart = new Set(named.map((part) => part.item));
    return this.all().filter(
      (item) => (includeInactive || item.active) && (byPart.has(item.number) || answersTo(item, wanted, words)),
    );
  }

  partsOf(customer: string): readonly CustomerPart[] {
    return this.partsByCustomer.get(customer) ?? [];
  }

  partsNaming(item: string): readonly CustomerPart[] {
    return this.partsByItem.get(item) ?? [];
  }

  replace(item: Item): void {
    this.byNumber.set(item.number, item);
  }
}

function answersTo(item: Item, wanted: string, words: readonly string[]): boolean {
  if (item.number.startsWith(wanted) || item.gtin === wanted || item.manufacturerPart === wanted) return true;
  const text = `${item.description} ${item.description2}`.toUpperCase();
  return words.every((word) => text.includes(word));
}
