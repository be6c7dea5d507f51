import type { Clock } from '@headwater/kernel';
import { BoundedMap } from '../cache/bounded-map';
import type { CancelTimer, Timers } from '../timers';
import type { KnownAnswer } from './known-answer';

/** One page request, while its reads are under way. */
export interface Page {
  /** When its first read came; monotonic. */
  readonly beganAt: number;
  /** What the ERP has said to its reads. */
  readonly answers: BoundedMap<KnownAnswer>;
}

interface OpenPage extends Page {
  reads: number;
  cancelEnd: CancelTimer;
}

/** Beyond these a page asks the ERP again. */
const MOST_ANSWERS = 200;
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_PAGES = 500;

/** How long the next read of a page may take to come: it is asked when the answer to the last one has been read. */
const BETWEEN_READS_MS = 500;

/** The pages that are being put together, each until its reads are over. */
export class Pages {
  readonly #open = new Map<string, OpenPage>();

  constructor(private readonly deps: { readonly clock: Clock; readonly timers: Timers }) {}

  /** The page, if one of its reads is under way or was a moment ago. */
  find(name: string | undefined): Page | undefined {
    return name === undefined ? undefined : this.#open.get(name);
  }

  /** A read of the page begins; what is returned is to be called once when it is over. */
  enter(name: string | undefined): () => void {
    const page = name === undefined ? undefined : this.#pageOf(name);
    if (name === undefined || page === undefined) return () => undefined;
    page.reads += 1;
    page.cancelEnd();
    return () => {
      page.reads -= 1;
      if (page.reads > 0 || this.#open.get(name) !== page) return;
      page.cancelEnd = this.deps.timers.after(BETWEEN_READS_MS, () => this.#open.delete(name));
    };
  }

  /** Forgets them all. */
  close(): void {
    for (const { cancelEnd } of this.#open.values()) cancelEnd();
    this.#open.clear();
  }

  #pageOf(name: string): OpenPage | undefined {
    const known = this.#open.get(name);
    if (known !== undefined || this.#open.size >= MOST_PAGES) return known;
    const answers = new BoundedMap<KnownAnswer>({ maxEntries: MOST_ANSWERS, maxBytes: MOST_BYTES });
    const page = { beganAt: this.deps.clock.monotonic(), answers, reads: 0, cancelEnd: () => undefined };
    this.#open.set(name, page);
    return page;
  }
}
