import { createInforSxeAdapter } from '@headwater/erp-adapters/infor-sxe';
import type { ErpAdapter, ErpAdapterDeps, SettingValues } from '@headwater/erp-contracts';

/** How the world's own keys look in an ERP, where they look different; see the simulators' README. */
export interface WorldKeys {
  readonly customer?: (number: string) => string;
  readonly order?: (number: string) => string;
  readonly shipment?: (number: string) => string;
  readonly invoice?: (number: string) => string;
  readonly warehouse?: (code: string) => string;
  readonly unit?: (unit: string) => string;
}

/** One ERP of the comparison: its adapter, how it is connected to its simulator, and its keys. */
export interface ErpUnderTruth {
  readonly id: string;
  readonly create: (deps: ErpAdapterDeps) => ErpAdapter;
  /** Settings for company 1 of the world, from what the simulator says an admin would enter. */
  readonly settings: (credentials: unknown) => SettingValues;
  readonly keys?: WorldKeys;
  /** Orders the ERP has no place for, such as quotes; left out of the comparison. */
  readonly hasOrder?: (order: { readonly kind: string; readonly status: string }) => boolean;
}

type Credentials = { readonly settings: SettingValues };

export const ERPS_UNDER_TRUTH: readonly ErpUnderTruth[] = [
  {
    id: 'infor-sxe',
    create: createInforSxeAdapter,
    settings: (credentials) => ({ ...(credentials as Credentials).settings, companyNumber: 1, orderHistoryDays: 1500 }),
  },
];
