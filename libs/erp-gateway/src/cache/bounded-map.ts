export interface Weighed {
  readonly bytes: number;
}

export interface Bounds {
  readonly maxEntries: number;
  readonly maxBytes: number;
}

/**
 * A map that forgets the least recently used first, bounded by count and by weight.
 *
 * Why not a package: cache-manager answers by promise (a hit would cost a microtask instead of a map look-up), its
 * in-memory store copies through JSON, and its own `wrap` and `set` are what this cache must not offer. An insertion
 * ordered `Map` is all an LRU needs.
 */
export class BoundedMap<V extends Weighed> {
  readonly #entries = new Map<string, V>();
  #bytes = 0;

  constructor(private readonly bounds: Bounds) {}

  get size(): number {
    return this.#entries.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  /** Takes the entry in, unless it alone is heavier than the whole bound. */
  put(key: string, entry: V): void {
    if (entry.bytes > this.bounds.maxBytes) return;
    this.remove(key);
    this.#entries.set(key, entry);
    this.#bytes += entry.bytes;
    this.#evict();
  }

  remove(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
  }

  removeWhere(isUseless: (entry: V) => boolean): void {
    for (const [key, entry] of this.#entries) {
      if (isUseless(entry)) this.remove(key);
    }
  }

  #evict(): void {
    for (const key of this.#entries.keys()) {
      if (this.#entries.size <= this.bounds.maxEntries && this.#bytes <= this.bounds.maxBytes) return;
      this.remove(key);
    }
  }
}
