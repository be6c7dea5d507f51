import type { EventStream, OpenEventStream } from '../streams/event-stream';

export interface ReconnectingListener {
  /** For the first time, or again after an interruption. */
  readonly opened: () => void;
  readonly received: (type: string, data: string) => void;
  readonly broken: () => void;
}

interface StreamAddress {
  readonly url: string;
  readonly types: readonly string[];
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Keeps a stream open: the browser retries a broken one itself, but gives up on an HTTP error. */
export class ReconnectingStream {
  #stream: EventStream | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pauseMs = FIRST_PAUSE_MS;

  constructor(
    private readonly open: OpenEventStream,
    private readonly address: StreamAddress,
    private readonly listener: ReconnectingListener,
  ) {}

  start(): void {
    this.#stream = this.open(this.address.url, this.address.types, {
      opened: () => this.#opened(),
      received: (type, data) => this.listener.received(type, data),
      broken: (outlook) => this.#broken(outlook),
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#stream?.close();
    this.#stream = undefined;
  }

  #opened(): void {
    this.#pauseMs = FIRST_PAUSE_MS;
    this.listener.opened();
  }

  #broken(outlook: 'retrying' | 'gone'): void {
    this.listener.broken();
    if (outlook === 'retrying') return;
    this.#stream?.close();
    clearTimeout(this.#timer);
    // Full jitter, so that a restarted server is not met by every open screen in the same second.
    this.#timer = setTimeout(() => this.start(), Math.random() * this.#pauseMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
  }
}
