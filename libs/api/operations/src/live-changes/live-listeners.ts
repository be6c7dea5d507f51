import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Sessions } from '@headwater/api/edge';
import { ErpChanges } from '@headwater/erp-contracts';
import { newId, RateLimitedError } from '@headwater/kernel';
import { OperationsOptions } from '../operations-options';
import type { EventStream } from '../streaming/event-stream';
import { type ListenerRequest, LiveListener } from './live-listener';

/** Open streams of one person: a dozen tabs, on two machines. */
export const STREAMS_PER_USER = 24;
const WAIT_S = 30;

/** Everybody who listens to this process. */
@Injectable()
export class LiveListeners implements BeforeApplicationShutdown {
  readonly #open = new Set<LiveListener>();
  readonly #process = newId();
  #sent = 0;

  constructor(
    private readonly changes: ErpChanges,
    private readonly sessions: Sessions,
    private readonly options: OperationsOptions,
  ) {}

  /** Throws `RateLimitedError` where someone has too many streams open already. */
  listen(request: ListenerRequest): EventStream {
    const own = [...this.#open].filter(({ userId }) => userId === request.user.id);
    if (own.length >= STREAMS_PER_USER) throw new RateLimitedError('Too many open windows listen to changes.', WAIT_S);
    const listener = new LiveListener(request, {
      changes: this.changes.changes,
      sessions: this.sessions,
      heartbeatMs: this.options.heartbeatMs,
      sessionCheckMs: this.options.sessionCheckMs,
      nextId: () => `${this.#process}:${(this.#sent += 1)}`,
      onEnd: (ended) => this.#open.delete(ended),
    });
    this.#open.add(listener);
    listener.start();
    return listener.stream;
  }

  /** Open streams would keep the server from closing. */
  beforeApplicationShutdown(): void {
    for (const { stream } of this.#open) stream.finish();
  }
}
