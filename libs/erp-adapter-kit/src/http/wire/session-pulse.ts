import type { ClientHttp2Session } from 'node:http2';
import type { Timers } from './timers';

export interface PulseOptions {
  readonly timers: Timers;
  /** Between a ping's answer and the next ping. */
  readonly everyMs: number;
  /** How long a ping may take. */
  readonly answerWithinMs: number;
}

/**
 * Pings a session as long as it lives. A connection that a NAT or firewall forgot looks open from here for a quarter
 * of an hour, and every call on it would run into its deadline; an unanswered ping tells at once.
 */
export class SessionPulse {
  #cancel: () => void = () => undefined;
  #ping: Promise<boolean> | undefined;
  #doubted: Promise<boolean> | undefined;

  constructor(
    private readonly session: ClientHttp2Session,
    private readonly options: PulseOptions,
    private readonly onBeat: (isAlive: boolean) => void,
  ) {
    this.#schedule();
  }

  /** Pings now: a call ran into its deadline, and whoever comes next should not have to find out the same way. */
  doubt(): void {
    const doubted = this.#beat();
    this.#doubted = doubted;
    void doubted.then(() => {
      if (this.#doubted === doubted) this.#doubted = undefined;
    });
  }

  /** Whether the session is alive as far as known: where it is doubted, after the answer to a ping. */
  async isAlive(): Promise<boolean> {
    return this.#doubted ?? true;
  }

  stop(): void {
    this.#cancel();
  }

  #schedule(): void {
    this.#cancel = this.options.timers.after(this.options.everyMs, () => void this.#beat());
  }

  /** A ping that is on its way already serves as well. */
  #beat(): Promise<boolean> {
    return (this.#ping ??= this.#judge());
  }

  async #judge(): Promise<boolean> {
    this.#cancel();
    const isAlive = await this.#answered();
    this.#ping = undefined;
    if (isAlive) this.#schedule();
    this.onBeat(isAlive);
    return isAlive;
  }

  #answered(): Promise<boolean> {
    const { session, options } = this;
    if (session.destroyed) return Promise.resolve(false);
    return new Promise((resolve) => {
      const cancel = options.timers.after(options.answerWithinMs, () => resolve(false));
      session.ping((error) => {
        cancel();
        resolve(error === null);
      });
    });
  }
}
