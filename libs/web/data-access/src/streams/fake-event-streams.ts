import type { EventStreamListener, OpenEventStream } from './event-stream';

interface FakeStream {
  readonly url: string;
  readonly listener: EventStreamListener;
  closed: boolean;
}

/** Server-sent events a test sends by hand. */
export class FakeEventStreams {
  readonly opened: FakeStream[] = [];

  readonly open: OpenEventStream = (url, _types, listener) => {
    const stream: FakeStream = { url, listener, closed: false };
    this.opened.push(stream);
    return { close: () => (stream.closed = true) };
  };

  /** The stream of this address that was opened last. */
  to(url: string): FakeStream {
    const found = this.opened.findLast((stream) => stream.url === url);
    if (found === undefined) throw new Error(`No stream to ${url} was opened.`);
    return found;
  }

  send(url: string, type: string, payload: unknown): void {
    const stream = this.to(url);
    if (!stream.closed) stream.listener.received(type, typeof payload === 'string' ? payload : JSON.stringify(payload));
  }
}
