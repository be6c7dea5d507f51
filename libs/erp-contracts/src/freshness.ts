import type { Instant } from '@headwater/kernel';

/** `live`: the ERP answered just now. `cached`: it answered within the TTL. `last-known`: it does not answer. */
export type FreshnessState = 'live' | 'cached' | 'last-known';

/** How a value was got. Travels with every ERP value, through every layer, to the screen. */
export interface Freshness {
  readonly state: FreshnessState;
  /** When the ERP said it: the start of the call that brought it, so the value is never older. */
  readonly asOf: Instant;
  /** Age in milliseconds when the answer left the gateway, by a monotonic clock. */
  readonly ageMs: number;
  /** How long, in milliseconds from `asOf`, the value may be shown without a label. */
  readonly ttlMs: number;
  /** Only with `last-known`: the ERP has reported a change of this value since, and did not yet answer with the new one. */
  readonly changedSince?: true;
}

/** Where a value came from. */
export interface ErpSource {
  readonly connectionId: string;
  /** Adapter id of the manifest, for example `infor-sxe`. */
  readonly adapter: string;
  /** The ERP's company (SX.e cono, SAP sales organisation, `dataAreaId` …). */
  readonly company: string;
}

/** The one shape of every ERP answer: the view, where it came from, and how fresh it is. */
export interface ErpAnswer<T> {
  readonly data: T;
  readonly source: ErpSource;
  readonly freshness: Freshness;
}
