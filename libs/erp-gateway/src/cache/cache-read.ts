import type { ErpError } from '@headwater/erp-contracts';
import type { Instant } from '@headwater/kernel';

/** What a value is filed under. Different partitions never share a value, whatever the rest of the key. */
export interface CacheKey {
  /** Everything that shapes the answer beside the question: connection, ERP principal. */
  readonly partition: string;
  /** The question, in one canonical spelling. */
  readonly id: string;
  /** Version of the shape of the answer; a value of another version is not found. */
  readonly schemaVersion: number;
}

/** How one read may be answered. Durations in milliseconds. */
export interface ReadPolicy {
  /** What the answer depends on, as far as the question tells. */
  readonly tags: readonly string[];
  /** How old an unlabelled value may be, from the start of its fetch; 0 keeps nothing fresh. */
  readonly ttlMs: number;
  /** How old a last-known value may be, from the start of its fetch. */
  readonly lastKnownMs: number;
  /** `fresh` passes what is kept, and any load that began before this read. */
  readonly mode: 'cached' | 'fresh';
  /** With `fresh`: nothing asked of the source before this may be part of the answer; monotonic. This read's beginning where absent. */
  readonly notBefore?: number;
  /** How long this reader waits. */
  readonly deadlineMs: number;
  /** How long a load may take, whoever waits for it. */
  readonly loadTimeoutMs: number;
  /** Aborts when this reader has gone away. */
  readonly signal?: AbortSignal;
}

export interface Loaded<V> {
  readonly value: V;
  /** What the answer turned out to depend on beyond the policy's tags. */
  readonly tags: readonly string[];
  /** When the earliest part of it was asked for, where that was before the load began; monotonic. */
  readonly since?: number | undefined;
}

/** What a load has to keep to. */
export interface LoadTerms {
  /** Somebody who waits asked past everything known before this moment; monotonic. */
  readonly notBefore?: number | undefined;
}

/** Asks the source. Must end soon after `signal` aborts; its result is ignored from then on. Throws `ErpError`. */
export type Load<V> = (signal: AbortSignal, terms: LoadTerms) => Promise<Loaded<V>>;

/**
 * How the cache came to its answer: `hit` a kept one, `shared` one that another process keeps in common, `miss` a
 * load of this reader's own, `bypass` the same at the reader's wish, `joined` a load that others wait for too,
 * `last-known` a kept one because the source did not answer.
 */
export type CacheDecision = 'hit' | 'shared' | 'miss' | 'bypass' | 'joined' | 'last-known';

export type CacheAnswer<V> =
  | {
      readonly kind: 'value';
      readonly decision: CacheDecision;
      readonly value: V;
      /** Monotonic time at the start of the fetch. */
      readonly fetchedAt: number;
      /** Wall time at the start of the fetch. */
      readonly asOf: Instant;
      /** Only with `last-known`: a change was reported since the fetch. */
      readonly changedSince: boolean;
    }
  | { readonly kind: 'failed'; readonly decision: CacheDecision; readonly error: ErpError };
