import type { Clock } from '@headwater/kernel';
import { randomUUID } from 'node:crypto';
import type { ConcurrencyGovernor, GovernedPlace, PlaceRequest } from '../../resilience/concurrency-governor';
import type { CancelTimer, Timers } from '../../timers';
import type { RedisLink } from '../redis-link';
import type { SharedNames } from '../shared-names';
import { AccountQueue } from './account-queue';
import { HeldLeases } from './held-leases';
import { BORROWING_MS, HEARD_OF_MS, LEASE_MS, LONGEST_CALL_MS, RENEW_EVERY_MS } from './lease-terms';
import { GIVE_BACK, LEAVE, RENEW, TAKE } from './place-scripts';

export interface RedisConcurrencyGovernorDeps {
  readonly link: RedisLink;
  readonly names: SharedNames;
  readonly clock: Clock;
  readonly timers: Timers;
  /** How many processes share the accounts when all are up. */
  readonly replicas: number;
}

const TAKE_MS = 250;
const RENEW_MS = 1_000;
const PATIENCE_MS = 1_000;
/** Background calls stand behind everyone who came within this time after them. */
const BEHIND_MS = 3_600_000;

interface Attempt {
  readonly account: string;
  readonly limit: number;
  readonly ticket: string;
  readonly priority: PlaceRequest['priority'];
}

/**
 * Counts places over all processes, as leases in Redis. Without Redis each process has its share of the places: at once
 * where nobody had more than its share, else when whoever had must be done. The ERP's limit holds throughout.
 */
export class RedisConcurrencyGovernor implements ConcurrencyGovernor {
  readonly #process = randomUUID();
  readonly #queues = new Map<string, AccountQueue>();
  readonly #held: HeldLeases;
  #isKnown = false;
  #knownAt: number;
  #leases = 0;
  /** Somebody may hold more than its share, as far as this process was told. */
  #othersMayBorrow = false;
  #borrowedAt = -Infinity;
  #cancelRenewal: CancelTimer = () => undefined;

  constructor(private readonly deps: RedisConcurrencyGovernorDeps) {
    this.#knownAt = deps.clock.monotonic();
    this.#held = new HeldLeases();
    this.#renewLater();
  }

  get channel(): string {
    return `${this.deps.names.prefix}:freed`;
  }

  /** Places this process has taken at an account. */
  taken(account: string): number {
    return this.#held.countOf(account);
  }

  async acquire(request: PlaceRequest): Promise<GovernedPlace> {
    const { account, signal } = request;
    signal.throwIfAborted();
    const lease = await this.#queueOf(account).join(request);
    let isHeld = true;
    return {
      release: () => {
        if (isHeld) this.#release(account, lease);
        isHeld = false;
      },
    };
  }

  connected(): void {
    void this.#renew();
  }

  cut(): void {
    this.#isKnown = false;
  }

  /** Another process gave a place back, or wants to hear that this one knows of its borrowing. */
  heard(accountName: string): void {
    if (accountName === 'borrowing') return void this.#renew();
    for (const [account, queue] of this.#queues) {
      if (this.deps.names.account(account) === accountName) queue.wake();
    }
  }

