/**
 * The copy a middleware-bridged CRM works from. It exists to be measured against, and nowhere else: this folder is the
 * one place where lint lets operational data be kept, and it keeps it in memory and throws it away with the day.
 */
export class StockStore {
  readonly #available = new Map<string, string>();

  put(item: string, available: string): void {
    this.#available.set(item, available);
  }

  get(item: string): string | undefined {
    return this.#available.get(item);
  }
}

export class OrderStore {
  readonly #statuses = new Map<string, string>();

  put(order: string, status: string): void {
    this.#statuses.set(order, status);
  }

  get(order: string): string | undefined {
    return this.#statuses.get(order);
  }
}

export class PriceStore {
  readonly #prices = new Map<string, string>();

  put(customer: string, item: string, price: string): void {
    this.#prices.set(keyOf(customer, item), price);
  }

  get(customer: string, item: string): string | undefined {
    return this.#prices.get(keyOf(customer, item));
  }
}

function keyOf(customer: string, item: string): string {
  return JSON.stringify([customer, item]);
}
