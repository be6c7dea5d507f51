import type { Capability, CapabilityContract, ErpHealthView, SettingValue } from '@headwater/erp-contracts';
import type { CountedPage } from '@headwater/kernel';

/** A secret is never sent back; only whether one is stored. */
export interface StoredSecret {
  readonly set: boolean;
}

/** A configured ERP as `GET /api/erp/connections` shows it. */
export interface ErpConnectionSummary {
  readonly id: string;
  readonly name: string;
  readonly adapter: string;
  readonly adapterName: string;
  readonly company: string;
  readonly enabled: boolean;
  readonly version: number;
  readonly health: ErpHealthView;
  readonly capabilities: { readonly [C in Capability]: CapabilityContract };
  /** Only for those who may change connections. */
  readonly settings?: Readonly<Record<string, SettingValue | StoredSecret>>;
}

export type ErpConnectionPage = CountedPage<ErpConnectionSummary>;
