import type { ErpRefKind, Instant } from '@headwater/kernel';
import type { ErpCall } from './reading';

/**
 * Something changed in the ERP: which thing, not how. Values of an event body are never taken over,
 * because an event may be late, doubled or out of order; the next read asks the ERP.
 */
export interface ErpChange {
  readonly kind: ErpRefKind;
  /**
   * The changed thing's own key: order number, item number, customer number … `*` where an ERP tells only an internal
   * id that nothing is asked for by: then every one of the kind may have changed.
   */
  readonly key: string;
  /** The customer it belongs to, where the notice says so; without it every customer's lists of that kind count as changed. */
  readonly customer?: string;
  /** The order it belongs to, where the notice says so. */
  readonly order?: string;
  /** A hard change forbids even last-known values (a recalled item, a voided price). */
  readonly hard: boolean;
}

/** A notice as it came over HTTP, before anyone trusts it. */
export interface RawErpNotice {
  readonly method: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** What a sender wants to hear beyond "accepted": the answer to a handshake. */
export interface NoticeReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Plain text. */
  readonly body?: string;
}

export interface TranslatedNotice {
  /** The ERP's own id of the notice, by which doubled deliveries are recognised. */
  readonly id: string;
  readonly occurredAt?: Instant;
  readonly changes: readonly ErpChange[];
  readonly reply?: NoticeReply;
}

/** Turns an ERP's own change notices into changes. */
export interface ErpEventTranslator {
  /**
   * Verifies the sender in constant time and translates.
   * Throws `ErpError` `unauthorized` for a wrong secret or signature, `bad-response` for an unreadable body.
   * A notice about something Headwater does not read has no changes.
   */
  translate(notice: RawErpNotice): TranslatedNotice;
}

/** What changed since a position, and the position to go on from. */
export interface SweptChanges {
  readonly changes: readonly ErpChange[];
  /** Opaque; held in memory only, so a process that starts anew starts at its own present. */
  readonly position: string;
}

/** Asks an ERP that sends no notices, or not for everything, which keys changed; a low-rate read of keys, never of values. */
export interface ErpChangeSweep {
  /** How long to wait between two sweeps, in milliseconds. */
  readonly everyMs: number;
  /** Without a position: no changes, and the ERP's present. Throws `ErpError`. */
  since(position: string | undefined, call: ErpCall): Promise<SweptChanges>;
}

/** Where an ERP sends notices only to those who subscribed, and forgets them after a while. */
export interface ErpSubscriptions {
  /**
   * Makes sure that the ERP tells `notificationUrl` of changes: finds the subscriptions of an earlier process,
   * renews what ends soon, creates what is missing. Doing it twice does no harm. Throws `ErpError`.
   */
  ensure(notificationUrl: string, call: ErpCall): Promise<{ readonly validUntil: Instant }>;
}
