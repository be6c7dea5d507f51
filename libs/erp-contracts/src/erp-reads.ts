import type { Observable } from 'rxjs';
import type { ProbeVerdict } from './adapter';
import type { ErpChange, NoticeReply, RawErpNotice } from './change';
import type { ConnectionReport } from './connection-report/connection-report';
import type { ErpAnswer, ErpSource } from './freshness';
import type { ErpManifest } from './manifest';
import type { Capability, ErpOperation, QueryOf, ViewOf } from './operations';
import type { ReadHints } from './reading';
import type { Section } from './section';

/** Who asks, as far as it shapes what the ERP answers. Entries of different scopes are never shared. */
export interface ReadScope {
  /** The ERP principal the call is made as; `service` for the connection's own account. */
  readonly principal: string;
}

export interface ErpRead<O extends ErpOperation = ErpOperation> {
  readonly connectionId: string;
  readonly operation: O;
  readonly query: QueryOf<O>;
  readonly scope: ReadScope;
  /** Ask past the cache. */
  readonly fresh?: boolean;
  /**
   * `background`: nobody waits for it, or only for it as one of many, so that it goes behind those somebody waits for;
   * `interactive` where absent.
   */
  readonly priority?: 'interactive' | 'background';
  /** How many rounds of further questions wait for its answer, so that the longest way begins first; 0 where absent. */
  readonly followedBy?: number;
  /**
   * The page request it is asked for, by a name of its own. Reads of one page may use what the ERP said to another of
   * them, unless the connection reported a change since.
   */
  readonly page?: string;
  /** What the reader knows beside the question; no part of it. */
  readonly hints?: ReadHints;
  /** Milliseconds until the reader gives up; the connection's own timeout where absent. */
  readonly deadlineMs?: number;
  /** Aborts when the reader has gone away; what others wait for goes on. */
  readonly signal?: AbortSignal;
}

/**
 * Every ERP read of the product. Features inject this class and never see an adapter, a cache or a socket.
 */
export abstract class ErpReads {
  /** Throws `ErpError`. */
  abstract read<O extends ErpOperation>(read: ErpRead<O>): Promise<ErpAnswer<ViewOf<O>>>;

  /**
   * What `read` would answer without asking anyone: a kept value that needs no label. Counts as a read. Undefined where
   * the whole read is needed, which is also the only one that refuses.
   */
  abstract kept<O extends ErpOperation>(read: ErpRead<O>): ErpAnswer<ViewOf<O>> | undefined;

  /**
   * The same reads side by side: one section each, in the order the answers arrive, complete at the deadline
   * at the latest. Never errors: a failure is the state of its own section.
   */
  abstract fanOut<K extends string>(
    reads: readonly KeyedErpRead<K>[],
    options: { readonly deadlineMs: number },
  ): Observable<KeyedSection<K>>;

  /** Where answers of a connection come from. Throws `ErpError` `not-found` for an unknown connection. */
  abstract sourceOf(connectionId: string): Promise<ErpSource>;

  /** Every connection that is switched on. */
  abstract connectionIds(): Promise<readonly string[]>;

  /** The manifest a connection works by. Throws `ErpError` `not-found` for an unknown connection. */
  abstract manifestOf(connectionId: string): Promise<ErpManifest>;
}

export interface KeyedErpRead<K extends string = string> {
  readonly key: K;
  readonly read: ErpRead;
}

export interface KeyedSection<K extends string = string> {
  readonly key: K;
  readonly connectionId: string;
  readonly section: Section;
}

/** What became of an ERP's change notice. */
export interface ErpNoticeReceipt {
  readonly accepted: boolean;
  /** True where the same notice had come before. */
  readonly duplicate: boolean;
  readonly changes: number;
}

export interface ReceivedErpNotice extends ErpNoticeReceipt {
  /** What the sender wants to hear in place of the receipt, where the notice was a handshake. */
  readonly reply?: NoticeReply;
}

export interface ConnectionChange {
  readonly connectionId: string;
  readonly change: ErpChange;
}

/** Change notices of ERPs, and who wants to hear of them. */
export abstract class ErpChanges {
  /**
   * Verifies, translates and invalidates. When it resolves, no read that starts later returns a value
   * fetched before. Throws `ErpError` `unauthorized`, `bad-response`, `unsupported` or `not-found`.
   */
  abstract receive(connectionId: string, notice: RawErpNotice): Promise<ReceivedErpNotice>;

  /** Every change after its invalidation is done. */
  abstract readonly changes: Observable<ConnectionChange>;
}

export const HEALTH_STATES = ['unknown', 'up', 'degraded', 'down', 'credentials'] as const;
export type ErpHealthState = (typeof HEALTH_STATES)[number];

/** Computed from calls that really happened; `unknown` before the first. */
export interface ErpHealthView {
  readonly connectionId: string;
  readonly state: ErpHealthState;
  readonly since: string;
  readonly lastGoodAt?: string;
  readonly lastError?: { readonly code: string; readonly at: string };
  readonly calls: number;
  readonly failures: number;
  readonly cacheHits: number;
  readonly coalesced: number;
  /** Milliseconds over the recent calls; absent before the first. */
  readonly latencyMs?: { readonly p50: number; readonly p95: number };
}

/** Looks after connections: their health, their test, and their replacement after an admin changed one. */
export abstract class ErpConnections {
  abstract health(connectionId: string): ErpHealthView;
  /** What was measured in the latest minutes, the running one included; `minutes` from 1 to `LONGEST_REPORT_MINUTES`. */
  abstract report(connectionId: string, minutes: number): Promise<ConnectionReport>;
  /** Whether the adapter can work with these settings at all; asks nobody. Throws `ErpError` `invalid-request` or `unsupported`. */
  abstract check(candidate: ErpConnectionCandidate): Promise<void>;
  /** Tries settings that need not be stored yet. Never throws: a failure is a verdict. */
  abstract probe(candidate: ErpConnectionCandidate): Promise<readonly ProbeVerdict[]>;
  /** Closes and forgets a connection and everything cached of it; the next read opens it anew. */
  abstract reset(connectionId: string): Promise<void>;
  abstract manifests(): readonly ErpManifest[];
}

export interface ErpConnectionCandidate {
  readonly connectionId: string;
  readonly adapter: string;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  /** How long answers may be shown without a label on this connection, in milliseconds; before the manifest's and the product's own. */
  readonly ttlMs?: { readonly [C in Capability]?: number };
  /** How long this site's ERP may answer with old values after an event, in milliseconds; the manifest's where absent. */
  readonly settleMs?: number;
}

/** Where the gateway finds configured connections; secrets decrypted. Implemented beside the database. */
export abstract class ErpConnectionSource {
  /** Undefined for an unknown or disabled connection. */
  abstract find(connectionId: string): Promise<ErpConnectionCandidate | undefined>;
  /** Every connection that is switched on. */
  abstract enabledIds(): Promise<readonly string[]>;
}

export type CapabilitySections = { readonly [C in Capability]?: readonly Section[] };

/** The account overview: a list of sections per capability, one for each linked customer. */
export interface ErpOverview {
  readonly sections: CapabilitySections;
}
