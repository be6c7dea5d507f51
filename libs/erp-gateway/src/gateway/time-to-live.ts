import {
  DEFAULT_TTL_MS,
  type Capability,
  type ErpConnectionCandidate,
  type ErpManifest,
} from '@headwater/erp-contracts';

/** How long values of one capability may be shown, in milliseconds from the start of their fetch. */
export interface TimeToLive {
  /** Without a label. */
  readonly ttlMs: number;
  /** As last-known, while the ERP does not answer. */
  readonly lastKnownMs: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Money that is promised or lent gets no longer grace than this, whatever the TTL. */
const GRACE_OF_COMMITMENTS_MS = 5 * MINUTE;

const LAST_KNOWN_MS: { readonly [C in Exclude<Capability, 'prices' | 'credit'>]: number } = {
  availability: 15 * MINUTE,
  orders: 24 * HOUR,
  shipments: 24 * HOUR,
  invoices: 24 * HOUR,
  items: 7 * DAY,
  customers: 7 * DAY,
};

export type TtlOverrides = { readonly [C in Capability]?: number };

/** The most particular word wins: the connection's own, then the adapter's, then the deployment's, then the product's. */
export function timeToLive(capability: Capability, { connection, manifest, deployment }: TtlSources): TimeToLive {
  const ttlMs =
    connection.ttlMs?.[capability] ??
    manifest.ttlMs?.[capability] ??
    deployment?.[capability] ??
    DEFAULT_TTL_MS[capability];
  const lastKnownMs =
    capability === 'prices' || capability === 'credit' ? ttlMs + GRACE_OF_COMMITMENTS_MS : LAST_KNOWN_MS[capability];
  return { ttlMs, lastKnownMs };
}

export interface TtlSources {
  readonly connection: Pick<ErpConnectionCandidate, 'ttlMs'>;
  readonly manifest: Pick<ErpManifest, 'ttlMs'>;
  readonly deployment?: TtlOverrides | undefined;
}
