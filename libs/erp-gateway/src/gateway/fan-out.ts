import {
  ErpError,
  toErpError,
  toErpProblem,
  type ErpAnswer,
  type ErpRead,
  type ErpSource,
  type KeyedErpRead,
  type KeyedSection,
  type Section,
} from '@headwater/erp-contracts';
import { Observable, type Subscriber } from 'rxjs';
import type { Timers } from '../timers';

export interface FanOutDeps {
  readonly deadlineMs: number;
  readonly timers: Timers;
  readonly read: (read: ErpRead) => Promise<ErpAnswer<unknown>>;
  readonly sourceOf: (connectionId: string) => ErpSource;
  /** Has a connection made ready for the calls to come. */
  readonly prime: (connectionId: string) => void;
}

/** Reads give up this much before the page does, so that a last-known value can still take its place in it. */
const MARGIN_SHARE = 0.02;
const MARGIN_AT_MOST_MS = 50;

/**
 * One section per read, each as it arrives, complete at the deadline at the latest. A section that is late is a
 * failure of that section alone; its call may go on and fill the cache for the next page. Whoever unsubscribes
 * aborts what only this fan-out waits for.
 */
export function fanOutSections<K extends string>(
  reads: readonly KeyedErpRead<K>[],
  deps: FanOutDeps,
): Observable<KeyedSection<K>> {
  return new Observable((subscriber) => new FanOut(reads, deps, subscriber).start());
}

class FanOut<K extends string> {
  readonly #open = new Set<KeyedErpRead<K>>();
  readonly #aborts: AbortController[] = [];
  readonly #readDeadlineMs: number;

  constructor(
    private readonly reads: readonly KeyedErpRead<K>[],
    private readonly deps: FanOutDeps,
    private readonly subscriber: Subscriber<KeyedSection<K>>,
  ) {
    this.#readDeadlineMs = deps.deadlineMs - Math.min(MARGIN_AT_MOST_MS, deps.deadlineMs * MARGIN_SHARE);
  }

  start(): () => void {
    const cancelDeadline = this.deps.timers.after(this.deps.deadlineMs, () => this.#expire());
    if (this.reads.length === 0) this.subscriber.complete();
    // Copies, so that a read given twice is answered twice.
    const sections = this.reads.map((keyed) => ({ ...keyed }));
    for (const keyed of sections) this.#open.add(keyed);
    // First: while the reads look into caches and get tokens, the connection they need is made.
    for (const connectionId of new Set(sections.map(({ read }) => read.connectionId))) this.deps.prime(connectionId);
    for (const keyed of sections) void this.#run(keyed);
    return () => {
      cancelDeadline();
      for (const abort of this.#aborts) abort.abort();
    };
  }

  async #run(keyed: KeyedErpRead<K>): Promise<void> {
    const abort = new AbortController();
    this.#aborts.push(abort);
    const { read } = keyed;
    const deadlineMs = Math.min(read.deadlineMs ?? Infinity, this.#readDeadlineMs);
    const signal = read.signal === undefined ? abort.signal : AbortSignal.any([read.signal, abort.signal]);
    this.#emit(keyed, await this.#section({ ...read, deadlineMs, signal }));
  }

  async #section(read: ErpRead): Promise<Section> {
    try {
      return { status: 'ok', ...(await this.deps.read(read)) };
    } catch (thrown) {
      return this.#failure(read.connectionId, toErpError(thrown));
    }
  }

  #failure(connectionId: string, error: ErpError): Section {
    return {
      status: error.code === 'unsupported' ? 'unsupported' : 'failed',
      source: this.deps.sourceOf(connectionId),
      problem: toErpProblem(error, connectionId),
    };
  }

  #expire(): void {
    for (const keyed of this.#open) {
      const late = new ErpError('timeout', 'The ERP did not answer before the page had to.');
      this.#emit(keyed, this.#failure(keyed.read.connectionId, late));
    }
  }

  #emit(keyed: KeyedErpRead<K>, section: Section): void {
    if (!this.#open.delete(keyed)) return;
    this.subscriber.next({ key: keyed.key, connectionId: keyed.read.connectionId, section });
    if (this.#open.size === 0) this.subscriber.complete();
  }
}
