import type { Clock } from '@headwater/kernel';
import { Redis, type RedisOptions } from 'ioredis';
import type { CancelTimer, Timers } from '../timers';
import { CUT_OFF, LATE } from './link-failure';
import type { Script } from './scripts';

export interface RedisLinkOptions {
  /** `redis://` or `rediss://`. */
  readonly url: string;
  readonly clock: Clock;
  readonly timers: Timers;
}

export interface LinkListener {
  /** Both connections stand: commands are answered, and messages of `channel` come in. */
  connected(): void;
  /** One of them broke, or could not be made; may be told again and again. */
  cut(): void;
  message(channel: string, message: string): void;
}

/** After so many answers in a row that did not come in time nothing is asked until a heartbeat gets through. */
const FAILURES_UNTIL_OPEN = 3;
const LONGEST_PAUSE_MS = 1_000;
const CONNECT_TIMEOUT_MS = 2_000;

const OPTIONS: RedisOptions = {
  lazyConnect: true,
  connectTimeout: CONNECT_TIMEOUT_MS,
  keepAlive: 5_000,
  // What cannot be sent now fails now, and what was not answered is not sent again behind its caller's back.
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  autoResubscribe: false,
  retryStrategy: (attempt) => Math.min(LONGEST_PAUSE_MS, 25 * 2 ** Math.min(attempt, 6)),
};

type Argument = string | number | Buffer;

/**
 * Two connections to one Redis: one for commands, one that listens. Every command has a deadline and is answered or
 * rejected by then, whatever the network does. A breaker keeps a Redis that hangs from costing each reader its deadline.
 */
export class RedisLink {
  readonly #commands: Redis;
  readonly #listening: Redis;
  #isListening = false;
  #isConnected = false;
  #failuresInARow = 0;
  #listener: LinkListener | undefined;

  constructor(private readonly options: RedisLinkOptions) {
    this.#commands = new Redis(options.url, { ...OPTIONS, connectionName: 'headwater' });
    this.#listening = new Redis(options.url, { ...OPTIONS, connectionName: 'headwater-bus' });
  }

  /** Begins to connect, and goes on until closed. */
  open(listener: LinkListener, channels: readonly string[]): void {
    this.#listener = listener;
    for (const client of [this.#commands, this.#listening]) {
      // Whoever waits for a command hears of its failure; that a connection broke is told by its end.
      client.on('error', () => undefined);
      client.on('close', () => this.#broke(client));
    }
    this.#commands.on('ready', () => this.#stands());
    this.#listening.on('ready', () => void this.#subscribe(channels));
    this.#listening.on('message', (channel, message) => listener.message(channel, message));
    for (const client of [this.#commands, this.#listening]) void client.connect().catch(() => undefined);
  }

  get isConnected(): boolean {
    return this.#isConnected;
  }

  /** Commands would be answered, as far as is known. */
  get isResponsive(): boolean {
    return this.#isConnected && this.#failuresInARow < FAILURES_UNTIL_OPEN;
  }

  /** Runs a script; strings in its reply are bytes. Rejects at the deadline at the latest. */
  async run(script: Script, call: ScriptCall): Promise<unknown> {
    const rest = [call.keys.length, ...call.keys, ...call.args];
    try {
      const reply = await this.#within(call.deadlineMs, () => this.#evaluate(script, rest));
      this.#failuresInARow = 0;
      return reply;
    } catch (error) {
      this.#failuresInARow += 1;
      throw error;
    }
  }

  /** A plain command that no reader waits for. Rejects at the deadline at the latest. */
  command(name: string, args: readonly Argument[], deadlineMs: number): Promise<unknown> {
    return this.#within(deadlineMs, () => this.#commands.call(name, ...args));
  }

  /** Breaks a connection that may be half open, so that it is made anew. */
  reconnect(which: 'commands' | 'listening'): void {
    (which === 'commands' ? this.#commands : this.#listening).disconnect(true);
  }

  close(): void {
    this.#listener = undefined;
    this.#isConnected = false;
    this.#commands.disconnect();
    this.#listening.disconnect();
  }

  async #evaluate({ lua, sha1 }: Script, rest: readonly Argument[]): Promise<unknown> {
    try {
      return await this.#commands.callBuffer('EVALSHA', sha1, ...rest);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return this.#commands.callBuffer('EVAL', lua, ...rest);
    }
  }

  #within<T>(ms: number, work: () => Promise<T>): Promise<T> {
    if (this.#commands.status !== 'ready') return Promise.reject(CUT_OFF);
    return new Promise((resolve, reject) => {
      const cancel: CancelTimer = this.options.timers.after(ms, () => reject(LATE));
      work().then(resolve, reject).finally(cancel);
    });
  }

  async #subscribe(channels: readonly string[]): Promise<void> {
    try {
      await this.#listening.subscribe(...channels);
      this.#isListening = true;
      this.#stands();
    } catch {
      this.#listening.disconnect(true);
    }
  }

  #stands(): void {
    if (this.#isConnected || !this.#isListening || this.#commands.status !== 'ready') return;
    this.#isConnected = true;
    this.#failuresInARow = 0;
    this.#listener?.connected();
  }

  #broke(client: Redis): void {
    if (client === this.#listening) this.#isListening = false;
    this.#isConnected = false;
    this.#listener?.cut();
  }
}

export interface ScriptCall {
  readonly keys: readonly Argument[];
  readonly args: readonly Argument[];
  readonly deadlineMs: number;
}
