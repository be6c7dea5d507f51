import { tagsOfQuery, tagsOfView, type ConnectionChange, type ErpRead, type Reading } from '@headwater/erp-contracts';
import type { Observable } from 'rxjs';
import { isDeepStrictEqual } from 'node:util';
import type { CacheAnswer } from '../cache/cache-read';
import type { GatewayFigures } from '../figures/gateway-figures';
import type { ComparedAnswer, ErpGatewayObserver } from '../gateway/observer';
import type { OpenedConnection } from '../gateway/opened-connection';
import type { CancelTimer, Timers } from '../timers';
import { ChangesHeard } from './changes-heard';

export interface AgreementSamplerDeps {
  /** The share of kept answers that is compared, from 0 to 1. */
  readonly share: number;
  /** Asks the ERP past the cache, as a read of its own that nobody waits for. */
  readonly reread: (opened: OpenedConnection, read: ErpRead) => Promise<CacheAnswer<Reading<unknown>>>;
  readonly changes: Observable<ConnectionChange>;
  readonly figures: Pick<GatewayFigures, 'of'>;
  readonly observer: ErpGatewayObserver;
  readonly timers: Timers;
  readonly random: () => number;
}

type Result = ComparedAnswer['result'];

/** After an ERP asked for a pause it is left in peace for so many minutes. */
const PEACE_MINUTES = 10;
/** How long the notice of a change may trail the change before the two count as unrelated. */
const NOTICE_TRAILS_MS = 10_000;

/**
 * Now and then compares a kept answer with the ERP's own, to show how far the cache can be believed. Counts results
 * and forgets the answers. One comparison at a time for a connection, in places nobody else wants, and none while the
 * ERP is in trouble or asked for a pause: the proof must not be what brings it down.
 */
export class AgreementSampler {
  readonly #comparing = new Set<string>();
  readonly #waiting = new Set<CancelTimer>();
  #closed = false;

  constructor(private readonly deps: AgreementSamplerDeps) {}

  get share(): number {
    return this.deps.share;
  }

  /** A kept answer was given; most are not compared. */
  answered(opened: OpenedConnection, read: ErpRead, kept: Reading<unknown>): void {
    const { share, random } = this.deps;
    if (share === 0 || random() >= share || this.#closed) return;
    const { connectionId } = read;
    if (this.#comparing.has(connectionId) || this.rests(opened) || isBusy(opened)) return;
    this.#comparing.add(connectionId);
    void this.#compare(opened, read, kept).then((result) => {
      this.#comparing.delete(connectionId);
      this.deps.observer.answerCompared?.({ connectionId, operation: read.operation, result });
    });
  }

  /** Whether nothing of this connection is compared for now. */
  rests({ candidate, health }: OpenedConnection): boolean {
    if (health.state !== 'up') return true;
    const minutes = this.deps.figures.of(candidate.connectionId).minutes(PEACE_MINUTES);
    return minutes.some(
      ({ figures }) =>
        figures !== undefined &&
        figures.calls.sum((_operation, outcome) => outcome === 'rate-limited') + figures.spared.of('limiter') > 0,
    );
  }

  close(): void {
    this.#closed = true;
    for (const cancel of this.#waiting) cancel();
    this.#waiting.clear();
  }

  async #compare(opened: OpenedConnection, read: ErpRead, kept: Reading<unknown>): Promise<Result> {
    const { connectionId, operation } = read;
    const heard = new ChangesHeard(this.deps.changes, connectionId);
    try {
      const live = await this.deps.reread(opened, withoutReader(read));
      if (live.kind === 'failed' && live.error.code !== 'not-found') return 'not-compared';
      if (live.kind === 'value' && live.decision === 'last-known') return 'not-compared';
      if (live.kind === 'value' && isDeepStrictEqual(live.value.data, kept.data)) return 'agreed';
      const answers = live.kind === 'value' ? [kept, live.value] : [kept];
      const tags = answers.flatMap(({ data }) => tagsOfView(operation, data as never));
      const concerned = [...tagsOfQuery(operation, read.query), ...tags];
      if (!heard.any(concerned)) await this.#wait(patienceFor(opened));
      return heard.any(concerned) ? 'reported' : 'unreported';
    } finally {
      heard.stop();
    }
  }

  #wait(ms: number): Promise<void> {
    if (ms === 0 || this.#closed) return Promise.resolve();
    return new Promise((resolve) => {
      const cancel = this.deps.timers.after(ms, () => {
        this.#waiting.delete(cancel);
        resolve();
      });
      this.#waiting.add(cancel);
    });
  }
}

/** The comparison is nobody's read: it does not end with the reader, and has the ERP's own time. */
function withoutReader({ connectionId, operation, query, scope }: ErpRead): ErpRead {
  return { connectionId, operation, query, scope, fresh: true, priority: 'background' };
}

/** Half the places stay free for people. */
function isBusy({ load: { inUse, queued, limit } }: OpenedConnection): boolean {
  return queued > 0 || inUse * 2 >= limit;
}

function patienceFor({ connection, candidate, manifest }: OpenedConnection): number {
  if (connection.sweep !== undefined) return connection.sweep.everyMs + NOTICE_TRAILS_MS;
  if (connection.events === undefined) return 0;
  return (candidate.settleMs ?? manifest.events.settleMs) + NOTICE_TRAILS_MS;
}