  close(): void {
    this.#cancelRenewal();
    this.#cancelRenewal = () => undefined;
    const { link } = this.deps;
    if (!link.isConnected) return;
    const call = { keys: [this.#key('processes')], args: [this.#process], deadlineMs: RENEW_MS };
    void link.run(LEAVE, call).catch(() => undefined);
  }

  #queueOf(account: string): AccountQueue {
    const known = this.#queues.get(account);
    if (known !== undefined) return known;
    const queue = new AccountQueue({
      timers: this.deps.timers,
      attempt: (attempt) => this.#attempt({ account, ...attempt }),
      leave: (ticket) => this.#giveBack(account, [ticket]),
      unwanted: (lease) => this.#release(account, lease),
      emptied: () => this.#queues.delete(account),
    });
    this.#queues.set(account, queue);
    return queue;
  }

  /** The lease, or undefined to go on waiting. */
  async #attempt(attempt: Attempt): Promise<string | undefined> {
    if (!this.#isKnown || !this.deps.link.isConnected) return this.#fromOwnShare(attempt);
    const lease = `${this.#process}:${(this.#leases += 1)}`;
    try {
      const reply = await this.#take(attempt, lease);
      if (reply === 2) this.#borrowedAt = this.deps.clock.monotonic();
      if (reply === 1 || reply === 2) {
        this.#held.add(attempt.account, lease);
        return lease;
      }
      if (reply === -1) void this.#renew();
    } catch {
      // It may have got through; without this the place would be nobody's until the lease ends.
      this.#giveBack(attempt.account, [lease]);
    }
    return undefined;
  }

  #take({ account, limit, ticket, priority }: Attempt, lease: string): Promise<unknown> {
    const behindMs = priority === 'background' ? BEHIND_MS : 0;
    const { replicas } = this.deps;
    const mine = [this.#shareOf(limit), this.#held.countOf(account)];
    const terms = [LONGEST_CALL_MS, HEARD_OF_MS, BORROWING_MS];
    return this.deps.link.run(TAKE, {
      keys: [...this.#keysOf(account), ...this.#keysOfAll(), this.channel],
      args: [lease, ticket, limit, LEASE_MS, PATIENCE_MS, behindMs, replicas, ...mine, ...terms],
      deadlineMs: TAKE_MS,
    });
  }

  /**
   * While Redis does not know of this process: its share, which the others keep free for it; but where some may have
   * more than theirs, only leases it gave back meanwhile, which are its own until they end.
   */
  #fromOwnShare({ account, limit }: Attempt): string | undefined {
    if (this.#held.countOf(account) >= this.#shareOf(limit)) return undefined;
    const mayHaveShare = !this.#othersMayBorrow || this.deps.clock.monotonic() - this.#knownAt >= LEASE_MS;
    const lease = mayHaveShare ? `${this.#process}:${(this.#leases += 1)}` : this.#held.reuse(account);
    if (lease !== undefined) this.#held.add(account, lease);
    return lease;
  }

  #shareOf(limit: number): number {
    return Math.floor(limit / this.deps.replicas);
  }

  #release(account: string, lease: string): void {
    if (this.#isKnown) {
      this.#held.remove(account, lease);
      this.#giveBack(account, [lease]);
    } else {
      this.#held.setAside(account, lease);
    }
    this.#queues.get(account)?.wake();
  }

  #giveBack(account: string, members: readonly string[]): void {
    const { link, names } = this.deps;
    if (!link.isConnected || members.length === 0) return;
    const args = [names.account(account), ...members];
    const call = { keys: [...this.#keysOf(account), this.channel], args, deadlineMs: RENEW_MS };
    void link.run(GIVE_BACK, call).catch(() => undefined);
  }

  /** Says that this process is there and what it holds; from then on Redis counts for it. */
  async #renew(): Promise<void> {
    const { link, clock } = this.deps;
    if (!link.isConnected) return;
    const accounts = this.#held.all();
    const keys = [...this.#keysOfAll(), ...accounts.map(([account]) => this.#placesKey(account))];
    const held = accounts.flatMap(([, leases]) => [leases.length, ...leases]);
    const borrowingMs = Math.max(0, Math.ceil(this.#borrowedAt + BORROWING_MS - clock.monotonic()));
    const args = [this.#process, HEARD_OF_MS, LEASE_MS, borrowingMs, ...held];
    try {
      this.#othersMayBorrow = (await link.run(RENEW, { keys, args, deadlineMs: RENEW_MS })) === 1;
    } catch {
      // The next renewal tries again, in good time before the leases end.
      return;
    }
    if (!link.isConnected) return;
    this.#knownAt = clock.monotonic();
    this.#isKnown = true;
    for (const [account, leases] of this.#held.takeAside()) this.#giveBack(account, leases);
    for (const queue of this.#queues.values()) queue.wake();
  }

  #renewLater(): void {
    this.#cancelRenewal = this.deps.timers.after(RENEW_EVERY_MS, () => {
      this.#renewLater();
      void this.#renew();
    });
  }

  #keysOfAll(): readonly string[] {
    return [this.#key('processes'), this.#key('born'), this.#key('borrowing')];
  }

  #key(name: string): string {
    return `${this.deps.names.prefix}:${name}`;
  }

  #placesKey(account: string): string {
    return this.#key(`places:${this.deps.names.account(account)}`);
  }

  #keysOf(account: string): readonly string[] {
    const name = this.deps.names.account(account);
    return ['places', 'queue', 'waiting'].map((kind) => this.#key(`${kind}:${name}`));
  }
}
