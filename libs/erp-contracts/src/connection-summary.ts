import type { ErpHealthView } from './erp-reads';
import type { ErpManifest } from './manifest';
import type { SettingValue } from './settings';

/** In place of a secret, which is never sent to a client: whether there is one. */
export interface StoredSecret {
  readonly set: boolean;
}

/** A configured ERP as the API shows it. */
export interface ErpConnectionSummary {
  readonly id: string;
  readonly name: string;
  /** Id of the adapter's manifest. */
  readonly adapter: string;
  readonly adapterName: string;
  /** The ERP's own company; empty while the connection is switched off or cannot be opened. */
  readonly company: string;
  readonly enabled: boolean;
  readonly version: number;
  readonly health: ErpHealthView;
  readonly capabilities: ErpManifest['capabilities'];
  /** Only for those who may change connections. */
  readonly settings?: { readonly [key: string]: SettingValue | StoredSecret };
}
