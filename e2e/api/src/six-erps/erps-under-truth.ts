import { createInforSxeAdapter } from '@headwater/erp-adapters/infor-sxe';
import { createDynamics365FscmAdapter } from '@headwater/erp-adapters/dynamics365-fscm';
import type { Capability, ErpAdapter, ErpAdapterDeps, SettingValues } from '@headwater/erp-contracts';

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
  /** Fields this simulated site does not publish, though others may. */
  readonly siteLacks?: { readonly [C in Capability]?: readonly string[] };
  /** False where a paid order looks like an invoiced one. */
  readonly tellsPaidOrders?: false;
  /** What `used` of a credit position counts; the manifest's notes say so. */
  readonly creditUsed?: 'receivables' | 'receivables-and-orders';
  readonly hasOrder?: (order: { readonly kind: string; readonly status: string }) => boolean;
}

type Credentials = { readonly settings: SettingValues };

/** What the Finance & Supply Chain simulator hands out. */
interface FscmSheet {
  readonly settings: {
    readonly baseUrl: string;
    readonly tenant: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
  readonly priceCheck: string;
}

function fscmSettings(sheet: FscmSheet): SettingValues {
  const { baseUrl, tenant, clientId, clientSecret } = sheet.settings;
  return {
    environmentUrl: baseUrl,
    authorityUrl: baseUrl,
    tenantId: tenant,
    clientId,
    clientSecret,
    company: 'usmf',
    companyCurrency: 'USD',
    priceService: sheet.priceCheck.replace(/^\//, ''),
  };
}

export const ERPS_UNDER_TRUTH: readonly ErpUnderTruth[] = [
  {
    id: 'infor-sxe',
    create: createInforSxeAdapter,
    settings: (credentials) => ({ ...(credentials as Credentials).settings, companyNumber: 1, orderHistoryDays: 1500 }),
  },
  {
    id: 'dynamics365-fscm',
    create: createDynamics365FscmAdapter,
    settings: (credentials) => fscmSettings(credentials as FscmSheet),
    keys: { order: (number) => number.padStart(9, '0') },
    hasOrder: ({ kind }) => kind !== 'quote',
    siteLacks: { shipments: ['warehouse'] },
    tellsPaidOrders: false,
    creditUsed: 'receivables',
  },
];
