import {
  ErpConnections,
  toErpError,
  type ConnectionReport,
  type ErpConnectionCandidate,
  type ErpHealthView,
  type ErpManifest,
  type ProbeVerdict,
} from '@headwater/erp-contracts';
import { toInstant, type Clock } from '@headwater/kernel';
import type { Timers } from '../timers';
import { withinDeadline } from './deadline';
import { firstReachable, rankedFor } from './gateway-choice';
import type { GatewayLink } from './gateway-link';
import { PATHS } from './protocol';

export interface RemoteConnectionsDeps {
  readonly links: readonly GatewayLink[];
  readonly manifests: readonly ErpManifest[];
  readonly clock: Clock;
  readonly timers: Timers;
}

const CHECK_MS = 5_000;
/** A probe signs in and asks for each capability. */
const PROBE_MS = 180_000;

/** Health, test and replacement of connections that another process holds open. */
export class RemoteConnections extends ErpConnections {
  readonly #since: string;
  readonly #health = new Map<string, { readonly view: ErpHealthView; readonly from: GatewayLink }>();
  /** Connections that a gateway could not be told to open anew, and is told when it comes back. */
  readonly #owed = new Map<GatewayLink, Set<string>>();

  constructor(private readonly deps: RemoteConnectionsDeps) {
    super();
    this.#since = toInstant(deps.clock.now());
  }

  override health(connectionId: string): ErpHealthView {
    return this.#health.get(connectionId)?.view ?? this.#unheardOf(connectionId);
  }

  override async report(connectionId: string, minutes: number): Promise<ConnectionReport> {
    const links = rankedFor(connectionId, this.deps.links);
    const { value } = await withinDeadline({ ms: CHECK_MS, timers: this.deps.timers }, (signal) =>
      firstReachable(links, (link) => link.ask(PATHS.report, { connectionId, minutes }, signal)),
    );
    return value as ConnectionReport;
  }

  override manifests(): readonly ErpManifest[] {
    return this.deps.manifests;
  }

  override async check(candidate: ErpConnectionCandidate): Promise<void> {
    await this.#asked(PATHS.check, candidate, CHECK_MS);
  }

  override async probe(candidate: ErpConnectionCandidate): Promise<readonly ProbeVerdict[]> {
    try {
      return (await this.#asked(PATHS.probe, candidate, PROBE_MS)) as readonly ProbeVerdict[];
    } catch (thrown) {
      return [{ check: 'address', ok: false, detail: toErpError(thrown).message }];
    }
  }

  /** Every gateway may have held the connection once; one that cannot be reached is told when it comes back. */
  override async reset(connectionId: string): Promise<void> {
    const told = await Promise.allSettled(this.deps.links.map((link) => this.#resetAt(link, connectionId)));
    const failure = told.find(({ status }) => status === 'rejected');
    if (failure?.status === 'rejected' && told.every(({ status }) => status === 'rejected')) throw failure.reason;
  }

  /** A gateway tells how connections are. One that holds no calls of a connection does not overrule one that does. */
  heard(from: GatewayLink, views: readonly ErpHealthView[]): void {
    for (const view of views) {
      const known = this.#health.get(view.connectionId);
      if (view.state === 'unknown' && known !== undefined && known.from !== from) continue;
      this.#health.set(view.connectionId, { view, from });
    }
  }

  /** Forgets what a gateway said that cannot be heard any more: nobody knows how its connections are. */
  lost(from: GatewayLink): void {
    for (const [connectionId, known] of this.#health) {
      if (known.from === from) this.#health.delete(connectionId);
    }
  }

  /** Tells a gateway that came back what it missed. */
  async settle(link: GatewayLink): Promise<void> {
    const owed = this.#owed.get(link);
    this.#owed.delete(link);
    await Promise.allSettled([...(owed ?? [])].map((connectionId) => this.#resetAt(link, connectionId)));
  }

  async #resetAt(link: GatewayLink, connectionId: string): Promise<void> {
    try {
      await withinDeadline({ ms: CHECK_MS, timers: this.deps.timers }, (signal) =>
        link.ask(PATHS.reset, { connectionId }, signal),
      );
    } catch (error) {
      const owed = this.#owed.get(link) ?? new Set();
      this.#owed.set(link, owed.add(connectionId));
      throw error;
    }
  }

  async #asked(path: string, candidate: ErpConnectionCandidate, ms: number): Promise<unknown> {
    const links = rankedFor(candidate.connectionId, this.deps.links);
    const { value } = await withinDeadline({ ms, timers: this.deps.timers }, (signal) =>
      firstReachable(links, (link) => link.ask(path, candidate, signal)),
    );
    return value;
  }

  #unheardOf(connectionId: string): ErpHealthView {
    const nothing = { calls: 0, failures: 0, cacheHits: 0, coalesced: 0 };
    return { connectionId, state: 'unknown', since: this.#since, ...nothing };
  }
}
