import type { Instant } from '@headwater/kernel';

/** Settings that are no secret, as the adapter's form asked for them: flat, and no place to hide anything in. */
export type ConnectionSettings = Readonly<Record<string, string | number | boolean>>;

/** Secrets by the key of their setting, in the clear; only ever in memory. */
export type ConnectionSecrets = Readonly<Record<string, string>>;

/** A configured ERP. */
export interface ErpConnectionRecord {
  readonly id: string;
  readonly name: string;
  /** Id of the adapter's manifest, for example `infor-sxe`. */
  readonly adapter: string;
  readonly settings: ConnectionSettings;
  /** Which secrets are stored; their values are asked for separately. */
  readonly secretKeys: readonly string[];
  readonly enabled: boolean;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
}
