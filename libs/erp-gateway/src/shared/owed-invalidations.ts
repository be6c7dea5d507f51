import type { Invalidation } from '../cache/generations';
import type { Said } from './bus-message';

/**
 * Invalidations that the other processes could not be told of. As long as any is owed, nothing is taken from the shared
 * level: it does not know of them.
 */
export class OwedInvalidations {
  readonly #tags = new Map<string, Invalidation>();
  #all: Invalidation | undefined;

  /** `capacity`: how many tags are remembered one by one; beyond it everything counts as changed. */
  constructor(private readonly capacity: number) {}

  get isEmpty(): boolean {
    return this.#tags.size === 0 && this.#all === undefined;
  }

  add({ tags, kind, all }: Said): void {
    if (all === true) this.#all = harder(kind, this.#all);
    for (const tag of tags) this.#tags.set(tag, harder(kind, this.#tags.get(tag)));
    if (this.#tags.size <= this.capacity) return;
    for (const owed of this.#tags.values()) this.#all = harder(owed, this.#all);
    this.#tags.clear();
  }

  /** Hands over everything owed; whoever takes it adds back what could not be told. */
  take(): readonly Said[] {
    const of = (kind: Invalidation): readonly string[] =>
      [...this.#tags].filter(([, owed]) => owed === kind).map(([tag]) => tag);
    const all: readonly Said[] = this.#all === undefined ? [] : [{ kind: this.#all, all: true, tags: [] }];
    const some = (['hard', 'soft'] as const).map((kind) => ({ kind, tags: of(kind) }));
    this.#tags.clear();
    this.#all = undefined;
    return [...all, ...some.filter(({ tags }) => tags.length > 0)];
  }
}

function harder(one: Invalidation, other: Invalidation | undefined): Invalidation {
  return other === 'hard' ? 'hard' : one;
}
