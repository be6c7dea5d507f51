import { connectionOfTag } from '../gateway/scoped-tags';

/** How many invalidations touched a connection, whatever they were of. */
export type Generation = number;

/**
 * One generation for each connection, which every invalidation of anything in it raises. Coarser than tags on purpose:
 * what a vendor call depends on is not known before its answer has been read.
 */
export class ConnectionGenerations {
  #sequence: Generation = 0;
  #everything: Generation = 0;
  readonly #latest = new Map<string, Generation>();

  of(connectionId: string): Generation {
    return Math.max(this.#everything, this.#latest.get(connectionId) ?? 0);
  }

  invalidated(tags: readonly string[] | 'everything'): void {
    this.#sequence += 1;
    if (tags === 'everything') {
      this.#everything = this.#sequence;
      this.#latest.clear();
      return;
    }
    for (const tag of tags) this.#latest.set(connectionOfTag(tag), this.#sequence);
  }
}
