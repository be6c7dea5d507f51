import {
  ErpError,
  ErpReads,
  toErpError,
  type ErpAnswer,
  type ErpConnectionSource,
  type ErpManifest,
  type ErpOperation,
  type ErpRead,
  type ErpSource,
  type KeyedErpRead,
  type KeyedSection,
  type Reading,
  type ViewOf,
} from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import type { Observable } from 'rxjs';
import type { CacheAnswer, Load, Loaded, LoadTerms } from '../cache/cache-read';
import { textOfKey, type ReadThroughCache } from '../cache/read-through-cache';
import type { ReadTracing } from '../tracing/read-tracing';
import type { Timers } from '../timers';
import { toAnswer } from './answer';
import { checkQuestion } from './check-question';
import type { ErpCaller } from './erp-caller';
import { fanOutSections } from './fan-out';
import type { ErpGatewayObserver } from './observer';
import type { OpenConnections } from './open-connections';
import type { OpenedConnection } from './opened-connection';
import { keyOf, loadedFrom, policyOf, timeToLiveOf } from './read-plan';
import type { TtlOverrides } from './time-to-live';
import { within } from './within';

export interface GatewayReadsDeps {
  readonly cache: ReadThroughCache;
  readonly caller: ErpCaller;
  readonly connections: OpenConnections;
  readonly source: ErpConnectionSource;
  readonly observer: ErpGatewayObserver;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly deploymentTtl: TtlOverrides | undefined;
  /** Told of every kept answer that was given. */
  readonly onHit: (opened: OpenedConnection, read: ErpRead, kept: Reading<unknown>) => void;
  /** Around every read, where reads are traced. */
  readonly tracing: ReadTracing | undefined;
  /** How long a connection may take to be found and opened where the reader sets no deadline. */
  readonly openTimeoutMs: number;
}

/** Every read: connection, check against the manifest, cache, call, freshness. */
export class GatewayReads extends ErpReads {
  readonly #keyTexts = new WeakMap<ErpRead, string>();

  constructor(private readonly deps: GatewayReadsDeps) {
    super();
  }

  override async read<O extends ErpOperation>(read: ErpRead<O>): Promise<ErpAnswer<ViewOf<O>>> {
    try {
      return (await this.#traced(read as unknown as ErpRead)) as ErpAnswer<ViewOf<O>>;
    } catch (thrown) {
      throw attributed(toErpError(thrown), read.connectionId);
    }
  }

  override kept<O extends ErpOperation>(read: ErpRead<O>): ErpAnswer<ViewOf<O>> | undefined {
    return this.#kept(read as unknown as ErpRead) as ErpAnswer<ViewOf<O>> | undefined;
  }

  override fanOut<K extends string>(
    reads: readonly KeyedErpRead<K>[],
    options: { readonly deadlineMs: number },
  ): Observable<KeyedSection<K>> {
    return fanOutSections(reads, {
      deadlineMs: options.deadlineMs,
      timers: this.deps.timers,
      read: (read) => this.read(read),
      sourceOf: (connectionId) => this.#knownSource(connectionId),
      prime: (connectionId) => void this.#prime(connectionId),
    });
  }

  override async sourceOf(connectionId: string): Promise<ErpSource> {
    return (await this.deps.connections.get(connectionId)).source;
  }

  override connectionIds(): Promise<readonly string[]> {
    return this.deps.source.enabledIds();
  }

  override async manifestOf(connectionId: string): Promise<ErpManifest> {
    return (await this.deps.connections.get(connectionId)).manifest;
  }

  /** Asks the ERP for what a kept answer is to be compared with; nobody's read, so that nobody counts it as one. */
  async reread(opened: OpenedConnection, read: ErpRead): Promise<CacheAnswer<Reading<unknown>>> {
    const { cache, deploymentTtl } = this.deps;
    const policy = policyOf(read, { opened, deploymentTtl, deadlineMs: opened.manifest.limits.timeoutMs });
    return cache.read(keyOf(read), policy, (signal, terms) => this.#load(read, signal, terms));
  }

  #traced(read: ErpRead): Promise<ErpAnswer<unknown>> {
    const { tracing } = this.deps;
    return tracing === undefined ? this.#read(read) : tracing.around(read, () => this.#read(read));
  }

  async #read(read: ErpRead): Promise<ErpAnswer<unknown>> {
    const startedAt = this.deps.clock.monotonic();
    const { connections, cache, clock, deploymentTtl } = this.deps;
    const opened = connections.peek(read.connectionId) ?? (await this.#open(read));
    checkQuestion(opened.manifest, read.operation, read.query);
    const patienceMs = read.deadlineMs ?? opened.manifest.limits.timeoutMs;
    const deadlineMs = Math.max(0, patienceMs - (clock.monotonic() - startedAt));
    const leavePage = opened.vendorCalls.pages.enter(read.page);
    const policy = policyOf(read, { opened, deploymentTtl, deadlineMs });
    const load: Load<Reading<unknown>> = (signal, terms) => this.#load(read, signal, terms);
    const answer = await cache.read(keyOf(read), policy, load).finally(leavePage);
    this.#report(opened, read, { answer, startedAt });
    if (answer.kind === 'failed') throw answer.error;
    return toAnswer(answer, { source: opened.source, ttlMs: policy.ttlMs, now: clock.monotonic() });
  }

  /** What stands in the way is told by the reads; an ERP that is down is not knocked at for nothing. */
  async #prime(connectionId: string): Promise<void> {
    const [opening] = await Promise.allSettled([this.deps.connections.get(connectionId)]);
    if (opening.status === 'rejected' || opening.value.health.view().state === 'down') return;
    await Promise.allSettled([opening.value.connection.prime?.()]);
  }

