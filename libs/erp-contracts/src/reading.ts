import type { Instant } from '@headwater/kernel';

/** What a reader returns: the normalized view and when the ERP was asked for it. */
export interface Reading<T> {
  readonly data: T;
  /** Start of the vendor call (of the first, where a reading needs several). */
  readonly asOf: Instant;
  readonly company: string;
}

/** What a reader gets beside its query. */
export interface ErpCall {
  /** Aborts at the deadline or when nobody waits any more; every await on a socket must race it. */
  readonly signal: AbortSignal;
  /** The ERP's own name for the acting person where a connection maps users; the connection's own operator otherwise. */
  readonly operator?: string;
}
