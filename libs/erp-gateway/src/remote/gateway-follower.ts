import { createInterface } from 'node:readline';
import type { CancelTimer, Timers } from '../timers';
import type { GatewayLink } from './gateway-link';
import { PATHS, STREAM_BEAT_MS, streamLineSchema, type StreamLine } from './protocol';

export interface Following {
  readonly link: GatewayLink;
  readonly timers: Timers;
  readonly random: () => number;
  /** Once for each time the stream stands: whatever was said before it was missed. */
  readonly onOpen: () => void;
  readonly onLine: (line: StreamLine) => void;
  readonly onLost: () => void;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/** Listens to one gateway for as long as this process runs, and comes back whenever the stream is lost. */
export class GatewayFollower {
  #stop = new AbortController();
  #cancelPause: CancelTimer = () => undefined;
  #attempts = 0;

  constructor(private readonly following: Following) {}

  start(): void {
    void this.#follow();
  }

  close(): void {
    this.#stop.abort(new Error('closed'));
    this.#cancelPause();
  }

  async #follow(): Promise<void> {
    // Lost, or never there: either way it is asked again.
    await Promise.allSettled([this.#listen()]);
    if (this.#stop.signal.aborted) return;
    this.following.onLost();
    const pauseMs =
      Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#attempts) * (0.5 + this.following.random() / 2);
    this.#attempts += 1;
    this.#cancelPause = this.following.timers.after(pauseMs, () => void this.#follow());
  }

  async #listen(): Promise<void> {
    const silence = new SilenceWatch(this.following.timers);
    const signal = AbortSignal.any([this.#stop.signal, silence.signal]);
    try {
      silence.heard();
      const body = await this.following.link.open(PATHS.stream, signal);
      const lines = createInterface({ input: body, crlfDelay: Infinity });
      this.following.onOpen();
      for await (const text of lines) {
        silence.heard();
        this.#attempts = 0;
        const line = streamLineSchema.safeParse(JSON.parse(text));
        if (line.success) this.following.onLine(line.data as unknown as StreamLine);
      }
    } finally {
      silence.close();
    }
  }
}

/** Gives a connection up that is open and says nothing: its other end may be gone without a word. */
class SilenceWatch {
  readonly #abort = new AbortController();
  #cancel: CancelTimer = () => undefined;

  constructor(private readonly timers: Timers) {}

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  heard(): void {
    this.#cancel();
    this.#cancel = this.timers.after(2 * STREAM_BEAT_MS, () => this.#abort.abort(new Error('silent')));
  }

  close(): void {
    this.#cancel();
  }
}
