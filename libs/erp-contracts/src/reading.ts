import type { Instant } from '@headwater/kernel';
import type { ErpCallTurn } from './turn';

/** What a reader returns: the normalized view and when the ERP was asked for it. */
export interface Reading<T> {
  readonly data: T;
  /** Start of the vendor call (of the first, where a reading needs several). */
  readonly asOf: Instant;
  readonly company: string;
}

/** What whoever asks knows beside the question. It may spare calls; it never changes the answer. */
export interface ReadHints {
  /** The customer that the thing asked for belongs to. */
  readonly customer?: string;
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
  /** Where its vendor calls stand in line; those without a turn are people's. */
  readonly turn?: ErpCallTurn;
  readonly hints?: ReadHints;
  /** Asks the ERP, or takes part in an equal vendor read that may be shared; every call asks for itself where absent. */
  readonly share?: ShareVendorRead;
}

/** Settles as the vendor read does, or rejects with the signal's reason; a read that others share goes on then. */
export type ShareVendorRead = <T>(read: VendorRead<T>, signal: AbortSignal) => Promise<T>;

/** A vendor call that changes nothing in the ERP, and whose answer depends on nothing but its question and who asks. */
export interface VendorRead<T> {
  /** Method, address and body. What two reads spell alike, they ask alike. */
  readonly question: string;
  /** How long the answer may be used again where it is reference data, which hardly ever changes; milliseconds. */
  readonly referenceMs?: number;
  /** How many rounds of further calls of the same read wait for the answer; 0 where absent. They count with its turn. */
  readonly followedBy?: number;
  /** Asks by the call given, whose signal aborts when nobody waits any more. The answer is shared, so nobody changes it. */
  readonly ask: (call: Pick<ErpCall, 'signal' | 'turn' | 'inPlace'>) => Promise<VendorAnswer<T>>;
}

export interface VendorAnswer<T> {
  readonly value: T;
  /** About how much memory it takes. */
  readonly bytes: number;
}
