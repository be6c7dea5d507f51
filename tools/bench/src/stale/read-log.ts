import type { Change } from './checked-caches';
import { itemOf, type AcknowledgedChange, type Registered, type Verdict } from './messages';

const CHUNK = 100_000;
const FIELDS = 4;

interface LoggedRead {
  readonly start: number;
  /** What the answer showed of each thing in it. */
  readonly parts: readonly { readonly tag: string; readonly version: number }[];
}

/** Every read of one process, and what was acknowledged where and heard when; judged when all is over. */
export class ReadLog {
  readonly #chunks: Float64Array[] = [];
  #used = CHUNK;
  #reads = 0;
  /** By tag, in order: a tag has one change under way at a time. */
  readonly #acknowledged = new Map<string, AcknowledgedChange[]>();
  readonly #heard = new Map<string, number>();

  constructor(private readonly process: number) {}

  get reads(): number {
    return this.#reads;
  }

  read(key: number, start: number, { version, itemVersion }: Registered): void {
    if (this.#used === CHUNK) {
      this.#chunks.push(new Float64Array(CHUNK * FIELDS));
      this.#used = 0;
    }
    this.#chunks.at(-1)?.set([start, key, version, itemVersion], this.#used * FIELDS);
    this.#used += 1;
    this.#reads += 1;
  }

  acknowledged(change: AcknowledgedChange): void {
    const changes = this.#acknowledged.get(change.tag) ?? [];
    changes.push(change);
    this.#acknowledged.set(change.tag, changes);
  }

  /** This process applied a change that another one told of. */
  heard(change: Change, at: number): void {
    const name = nameOf(change);
    if (!this.#heard.has(name)) this.#heard.set(name, at);
  }

  verdict(): Verdict {
    const counts = { staleHere: 0, staleElsewhere: 0, staleAfterHeard: 0 };
    const lags: number[] = [];
    const own = [...this.#acknowledged.values()].flat().filter(({ process }) => process === this.process);
    const toldHere = own.filter(({ how }) => how === 'here').length;
    for (const { start, parts } of this.#logged()) {
      const missed = parts.flatMap(({ tag, version }) => this.#missed(tag, start, version));
      if (missed.length === 0) continue;
      if (missed.some(({ process }) => process === this.process)) counts.staleHere += 1;
      else {
        counts.staleElsewhere += 1;
        lags.push(missed.reduce((longest, { at }) => Math.max(longest, start - at), 0));
        if (missed.some((change) => (this.#heard.get(nameOf(change)) ?? Infinity) < start)) counts.staleAfterHeard += 1;
      }
    }
    return { reads: this.#reads, ...counts, lags, toldHere, busDelays: this.#busDelays() };
  }

  /** The changes that were acknowledged before a read began and that its answer did not show. */
  #missed(tag: string, start: number, version: number): readonly AcknowledgedChange[] {
    const changes = this.#acknowledged.get(tag) ?? [];
    // The nth change of a tag brings version n.
    let end = version;
    while ((changes[end]?.at ?? Infinity) < start) end += 1;
    return changes.slice(version, end);
  }

  /** Of changes that were told at once; what is owed is heard later. */
  #busDelays(): readonly number[] {
    return [...this.#acknowledged.values()].flat().flatMap((change) => {
      const at = this.#heard.get(nameOf(change));
      return at === undefined || change.how !== 'everywhere' ? [] : [at - change.from];
    });
  }

  *#logged(): Generator<LoggedRead> {
    for (const [index, chunk] of this.#chunks.entries()) {
      const used = index === this.#chunks.length - 1 ? this.#used : CHUNK;
      for (let at = 0; at < used * FIELDS; at += FIELDS) {
        const [start = 0, key = 0, version = 0, itemVersion = 0] = chunk.subarray(at, at + FIELDS);
        const item = { tag: `item:${itemOf(key)}`, version: itemVersion };
        yield { start, parts: [{ tag: `key:${key}`, version }, item] };
      }
    }
  }
}

function nameOf({ tag, version }: Change): string {
  return `${tag}@${version}`;
}
