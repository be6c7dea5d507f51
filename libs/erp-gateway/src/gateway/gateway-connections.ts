import {
  ErpConnections,
  ErpError,
  toErpError,
  withFreshnessSettings,
  type ErpAdapter,
  type ConnectionReport,
  type ErpConnection,
  type ErpConnectionCandidate,
  type ErpHealthView,
  type ErpManifest,
  type ProbeVerdict,
} from '@headwater/erp-contracts';
import type { ReadThroughCache } from '../cache/read-through-cache';
import { AccountPlaces } from '../resilience/account-places';
import type { ConcurrencyGovernor } from '../resilience/concurrency-governor';
import type { GatewayReports } from '../reports/gateway-reports';
import type { Timers } from '../timers';
import type { ErpGatewayObserver } from './observer';
import { manifestOf, type OpenConnections } from './open-connections';
import { accountOf, type OpenedConnectionParts } from './opened-connection';
import { raceAbort } from './race-abort';
import { connectionTag } from './scoped-tags';
import { within } from './within';

export interface GatewayConnectionsDeps {
  readonly adapters: readonly ErpAdapter[];
  readonly cache: ReadThroughCache;
  readonly connections: OpenConnections;
  readonly observer: ErpGatewayObserver;
  readonly governor: ConcurrencyGovernor;
  readonly reports: GatewayReports;
  readonly timers: Timers;
}

/** A probe signs in and asks each capability once, one after the other at worst. */
const CALLS_OF_A_PROBE = 10;
const NO_ADAPTER = 'This deployment has no adapter of that kind.';

/** Health, test and replacement of connections. */
export class GatewayConnections extends ErpConnections {
  constructor(private readonly deps: GatewayConnectionsDeps) {
    super();
  }

  override health(connectionId: string): ErpHealthView {
    return this.deps.reports.health(connectionId);
  }

  override async report(connectionId: string, minutes: number): Promise<ConnectionReport> {
    return this.deps.reports.of(connectionId, minutes);
  }

  override manifests(): readonly ErpManifest[] {
    return this.deps.adapters.map(({ manifest }) => withFreshnessSettings(manifest));
  }

  /** The new settings hold from the next read on; running calls of the old ones may end, but nobody new joins them. */
  override async reset(connectionId: string): Promise<void> {
    this.deps.connections.retire(connectionId);
    this.deps.observer.connectionReset?.(connectionId);
    await this.deps.cache.invalidate([connectionTag(connectionId)], 'hard');
  }

  override async check(candidate: ErpConnectionCandidate): Promise<void> {
    const adapter = this.#adapterOf(candidate);
    if (adapter === undefined) throw new ErpError('unsupported', NO_ADAPTER);
    await this.#discard(candidate.connectionId, adapter.connect(candidate));
  }

  override async probe(candidate: ErpConnectionCandidate): Promise<readonly ProbeVerdict[]> {
    const adapter = this.#adapterOf(candidate);
    if (adapter === undefined) return [{ check: 'address', ok: false, detail: NO_ADAPTER }];
    const abort = new AbortController();
    let connection: ErpConnection | undefined;
    try {
      connection = adapter.connect(candidate);
      const ms = adapter.manifest.limits.timeoutMs * CALLS_OF_A_PROBE;
      const probing = this.#probe({ candidate, manifest: manifestOf(adapter, connection), connection }, abort.signal);
      return await within(probing, { ms, timers: this.deps.timers });
    } catch (thrown) {
      return [{ check: 'address', ok: false, detail: toErpError(thrown).message }];
    } finally {
      abort.abort();
      void this.#discard(candidate.connectionId, connection);
    }
  }

  /** A test counts among the calls of the ERP's account, and goes behind those somebody works with. */
  async #probe(parts: OpenedConnectionParts, signal: AbortSignal): Promise<readonly ProbeVerdict[]> {
    const { limits } = parts.manifest;
    const account = new AccountPlaces({ governor: this.deps.governor, account: accountOf(parts), limits });
    const turn = { priority: 'background' } as const;
    const place = await account.forRead(turn, signal);
    try {
      const verdicts = parts.connection.probe({ signal, ...account.forVendorCalls(turn) });
      return await raceAbort(verdicts, signal);
    } finally {
      place.release();
    }
  }

  #adapterOf(candidate: ErpConnectionCandidate): ErpAdapter | undefined {
    return this.deps.adapters.find(({ manifest }) => manifest.id === candidate.adapter);
  }

  async #discard(connectionId: string, connection: ErpConnection | undefined): Promise<void> {
    try {
      await connection?.close();
    } catch (error) {
      this.deps.observer.closeFailed?.(connectionId, error);
    }
  }
}
