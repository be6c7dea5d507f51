import type { ManyCustomersOperation } from './many-customers/many-customers';
import type { Capability } from './operations';

/** One field of the form an admin fills in to connect this ERP; the web app builds the form from it. */
export interface SettingField {
  /** Key under which the value is handed to the adapter, for example `baseUrl`. */
  readonly key: string;
  readonly title: string;
  readonly help: string;
  readonly kind: 'text' | 'url' | 'number' | 'boolean' | 'select' | 'file';
  readonly required: boolean;
  /** Encrypted at rest, never sent to a client again. */
  readonly secret: boolean;
  /** Position in the form, ascending. */
  readonly order: number;
  readonly example?: string;
  readonly default?: string | number | boolean;
  /** A regular expression the whole text must match. */
  readonly pattern?: string;
  readonly options?: readonly string[];
  /** The text has several lines, one thing per line. */
  readonly multiline?: boolean;
  /** Of a number, both inclusive. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** Works when left alone, so a form shows it apart. */
  readonly advanced?: true;
  /**
   * Asked for only where another setting has one of these values, as a sign-in has credentials of its own; never
   * folded away then, because nothing works without it.
   */
  readonly onlyWhen?: { readonly setting: string; readonly is: readonly string[] };
}

/** What a list of this capability can really do in the ERP. */
export interface ListContract {
  /** Fields a `sort` may name; prefix `-` for descending. */
  readonly sortable: readonly string[];
  /** Query parameters the ERP itself filters by. */
  readonly filterable: readonly string[];
  /** Whether `q` searches in the ERP. */
  readonly searchable: boolean;
  readonly maxPageSize: number;
  /** False where the ERP gives one bounded answer and no next page. */
  readonly paged: boolean;
}

export interface SupportedCapability {
  readonly supported: true;
  readonly list?: ListContract;
  /** Largest batch one call takes, for availability and prices. */
  readonly maxBatch?: number;
  /**
   * Reads this ERP answers about many customers in one call, and about how many at most; the others are asked customer
   * by customer.
   */
  readonly manyCustomers?: { readonly [O in ManyCustomersOperation]?: number };
  /** `exact`: the ERP computes the customer's own price. `indicative`: it only holds records to guess from. */
  readonly priceQuality?: 'exact' | 'indicative';
  /**
   * Fields of the view this ERP never tells, by path: `deliveredOn`, `lines.promisedOn`; `list.warehouse` where only a
   * list does not tell it. They are absent, not made up.
   */
  readonly lacks?: readonly string[];
  /** What an admin should know, in plain words. */
  readonly notes?: readonly string[];
}

export interface UnsupportedCapability {
  readonly supported: false;
  /** Why, and what would make it work. */
  readonly reason: string;
}

export type CapabilityContract = SupportedCapability | UnsupportedCapability;

/** What the ERP bears from us. */
export interface ErpLimits {
  /** Calls in flight, at most; the gateway goes below it where the ERP struggles, never above. */
  readonly maxConcurrency: number;
  /** How long one vendor call may take, in milliseconds. */
  readonly timeoutMs: number;
  /**
   * What counts as one call in flight: a whole read where absent. An ERP that counts requests itself, and refuses
   * those beyond the limit, is `vendor-calls`: its adapter then takes a place for each request by `ErpCall.inPlace`.
   */
  readonly counts?: 'reads' | 'vendor-calls';
  /**
   * Capabilities whose slow reads may be asked a second time beside the first. None where absent, as it must be where
   * the ERP counts calls or each of them occupies something scarce.
   */
  readonly hedged?: readonly Capability[];
  /** Where a front end of this ERP offers HTTP/2 and does not bear it; otherwise it is spoken wherever offered. */
  readonly http2?: 'off';
}

/** Everything the product needs to know of an adapter without running it. */
export interface ErpManifest {
  /** Kebab case, stable for ever: it is stored with every connection. */
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  /** Version families this adapter speaks; the first is the default. */
  readonly versions: readonly string[];
  readonly capabilities: { readonly [C in Capability]: CapabilityContract };
  readonly settings: readonly SettingField[];
  readonly limits: ErpLimits;
  /** Overrides of the default TTLs, in milliseconds. */
  readonly ttlMs?: { readonly [C in Capability]?: number };
  readonly events: {
    readonly supported: boolean;
    /** How long after an event the ERP may still answer with the value before it, in milliseconds. */
    readonly settleMs: number;
    readonly notes: string;
  };
}
