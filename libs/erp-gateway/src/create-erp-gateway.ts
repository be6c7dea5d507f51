import type { ErpAdapter, ErpChanges, ErpConnections, ErpConnectionSource, ErpReads } from '@headwater/erp-contracts';
import { systemClock, type Clock } from '@headwater/kernel';
import { AgreementSampler } from './agreement/agreement-sampler';
import { ReadThroughCache, type ReadThroughCacheOptions } from './cache/read-through-cache';
import { GatewayFigures } from './figures/gateway-figures';
import { ChangeWatch } from './gateway/change-watch';
import { ConnectionFollower } from './gateway/connection-follower';
import { ErpCaller } from './gateway/erp-caller';
import { GatewayChanges } from './gateway/gateway-changes';
import { GatewayConnections } from './gateway/gateway-connections';
import { GatewayReads } from './gateway/gateway-reads';
import { NoticeLedger } from './gateway/notice-ledger';
import type { ErpGatewayObserver } from './gateway/observer';
import { observers } from './gateway/observers';
import { type ConnectionLifetime, OpenConnections } from './gateway/open-connections';
import type { TtlOverrides } from './gateway/time-to-live';
import { ConnectionGenerations } from './sharing/connection-generations';
import type { SharedGatewayState } from './shared/shared-gateway-state';
import type { ConcurrencyGovernor } from './resilience/concurrency-governor';
import type { ResilienceView } from './resilience/connection-resilience';
import { CountedGovernor } from './resilience/counted-governor';
import { LocalConcurrencyGovernor } from './resilience/local-governor';
import { ShareOfPlaces } from './resilience/share-of-places';
import { metricFamilies } from './metrics/metric-families';
import type { MetricFamily } from './metrics/metric-family';
import { GatewayReports } from './reports/gateway-reports';
import type { ReadTracing } from './tracing/read-tracing';
import { systemTimers, type Timers } from './timers';

export interface ErpGatewayOptions {
  readonly adapters: readonly ErpAdapter[];
  /** Where configured connections are found. */
  readonly connections: ErpConnectionSource;
  /** Where ERPs that notify subscribers can reach this deployment, for a connection. */
  readonly notificationUrl?: (connectionId: string) => string;
  readonly observer?: ErpGatewayObserver;
  /** Makes a span of every read. */
  readonly tracing?: ReadTracing;
  /** The share of kept answers that is compared with the ERP's own, from 0 to 1; 0 where absent. */
  readonly comparedShare?: number;
  /** TTLs of this deployment, in milliseconds; a manifest's and a connection's own come before them. */
  readonly ttlMs?: TtlOverrides;
  /** What several processes keep in common, closed with the gateway; absent where there is one process. */
  readonly shared?: SharedGatewayState;
  /** How many processes ask the same ERPs; 1 where absent. Where they share nothing, each has its share of places. */
  readonly processes?: number;
  /** Bounds of the memory the cache takes. */
  readonly cache?: CacheBounds;
  /** Counts the places of ERP accounts over all processes that ask them; over this one alone where absent. */
  readonly governor?: ConcurrencyGovernor;
  readonly clock?: Clock;
  readonly timers?: Timers;
  /** From 0 to below 1; spreads expiry, repetitions and probes. */
  readonly random?: () => number;
}

export interface CacheBounds {
  readonly maxEntries?: number;
  /** Approximate. */
  readonly maxBytes?: number;
  /** How many changed things are remembered; beyond it there are extra misses, never stale values. */
  readonly maxTags?: number;
}

export interface ErpGateway {
  readonly reads: ErpReads;
  readonly changes: ErpChanges;
  readonly connections: ErpConnections;
  /** What holds calls of a connection back now; undefined while it is not open. */
  readonly resilience: (connectionId: string) => ResilienceView | undefined;
  /** How much the cache holds now. */
  readonly kept: () => { readonly entries: number; readonly bytes: number };
  /** What was counted, for a collector of metrics: the source the reports of connections come from. */
  readonly metrics: () => readonly MetricFamily[];
  /** Ends every call, socket and timer; reads fail from then on. */
  readonly close: () => Promise<void>;
}

const DEFAULT_BOUNDS = { maxEntries: 50_000, maxBytes: 128 * 1024 * 1024, maxTags: 100_000 };
const ABSENT_TTL_MS = 5_000;
const OPEN_TIMEOUT_MS = 10_000;
const CLOSING_GRACE_MS = 2_000;
const REMEMBERED_NOTICES = 50_000;

/** The part of Headwater that talks to ERPs, put together. */
export function createErpGateway(options: ErpGatewayOptions): ErpGateway {
  const { adapters, clock = systemClock, timers = systemTimers, random = Math.random } = options;
  const figures = new GatewayFigures(clock);
  const observer = observers(figures, options.observer ?? {});
  const generations = new ConnectionGenerations();
  const cache = cacheOf(options, { clock, timers, random, invalidated: (tags) => generations.invalidated(tags) });
  const lifetime: ConnectionLifetime = {
    start: (opened) => watch.start(opened),
    stop: (opened) => watch.stop(opened),
  };
  const governor = options.governor ?? governorOf(options);
  const generationOf = (connectionId: string): number => generations.of(connectionId);
  const opening = { observer, clock, timers, random, governor, generationOf };
  const connections = new OpenConnections({ ...opening, adapters, source: options.connections, lifetime });
  const caller = new ErpCaller({ connections, clock, observer });
  const parts = { cache, connections, observer, clock, timers };
  const ledger = new NoticeLedger(clock, REMEMBERED_NOTICES);
  const changes = new GatewayChanges({ ...parts, ledger, notes: options.shared });
  const reads = new GatewayReads({
    ...parts,
    caller,
    source: options.connections,
    deploymentTtl: options.ttlMs,
    openTimeoutMs: OPEN_TIMEOUT_MS,
    tracing: options.tracing,
    onHit: (opened, read, kept) => sampler.answered(opened, read, kept),
  });
  const sampler = new AgreementSampler({
    share: options.comparedShare ?? 0,
    reread: (opened, read) => reads.reread(opened, read),
    changes: changes.changes,
    figures,
    observer,
    timers,
    random,
  });
  const reports = new GatewayReports({ figures, connections, sampler, clock });
  const watch = new ChangeWatch({ changes, clock, timers, observer, notificationUrl: options.notificationUrl });
  options.shared?.level.follow(new ConnectionFollower({ cache, connections, source: options.connections }));
  return {
    reads,
    changes,
    connections: new GatewayConnections({ ...parts, adapters, governor, reports }),
    resilience: (connectionId) => connections.peek(connectionId)?.resilience,
    kept: () => cache.kept,
    metrics: () => metricFamilies({ figures, reports, kept: cache.kept }),
    close: async () => {
      sampler.close();
      changes.close();
      await connections.close(CLOSING_GRACE_MS);
      options.shared?.close();
    },
  };
}

function cacheOf(
  { cache, shared }: ErpGatewayOptions,
  parts: Pick<ReadThroughCacheOptions, 'clock' | 'timers' | 'random' | 'invalidated'>,
): ReadThroughCache {
  return new ReadThroughCache({
    ...DEFAULT_BOUNDS,
    ...cache,
    ...parts,
    absentTtlMs: ABSENT_TTL_MS,
    shared: shared?.level,
  });
}

function governorOf({ shared, processes = 1 }: ErpGatewayOptions): ConcurrencyGovernor {
  const here = new LocalConcurrencyGovernor();
  return new CountedGovernor(shared?.governor ?? new ShareOfPlaces(here, processes), here);
}
