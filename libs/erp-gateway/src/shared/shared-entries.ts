import type { Clock } from '@headwater/kernel';
import { z } from 'zod';
import type { SharedAnswer, SharedEntry, SharedQuestion } from '../cache/shared-level';
import type { Bus } from './bus';
import type { RedisLink } from './redis-link';
import { FIND, KEEP } from './scripts';
import type { Sealer } from './sealer';
import type { ServerClock } from './server-clock';
import type { SharedNames } from './shared-names';

export interface SharedEntriesDeps {
  readonly link: RedisLink;
  readonly bus: Bus;
  readonly sealer: Sealer;
  readonly names: SharedNames;
  readonly serverClock: ServerClock;
  readonly clock: Clock;
  /** How long a reader waits for what another process may have kept. */
  readonly patienceMs: number;
}

/** Nobody waits for these. */
const KEEP_MS = 250;
const MOST_KEEPS_AT_A_TIME = 64;
const MOST_TAGS = 5_000;

const text = z.instanceof(Buffer).transform(String);
const micros = text.transform(Number);
const replySchema = z.union([
  z.tuple([z.enum(['fresh', 'older', 'changed']).or(text), micros, micros, z.instanceof(Buffer)]),
  z.tuple([text, micros]),
]);
const keptSchema = z.object({ value: z.unknown().optional(), tags: z.array(z.string()) });

/**
 * The values that processes share. A value is given out only if none of its tags has a higher generation in Redis, at
 * the moment it is read there, than the stamp it was fetched under: what this process has heard so far does not matter.
 */
export class SharedEntries {
  #keeping = 0;

  constructor(private readonly deps: SharedEntriesDeps) {}

  async find({ key, maxAgeMs, olderToo }: SharedQuestion): Promise<SharedAnswer | undefined> {
    const { bus, link, names, clock } = this.deps;
    const { epoch } = bus;
    if (epoch === undefined || !link.isResponsive) return undefined;
    const askedAt = clock.monotonic();
    const entry = names.entry(key);
    const args = [epoch, Math.floor(maxAgeMs * 1000), olderToo ? 'older-too' : 'fresh-only'];
    try {
      const reply = await link.run(FIND, { keys: [names.generations, entry], args, deadlineMs: this.deps.patienceMs });
      return await this.#answer(replySchema.parse(reply), { entry, askedAt });
    } catch {
      // Not connected, too late or not readable: the source is asked, as if nothing were kept.
      return undefined;
    }
  }

  keep(entry: SharedEntry): void {
    const { link, bus } = this.deps;
    if (this.#keeping >= MOST_KEEPS_AT_A_TIME || entry.tags.length > MOST_TAGS) return;
    if (bus.epoch !== entry.stamp.epoch || !link.isResponsive) return;
    this.#keeping += 1;
    void this.#keep(entry)
      .catch(() => undefined)
      .finally(() => (this.#keeping -= 1));
  }

  drop(key: string, why: 'absent' | 'refused'): void {
    const { bus, link, names } = this.deps;
    if (why === 'refused') void bus.tell({ kind: 'hard', tags: [tagOf(key)] });
    else if (link.isResponsive) void link.command('UNLINK', [names.entry(key)], KEEP_MS).catch(() => undefined);
  }

  /** What left Redis at some moment since it was asked is dated as if it had left right then. */
  async #answer(
    [state, now, fetchedAt, sealed]: z.output<typeof replySchema>,
    { entry, askedAt }: { readonly entry: string; readonly askedAt: number },
  ): Promise<SharedAnswer | undefined> {
    this.deps.serverClock.note(now);
    if (state === 'epoch') this.deps.bus.doubt();
    if (fetchedAt === undefined || sealed === undefined) return undefined;
    const opened = await this.deps.sealer.open(sealed, entry);
    if (opened === undefined) return undefined;
    const { value, tags } = keptSchema.parse(JSON.parse(opened));
    const ageMs = Math.max(0, (now - fetchedAt) / 1000);
    return { value, tags, fetchedAt: askedAt - ageMs, isFresh: state === 'fresh', isChanged: state === 'changed' };
  }

  async #keep({ key, value, tags, fetchedAt, keepMs, stamp }: SharedEntry): Promise<void> {
    const { link, bus, names, sealer, serverClock } = this.deps;
    const entry = names.entry(key);
    const sealed = await sealer.seal(JSON.stringify({ value, tags }), entry);
    const at = serverClock.microsAt(fetchedAt);
    // What was owed while it was sealed is unknown to Redis, so it could not refuse a value older than that.
    if (bus.epoch !== stamp.epoch || at === undefined) return;
    const args = [stamp.epoch, stamp.sequence, at, Math.floor(keepMs), names.tags([...tags, tagOf(key)]), sealed];
    await link.run(KEEP, { keys: [names.generations, entry], args, deadlineMs: KEEP_MS });
  }
}

/** A tag of each entry's own, by which it alone can be invalidated. */
function tagOf(key: string): string {
  return `entry ${key}`;
}
