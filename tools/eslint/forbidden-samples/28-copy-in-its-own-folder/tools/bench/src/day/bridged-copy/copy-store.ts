export class OrderStore {
  readonly #statuses = new Map<string, string>();

  put(order: string, status: string): void {
    this.#statuses.set(order, status);
  }
}
