import type { Load, ReadPolicy } from './cache-read';
import { type Entries, JITTER } from './entries';
import { failureKind } from './failure-kind';
import { fetchedBefore, type FlightLoad, type FlightOutcome, type FlightStart } from './flight';
import { sealAndWeigh } from './seal';
import type { SharedAnswer, SharedLevel } from './shared-level';

/** Values above are kept in this process alone: to put them into words would hold up everyone else. */
const MAX_SHARED_BYTES = 2 * 1024 * 1024;

export interface LandedLoad {
  readonly outcome: FlightOutcome;
  readonly policy: ReadPolicy;
  /** The outcome was still true when it arrived. */
  readonly isKept: boolean;
}

/** What a load does with the level that processes share: looks there first, and leaves there what it fetched. */
export class SharedReads {
  constructor(
    private readonly shared: SharedLevel,
    private readonly entries: Entries,
  ) {}

  /** The load, preceded by a look at the shared level unless somebody asked past everything kept. */
  before(key: string, policy: ReadPolicy, load: Load<unknown>): FlightLoad {
    return async (signal, departure) => {
      const { start, notBefore } = departure;
      const found = notBefore === undefined ? await this.#newerThanKept(key, policy) : undefined;
      if (found?.isFresh === true) {
        return { value: found.value, tags: found.tags, origin: { fetchedAt: found.fetchedAt } };
      }
      if (found !== undefined) this.#adopt(key, { found, start, policy });
      signal.throwIfAborted();
      return load(signal, departure);
    };
  }

  after(key: string, { outcome, policy, isKept }: LandedLoad): void {
    if (outcome.kind === 'value') {
      if (isKept && outcome.from === 'source' && outcome.bytes <= MAX_SHARED_BYTES) this.#keep(key, outcome, policy);
      return;
    }
    const kind = failureKind(outcome.error.code);
    if (kind === 'absent' || kind === 'refused') this.shared.drop(key, kind);
  }

  /** Time never runs backwards for a reader: what is older than what this process knows already is of no use. */
  async #newerThanKept(key: string, { ttlMs }: ReadPolicy): Promise<SharedAnswer | undefined> {
    const knownAt = this.entries.fetchedAt(key);
    const question = { key, maxAgeMs: ttlMs * (1 - JITTER), olderToo: knownAt === undefined };
    const found = await this.shared.find(question);
    return found !== undefined && (knownAt === undefined || found.fetchedAt > knownAt) ? found : undefined;
  }

  #adopt(key: string, { found, start, policy }: { found: SharedAnswer; start: FlightStart; policy: ReadPolicy }): void {
    const { value, fetchedAt, isChanged, tags } = found;
    const adopted = {
      value,
      bytes: sealAndWeigh(value),
      start: fetchedBefore(start, { fetchedAt }),
      changedAlready: isChanged,
    };
    this.entries.adopt(key, adopted, { ...policy, tags });
  }

  #keep(key: string, outcome: Extract<FlightOutcome, { kind: 'value' }>, policy: ReadPolicy): void {
    const { value, tags, start } = outcome;
    if (start.shared === undefined) return;
    const keepMs = Math.max(policy.ttlMs, policy.lastKnownMs);
    this.shared.keep({ key, value, tags, keepMs, fetchedAt: start.fetchedAt, stamp: start.shared });
  }
}
