import { Readable } from 'node:stream';

/** One message of a `text/event-stream`. */
export interface StreamMessage {
  readonly event: string;
  readonly data: unknown;
  /** What the browser names as `Last-Event-ID` when it comes back. */
  readonly id?: string;
}

export interface EventStreamOptions {
  /** Messages a slow reader may be behind; beyond it the stream breaks, and the reader comes back. */
  readonly maxBehind: number;
  /** Called once, when the stream has ended for whatever reason. */
  readonly onEnd: () => void;
}

export const EVENT_STREAM_MEDIA_TYPE = 'text/event-stream';

/** A `text/event-stream` for one reader, with a bound on what waits for it. */
export class EventStream extends Readable {
  readonly #waiting: string[] = [];
  #wanted = false;
  #ended = false;

  constructor(private readonly options: EventStreamOptions) {
    super();
  }

  send({ event, data, id }: StreamMessage): void {
    const lines = [...(id === undefined ? [] : [`id: ${id}`]), `event: ${event}`, `data: ${JSON.stringify(data)}`];
    this.#write(`${lines.join('\n')}\n\n`);
  }

  /** A sign of life, which readers do not hear; it keeps proxies from closing a quiet stream. */
  beat(): void {
    this.#write(': \n\n');
  }

  /** Sends what still waits, and ends. */
  finish(): void {
    this.#ended = true;
    this.#drain();
  }

  override _read(): void {
    this.#wanted = true;
    this.#drain();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#waiting.length = 0;
    this.options.onEnd();
    done(error);
  }

  #write(text: string): void {
    if (this.#ended || this.destroyed) return;
    if (this.#waiting.length >= this.options.maxBehind) {
      this.destroy();
      return;
    }
    this.#waiting.push(text);
    this.#drain();
  }

  #drain(): void {
    while (this.#wanted && this.#waiting.length > 0) this.#wanted = this.push(this.#waiting.shift());
    if (this.#ended && this.#waiting.length === 0 && !this.destroyed) this.push(null);
  }
}
