import type { Clock } from '@headwater/kernel';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Acknowledgement, SharedFollower, SharedStamp } from '../cache/shared-level';
import type { Invalidation } from '../cache/generations';
import type { Timers } from '../timers';
import { type BusMessage, parseMessage, type Said, sealSaid } from './bus-message';
import { BusPosition } from './bus-position';
import { OwedInvalidations } from './owed-invalidations';
import type { RedisLink } from './redis-link';
import { JOIN, LOOK, TELL } from './scripts';
import type { Sealer } from './sealer';
import type { ServerClock } from './server-clock';
import type { SharedNames } from './shared-names';
import { whenDone } from './when-done';

export interface BusDeps {
  readonly link: RedisLink;
  readonly sealer: Sealer;
  readonly names: SharedNames;
  readonly serverClock: ServerClock;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly events: BusEvents;
}

export interface BusEvents {
  stateChanged(state: 'following' | 'behind' | 'cut'): void;
  /** A message of another process took this long, in milliseconds. */
  delayed(ms: number): void;
  flushed(kind: Invalidation): void;
  noted(note: unknown): void;
}

type Told = 'told' | 'failed' | 'other-epoch';

/** How long an acknowledgement waits for Redis before the others are owed it. */
const TELL_MS = 500;
const JOIN_MS = 1_000;
const MOST_TAGS = 200_000;
const MOST_OWED = 20_000;

const bytes = z.instanceof(Buffer).transform(String);
const joinedSchema = z.tuple([bytes, z.number(), z.number(), bytes.transform(Number)]);
const lookSchema = z.tuple([bytes, z.number(), bytes.transform(Number)]);
const toldSchema = z.number().nullable();

/**
 * Follows the invalidations of all processes and tells them of this one's. Sure of its position, it has applied every
 * invalidation there is; unsure, it joins anew and assumes that whatever may have been missed did happen.
 */
export class Bus {
  readonly #position = new BusPosition();
  readonly #owed = new OwedInvalidations(MOST_OWED);
  readonly #publisher = randomUUID();
  readonly #followers = new Set<SharedFollower>();
  #isSure = false;
  #isPaying = false;
  /** How far the numbers had got at the last look; all of them must have come as messages by the next. */
  #looked: { readonly epoch: string; readonly sequence: number } | undefined;
  #joining: Promise<void> | undefined;

  constructor(private readonly deps: BusDeps) {}

  get owes(): boolean {
    return this.#isPaying || !this.#owed.isEmpty;
  }

  /** The epoch whose generations may be relied on; undefined while this process may have missed something, or owes it. */
  get epoch(): string | undefined {
    return this.#isSure && !this.owes ? this.#position.epoch : undefined;
  }

