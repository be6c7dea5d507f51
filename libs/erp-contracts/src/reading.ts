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
  /**
   * Runs one vendor call in a place of the ERP's account, counted over everyone who asks it. Only where the manifest
   * says that the ERP counts vendor calls. Leaves the line when the signal aborts.
   */
  readonly inPlace?: <T>(signal: AbortSignal, vendorCall: () => Promise<T>) => Promise<T>;
}