  #kept(read: ErpRead): ErpAnswer<unknown> | undefined {
    const { connections, cache, clock, deploymentTtl } = this.deps;
    const opened = connections.peek(read.connectionId);
    if (opened === undefined) return undefined;
    const startedAt = clock.monotonic();
    const answer = cache.peek<Reading<unknown>>(this.#keyText(read));
    if (answer === undefined) return undefined;
    this.#report(opened, read, { answer, startedAt });
    const { ttlMs } = timeToLiveOf(read, opened, deploymentTtl);
    return toAnswer(answer, { source: opened.source, ttlMs, now: clock.monotonic() });
  }

  /** Whoever asks the same question object again gets its key without spelling it out. */
  #keyText(read: ErpRead): string {
    const known = this.#keyTexts.get(read);
    if (known !== undefined) return known;
    const text = textOfKey(keyOf(read));
    this.#keyTexts.set(read, text);
    return text;
  }

  #open(read: ErpRead): Promise<OpenedConnection> {
    const ms = read.deadlineMs ?? this.deps.openTimeoutMs;
    return within(this.deps.connections.get(read.connectionId), { ms, timers: this.deps.timers, signal: read.signal });
  }

  async #load(read: ErpRead, signal: AbortSignal, terms: LoadTerms): Promise<Loaded<Reading<unknown>>> {
    return loadedFrom(read, await this.deps.caller.call(read, signal, terms));
  }

  #report(
    opened: OpenedConnection,
    read: ErpRead,
    { answer, startedAt }: { readonly answer: CacheAnswer<Reading<unknown>>; readonly startedAt: number },
  ): void {
    const { connectionId, operation } = read;
    opened.health.decided(answer.decision);
    this.deps.observer.readFinished?.({
      connectionId,
      operation,
      ms: this.deps.clock.monotonic() - startedAt,
      outcome: answer.kind === 'failed' ? answer.error.code : 'ok',
      decision: answer.decision,
    });
    if (answer.kind === 'value' && answer.decision === 'hit') this.deps.onHit(opened, read, answer.value);
  }

  /** What is known of a source without asking anyone; a failure must still say whose it is. */
  #knownSource(connectionId: string): ErpSource {
    return this.deps.connections.peek(connectionId)?.source ?? { connectionId, adapter: 'unknown', company: '' };
  }
}

function attributed(error: ErpError, connectionId: string): ErpError {
  if (error.connectionId !== undefined) return error;
  const { code, message, retryAfterMs, transient } = error;
  return new ErpError(code, message, {
    cause: error,
    connectionId,
    transient,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}
