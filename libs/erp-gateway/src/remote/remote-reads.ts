import {
  ErpError,
  ErpReads,
  type ErpAnswer,
  type ErpManifest,
  type ErpOperation,
  type ErpRead,
  type ErpSource,
  type KeyedErpRead,
  type KeyedSection,
  type ViewOf,
} from '@headwater/erp-contracts';
import type { Observable } from 'rxjs';
import { fanOutSections } from '../gateway/fan-out';
import type { Timers } from '../timers';
import { withinDeadline } from './deadline';
import { firstReachable, rankedFor } from './gateway-choice';
import type { GatewayLink, LinkAnswer } from './gateway-link';
import { PATHS } from './protocol';

export interface RemoteReadsDeps {
  readonly links: readonly GatewayLink[];
  readonly timers: Timers;
}

/** A reader without a deadline of its own trusts the gateway to keep the connection's; this is for one that hangs. */
const LONGEST_READ_MS = 60_000;
/** What the way back may take after the gateway gave up. */
const TRANSIT_GRACE_MS = 100;
const DESCRIBE_MS = 10_000;

interface Described {
  readonly source: ErpSource;
  readonly manifest: ErpManifest;
}

/** Reads through a gateway in another process. The answer is the gateway's own, older by the way it came. */
export class RemoteReads extends ErpReads {
  readonly #sources = new Map<string, ErpSource>();

  constructor(private readonly deps: RemoteReadsDeps) {
    super();
  }

  override async read<O extends ErpOperation>(read: ErpRead<O>): Promise<ErpAnswer<ViewOf<O>>> {
    const { signal, ...question } = read;
    const ms = read.deadlineMs === undefined ? LONGEST_READ_MS : read.deadlineMs + TRANSIT_GRACE_MS;
    const patience = { ms, timers: this.deps.timers, signal };
    const { value, transitMs } = await withinDeadline(patience, (abort) =>
      firstReachable(rankedFor(read.connectionId, this.deps.links), (link) => link.ask(PATHS.read, question, abort)),
    );
    const answer = aged(value as ErpAnswer<ViewOf<O>>, transitMs);
    this.#sources.set(read.connectionId, answer.source);
    return answer;
  }

  /** Only the gateway knows what it keeps. */
  override kept(): undefined {
    return undefined;
  }

  override fanOut<K extends string>(
    reads: readonly KeyedErpRead<K>[],
    options: { readonly deadlineMs: number },
  ): Observable<KeyedSection<K>> {
    return fanOutSections(reads, {
      deadlineMs: options.deadlineMs,
      timers: this.deps.timers,
      // The gateway's own reads prime its connections.
      prime: () => undefined,
      read: (read) => this.read(read),
      sourceOf: (connectionId) => this.#sources.get(connectionId) ?? { connectionId, adapter: 'unknown', company: '' },
    });
  }

  override async sourceOf(connectionId: string): Promise<ErpSource> {
    return (await this.#described(connectionId)).source;
  }

  override async manifestOf(connectionId: string): Promise<ErpManifest> {
    return (await this.#described(connectionId)).manifest;
  }

  override async connectionIds(): Promise<readonly string[]> {
    return (await this.#asked(this.deps.links, PATHS.list)).value as readonly string[];
  }

  async #described(connectionId: string): Promise<Described> {
    const links = rankedFor(connectionId, this.deps.links);
    return (await this.#asked(links, PATHS.describe, { connectionId })).value as Described;
  }

  #asked(links: readonly GatewayLink[], path: string, question?: object): Promise<LinkAnswer> {
    return withinDeadline({ ms: DESCRIBE_MS, timers: this.deps.timers }, (signal) =>
      firstReachable(links, (link) => link.ask(path, question, signal)),
    );
  }
}

/** A value that became too old on the way is labelled, as it would be in the gateway. */
function aged<T>(answer: ErpAnswer<T>, transitMs: number): ErpAnswer<T> {
  const { freshness } = answer;
  if (typeof freshness?.ageMs !== 'number') throw new ErpError('bad-response', 'The gateway answered without an age.');
  const ageMs = freshness.ageMs + Math.ceil(transitMs);
  const isOverdue = freshness.ttlMs > 0 && ageMs > freshness.ttlMs;
  return { ...answer, freshness: { ...freshness, ageMs, ...(isOverdue ? { state: 'last-known' } : {}) } };
}
