import fc from 'fast-check';
import { settled } from './manual-clock';

/**
 * A monotone register behind a cache: every change raises a version, is acknowledged, and from then on no read that
 * starts may bring a lower one. Reads, slow loads, changes and the passing of time are interleaved at random.
 */
export type Step =
  | { readonly do: 'read'; readonly key: number; readonly mode: 'cached' | 'fresh' }
  | { readonly do: 'go-away'; readonly reader: number }
  | { readonly do: 'answer' | 'fail'; readonly load: number }
  | { readonly do: 'change-key'; readonly key: number }
  | { readonly do: 'change-item'; readonly item: number }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'settle' };

/** What one load saw: the version of its key, and of the items its answer holds. */
export interface Seen {
  readonly key: number;
  readonly version: number;
  readonly items: readonly { readonly item: number; readonly version: number }[];
  readonly loadBegan: number;
}

export type SeenLoad = (signal: AbortSignal) => Promise<{ readonly value: Seen; readonly tags: readonly string[] }>;

/** The cache under test. `read` gives undefined where it has no unlabelled value to give. */
export interface CheckedCache {
  read(
    key: number,
    how: { readonly mode: 'cached' | 'fresh'; readonly signal: AbortSignal },
    load: SeenLoad,
  ): Promise<Seen | undefined>;
  invalidate(tag: string): Promise<void>;
  pass(ms: number): Promise<void>;
}

export interface Verdict {
  readonly reads: number;
  readonly answered: number;
  readonly stale: number;
  /** Asked past the cache, and answered by a load that had begun before. */
  readonly notFresh: number;
  readonly mostLoadsOfOneKey: number;
}

export const KEYS = 3;
export const ITEMS = 4;

const index = fc.nat({ max: 30 });
const key = fc.nat({ max: KEYS - 1 });
const mode = fc.oneof({ weight: 6, arbitrary: fc.constant('cached' as const) }, fc.constant('fresh' as const));

/** Histories of steps; `items: 0` for caches that know no tags but the key. */
export function histories({ items }: { readonly items: number }): fc.Arbitrary<Step[]> {
  const steps: fc.WeightedArbitrary<Step>[] = [
    { weight: 12, arbitrary: fc.record({ do: fc.constant('read' as const), key, mode }) },
    { weight: 8, arbitrary: fc.record({ do: fc.constant('answer' as const), load: index }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const), load: index }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('change-key' as const), key }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('go-away' as const), reader: index }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 4_000 }) }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
  ];
  const changeItem = fc.record({
    do: fc.constant('change-item' as const),
    item: fc.nat({ max: Math.max(0, items - 1) }),
  });
  if (items > 0) steps.push({ weight: 4, arbitrary: changeItem });
  return fc.array(fc.oneof(...steps), { minLength: 20, maxLength: 150, size: 'max' });
}

/** Plays one history against a cache and counts. */
export async function check(
  cache: CheckedCache,
  history: readonly Step[],
  { items }: { readonly items: number },
): Promise<Verdict> {
  const register = new Register(cache, items);
  for (const step of history) await register.play(step);
  return register.finish();
}

interface RunningLoad {
  readonly key: number;
  readonly signal: AbortSignal;
  readonly answer: () => void;
  readonly fail: () => void;
}

class Register {
  readonly #versions = new Map<string, number>();
  readonly #acknowledged = new Map<string, number>();
  readonly #readers: AbortController[] = [];
  readonly #reads: Promise<void>[] = [];
  #running: RunningLoad[] = [];
  #clock = 0;
  #answered = 0;
  #stale = 0;
  #notFresh = 0;
  #mostLoadsOfOneKey = 0;

  constructor(
    private readonly cache: CheckedCache,
    private readonly items: number,
  ) {}

  async play(step: Step): Promise<void> {
    this.#clock += 1;
    switch (step.do) {
      case 'read':
        this.#reads.push(this.#read(step.key, step.mode));
        return;
      case 'go-away':
        this.#readers[step.reader % Math.max(1, this.#readers.length)]?.abort();
        return;
      case 'answer':
      case 'fail':
        this.#running[step.load % Math.max(1, this.#running.length)]?.[step.do]();
        return;
      case 'change-key':
        return this.#change(`key:${step.key}`);
      case 'change-item':
        return this.#change(`item:${step.item}`);
      case 'pass':
        return this.cache.pass(step.ms);
      case 'settle':
        return settled();
    }
  }

  async finish(): Promise<Verdict> {
    for (await settled(); this.#running.length > 0; await settled()) this.#running[0]?.answer();
    await Promise.all(this.#reads);
    const counts = { answered: this.#answered, stale: this.#stale, notFresh: this.#notFresh };
    return { reads: this.#reads.length, ...counts, mostLoadsOfOneKey: this.#mostLoadsOfOneKey };
  }

  async #change(tag: string): Promise<void> {
    const version = this.#versionOf(tag) + 1;
    this.#versions.set(tag, version);
    await this.cache.invalidate(tag);
    this.#acknowledged.set(tag, version);
  }

  async #read(key: number, mode: 'cached' | 'fresh'): Promise<void> {
    const began = this.#clock;
    const floors = new Map(this.#acknowledged);
    const reader = new AbortController();
    this.#readers.push(reader);
    const seen = await this.cache.read(key, { mode, signal: reader.signal }, (signal) => this.#load(key, signal));
    if (seen === undefined) return;
    this.#answered += 1;
    const isOld = (tag: string, version: number): boolean => version < (floors.get(tag) ?? 0);
    const stale =
      isOld(`key:${key}`, seen.version) || seen.items.some(({ item, version }) => isOld(`item:${item}`, version));
    if (stale || seen.key !== key) this.#stale += 1;
    if (mode === 'fresh' && seen.loadBegan < began) this.#notFresh += 1;
  }

  /** The ERP looks at the register when the load begins; its answer arrives when the history says so. */
  #load(key: number, signal: AbortSignal): Promise<{ value: Seen; tags: readonly string[] }> {
    const version = this.#versionOf(`key:${key}`);
    const held = [key, key + version].filter(() => this.items > 0).map((item) => item % this.items);
    const items = held.map((item) => ({ item, version: this.#versionOf(`item:${item}`) }));
    const value: Seen = { key, version, items, loadBegan: this.#clock };
    return new Promise((resolve, reject) => {
      const end = (act: () => void) => (): void => {
        this.#running = this.#running.filter((load) => load !== running);
        act();
      };
      const tags = items.map(({ item }) => `item:${item}`);
      const answer = end(() => resolve({ value, tags }));
      const fail = end(() => reject(new Error('The register is away.')));
      const running: RunningLoad = { key, signal, answer, fail };
      signal.addEventListener('abort', fail);
      this.#running.push(running);
      const ofThisKey = this.#running.filter((load) => load.key === key).length;
      this.#mostLoadsOfOneKey = Math.max(this.#mostLoadsOfOneKey, ofThisKey);
    });
  }

  #versionOf(tag: string): number {
    return this.#versions.get(tag) ?? 0;
  }
}
