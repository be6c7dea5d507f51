import type { ErpRefKind, Instant } from '@headwater/kernel';

/**
 * Something changed in the ERP: which thing, not how. Values of an event body are never taken over,
 * because an event may be late, doubled or out of order; the next read asks the ERP.
 */
export interface ErpChange {
  readonly kind: ErpRefKind;
  /** The changed thing's own key: order number, item number, customer number … */
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

export interface TranslatedNotice {
  /** The ERP's own id of the notice, by which doubled deliveries are recognised. */
  readonly id: string;
  readonly occurredAt?: Instant;
  readonly changes: readonly ErpChange[];
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
