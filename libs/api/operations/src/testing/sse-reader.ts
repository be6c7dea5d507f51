/** One event of a stream as a test reads it. */
export interface ReadEvent {
  readonly event: string;
  readonly data: unknown;
  readonly id: string | undefined;
}

/** Reads a `text/event-stream` over real HTTP, event by event. */
export class SseReader {
  readonly #abort = new AbortController();
  #events: AsyncGenerator<ReadEvent> | undefined;
  response!: Response;

  static async open(url: string, headers: Readonly<Record<string, string>>): Promise<SseReader> {
    const reader = new SseReader();
    reader.response = await fetch(url, {
      headers: { accept: 'text/event-stream', ...headers },
      signal: reader.#abort.signal,
    });
    if (reader.response.body === null) throw new Error('no body');
    reader.#events = eventsOf(reader.response.body);
    return reader;
  }

  /** The next event; undefined where the stream has ended. */
  async next(): Promise<ReadEvent | undefined> {
    const result = await this.#events?.next();
    return result?.done === true ? undefined : result?.value;
  }

  async all(): Promise<readonly ReadEvent[]> {
    const events: ReadEvent[] = [];
    for (let event = await this.next(); event !== undefined; event = await this.next()) events.push(event);
    return events;
  }

  close(): void {
    this.#abort.abort();
  }
}

async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<ReadEvent> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = eventOf(block);
      if (event !== undefined) yield event;
    }
  }
}

function eventOf(block: string): ReadEvent | undefined {
  const field = (name: string): string | undefined =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const event = field('event');
  if (event === undefined) return undefined;
  return { event, data: JSON.parse(field('data') ?? 'null'), id: field('id') };
}