  stamp(): SharedStamp | undefined {
    const { epoch } = this;
    return epoch === undefined ? undefined : { epoch, sequence: this.#position.applied };
  }

  follow(follower: SharedFollower): void {
    this.#followers.add(follower);
  }

  /** Both connections stand: whatever was said meanwhile is caught up with. */
  connected(): void {
    this.#becomeUnsure('behind');
    void this.join();
  }

  cut(): void {
    this.#becomeUnsure('cut');
  }

  hear(text: string): void {
    const message = parseMessage(text, this.deps.sealer);
    if (message === undefined) return;
    const order = this.#position.take(message.epoch, message.sequence);
    if (order === 'known') return;
    if (message.publisher !== this.#publisher) this.#apply(message);
    if (order === 'gap') this.doubt();
  }

  /** Something does not fit what this process believes: it joins anew. */
  doubt(): void {
    if (!this.deps.link.isConnected) return;
    this.#becomeUnsure('behind');
    void this.join();
  }

  /** Tells everyone, or leaves it owed. Never rejects. */
  async tell(said: Said): Promise<Acknowledgement> {
    const first = await this.#tellOnce(said);
    if (first === 'told' || (first === 'other-epoch' && (await this.#tellOnce(said)) === 'told')) return 'everywhere';
    if (said.tags.length > 0 || said.all === true) this.#owed.add(said);
    return 'here';
  }

  /** Compares with Redis; says whether a message that must have come by now did not. Rejects without an answer in time. */
  async look(): Promise<'as-expected' | 'silent'> {
    const { link, names, serverClock } = this.deps;
    const reply = await link.run(LOOK, { keys: [names.generations], args: [], deadlineMs: JOIN_MS });
    const [epoch, sequence, micros] = lookSchema.parse(reply);
    serverClock.note(micros);
    const expected = this.#looked?.epoch === epoch ? this.#looked.sequence : 0;
    this.#looked = { epoch, sequence };
    if (epoch !== this.#position.epoch || !this.#isSure) this.doubt();
    else if (this.owes) await this.#payOwed();
    return this.#isSure && this.#position.applied < expected ? 'silent' : 'as-expected';
  }

  /** Becomes sure of the position. Never rejects: the next look tries again. */
  join(): Promise<void> {
    this.#joining ??= this.#join()
      .catch(() => undefined)
      .finally(() => (this.#joining = undefined));
    return this.#joining;
  }

  async #join(): Promise<void> {
    const { link, names, serverClock } = this.deps;
    for (let attempts = 0; attempts < 3 && !this.#isSure && link.isConnected; attempts += 1) {
      const { epoch, applied } = this.#position;
      const args = [epoch ?? '', applied, randomUUID()];
      const reply = await link.run(JOIN, { keys: [names.generations], args, deadlineMs: JOIN_MS });
      const [joined, sequence, hard, micros] = joinedSchema.parse(reply);
      serverClock.note(micros);
      if (!link.isConnected) return;
      const missed = this.#position.join({ epoch: joined, sequence, hard });
      if (missed !== undefined) this.#flush(missed);
      if (this.#position.isUnsure) continue;
      this.#isSure = true;
      await this.#payOwed();
      if (this.#isSure) this.deps.events.stateChanged('following');
    }
  }

  /** Until all is told nothing is taken from Redis, so the order does not matter. */
  async #payOwed(): Promise<void> {
    if (this.#isPaying) return;
    this.#isPaying = true;
    try {
      for (const said of this.#owed.take()) {
        if ((await this.#publish(said)) !== 'told') this.#owed.add(said);
      }
    } finally {
      this.#isPaying = false;
    }
  }

  /** Waits for a joining that is under way, and joins where the epoch turns out to be another. */
  async #tellOnce(said: Said): Promise<Told> {
    const { timers } = this.deps;
    if (!this.#isSure && this.#joining !== undefined) await whenDone(this.#joining, { timers, ms: TELL_MS });
    const outcome = await this.#publish(said);
    if (outcome === 'other-epoch') await whenDone(this.join(), { timers, ms: TELL_MS });
    return outcome;
  }

  async #publish(said: Said): Promise<Told> {
    const { link, names, sealer } = this.deps;
    const { epoch } = this.#position;
    if (!this.#isSure || epoch === undefined) return 'failed';
    const { kind, all, tags } = said;
    const args = [epoch, this.#publisher, kind, all === true ? 'all' : 'some', names.tags(tags), MOST_TAGS];
    const call = { keys: [names.generations, names.bus], args: [...args, sealSaid(said, sealer)], deadlineMs: TELL_MS };
    try {
      if (toldSchema.parse(await link.run(TELL, call)) !== null) return 'told';
    } catch {
      // Not connected, too late, or out of memory: whether it got through or not, it is told once more.
      return 'failed';
    }
    this.#becomeUnsure('behind');
    return 'other-epoch';
  }

  #apply({ said, publishedAt }: BusMessage): void {
    const now = this.deps.serverClock.microsAt(this.deps.clock.monotonic());
    if (now !== undefined) this.deps.events.delayed(Math.max(0, (now - publishedAt) / 1000));
    if (said === undefined || said.all === true) return this.#flush(said?.kind ?? 'hard');
    if (said.tags.length > 0) for (const follower of this.#followers) follower.invalidated(said.tags, said.kind);
    if (said.note !== undefined) this.deps.events.noted(said.note);
  }

  #flush(kind: Invalidation): void {
    for (const follower of this.#followers) follower.flushed(kind);
    this.deps.events.flushed(kind);
  }

  #becomeUnsure(state: 'behind' | 'cut'): void {
    this.#isSure = false;
    this.deps.events.stateChanged(state);
  }
}
