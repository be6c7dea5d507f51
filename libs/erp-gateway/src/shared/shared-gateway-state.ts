import { type Clock, toInstant } from '@headwater/kernel';
import { z } from 'zod';
import type { SharedLevel } from '../cache/shared-level';
import type { ErpGatewayObserver } from '../gateway/observer';
import type { SharedState, SharedStateView } from '../gateway/shared-state';
import type { CancelTimer, Timers } from '../timers';
import { Bus, type BusEvents } from './bus';
import { RedisConcurrencyGovernor } from './places/redis-concurrency-governor';
import { RedisLink } from './redis-link';
import { Sealer } from './sealer';
import { ServerClock } from './server-clock';
import { SharedEntries } from './shared-entries';
import { SharedNames } from './shared-names';

export interface SharedGatewayStateOptions {
  /** `redis://` or `rediss://`. */
  readonly url: string;
  /** What values and names are encrypted with; the same for every process of one deployment, at least 32 characters. */
  readonly secretKey: string;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly observer: ErpGatewayObserver;
  /** How many processes there are when all are up; what an ERP bears is divided by it while Redis is away. 1 where absent. */
  readonly replicas?: number;
  /** How long a reader waits for what another process may have kept, in milliseconds; 20 where absent. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 20;
const LOOK_EVERY_MS = 1_000;
const LOOKS_UNTIL_CUT = 2;
const CONFIG_MS = 1_000;
const configSchema = z.tuple([z.string(), z.string()]);

/** What the processes of one deployment keep in common, in Redis. Opens at once and never has to be waited for. */
export class SharedGatewayState {
  readonly level: SharedLevel;
  /** Counts calls over all processes. */
  readonly governor: RedisConcurrencyGovernor;
  readonly names: SharedNames;
  readonly link: RedisLink;
  readonly #bus: Bus;
  readonly #noteListeners = new Set<(note: unknown) => void>();
  #state: SharedState = 'connecting';
  #since: number;
  #busDelayMs: number | undefined;
  #unanswered = 0;
  #cancelLook: CancelTimer = () => undefined;

  constructor(private readonly options: SharedGatewayStateOptions) {
    const { clock, timers, patienceMs = PATIENCE_MS } = options;
    const sealer = new Sealer(options.secretKey);
    const serverClock = new ServerClock(clock);
    this.#since = clock.now();
    this.names = new SharedNames(sealer);
    this.link = new RedisLink(options);
    const parts = { link: this.link, sealer, names: this.names, serverClock, clock, timers };
    this.#bus = new Bus({ ...parts, events: this.#events() });
    this.level = levelOf(this.#bus, new SharedEntries({ ...parts, bus: this.#bus, patienceMs }));
    this.governor = new RedisConcurrencyGovernor({ ...parts, replicas: options.replicas ?? 1 });
    this.#open();
  }

  view(): SharedStateView {
    return {
      state: this.#state,
      since: toInstant(this.#since),
      owes: this.#bus.owes,
      ...(this.#busDelayMs === undefined ? {} : { busDelayMs: this.#busDelayMs }),
    };
  }

  /** Tells the other processes something beside what changed. Not told where Redis cannot be reached. */
  async note(note: unknown): Promise<void> {
    if (this.#state !== 'cut') await this.#bus.tell({ kind: 'soft', tags: [], note });
  }

  /** Hears the notes of other processes, whatever they hold. */
  onNote(listener: (note: unknown) => void): void {
    this.#noteListeners.add(listener);
  }

  close(): void {
    this.#cancelLook();
    this.#cancelLook = () => undefined;
    this.governor.close();
    this.link.close();
  }

  #open(): void {
    const listener = {
      connected: () => {
        this.#bus.connected();
        this.governor.connected();
        void this.#warnOfPersistence();
      },
      cut: () => {
        this.#bus.cut();
        this.governor.cut();
      },
      message: (channel: string, message: string) => {
        if (channel === this.governor.channel) this.governor.heard(message);
        else this.#bus.hear(message);
      },
    };
    this.link.open(listener, [this.names.bus, this.governor.channel]);
    this.#lookLater();
  }

  #lookLater(): void {
    this.#cancelLook = this.options.timers.after(LOOK_EVERY_MS, () => {
      this.#lookLater();
      if (this.link.isConnected) void this.#look();
    });
  }

  /** A connection that no longer answers, or a bus that no longer speaks, is broken so that it is made anew. */
  async #look(): Promise<void> {
    try {
      const found = await this.#bus.look();
      this.#unanswered = 0;
      if (found === 'silent') this.link.reconnect('listening');
    } catch {
      this.#unanswered += 1;
      if (this.#unanswered < LOOKS_UNTIL_CUT) return;
      this.#unanswered = 0;
      this.link.reconnect('commands');
    }
  }

  #events(): BusEvents {
    const { observer, clock } = this.options;
    return {
      stateChanged: (state) => {
        if (state === this.#state) return;
        this.#state = state;
        this.#since = clock.now();
        observer.sharedStateChanged?.(state);
      },
      delayed: (ms) => {
        this.#busDelayMs = ms;
        observer.busDelayed?.(ms);
      },
      flushed: (kind) => observer.sharedFlushed?.(kind),
      noted: (note) => this.#noteListeners.forEach((listener) => listener(note)),
    };
  }

  /** Asked where it is allowed: a managed Redis refuses, and its settings are then its owner's to know. */
  async #warnOfPersistence(): Promise<void> {
    const setting = async (name: string): Promise<string> => {
      const [, value] = configSchema.parse(await this.link.command('CONFIG', ['GET', name], CONFIG_MS));
      return value;
    };
    try {
      const isKept = (await setting('save')) !== '' || (await setting('appendonly')) === 'yes';
      if (isKept) this.options.observer.sharedWarned?.('persistence');
    } catch {
      this.options.observer.sharedWarned?.('persistence-unknown');
    }
  }
}

function levelOf(bus: Bus, entries: SharedEntries): SharedLevel {
  return {
    stamp: () => bus.stamp(),
    find: (question) => entries.find(question),
    keep: (entry) => entries.keep(entry),
    drop: (key, why) => entries.drop(key, why),
    invalidate: (tags, kind) => bus.tell({ tags, kind }),
    follow: (follower) => bus.follow(follower),
  };
}
