import type { FscmOptions } from './options';
import { COMPANY_IDS } from './companies';
import { inventoryQueryPath, INVENTORY_APPLICATION } from './inventory-visibility/addresses';
import { priceCheckPath } from './price-check/price-check';

/** An app registration in Microsoft Entra, listed in the ERP and mapped to one of its users. */
export interface FscmCredentials {
  /** Directory (tenant) id. */
  readonly tenant: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Id of the environment, which Inventory Visibility asks for. */
  readonly environmentId: string;
}

/** Demo credentials. The `~` and `.` are those of real client secrets. */
export const DEMO_CREDENTIALS: FscmCredentials = {
  tenant: '3f9c1f52-7d1e-4a86-9c0b-5d2e6a7b8c90',
  clientId: 'b1d7c3a4-2e5f-4c68-8a9b-0c1d2e3f4a5b',
  clientSecret: 'demo8Q~Tz7.wVx2LrNk4-HsYb9GfPc6JmDq1Ae',
  environmentId: 'e7a90b1c-6d2f-4e38-b5a4-c3d2e1f0a9b8',
};

export interface CertificateSheet {
  readonly privateKey: string;
  readonly thumbprint: string;
}

/** What an admin enters to connect, and the addresses behind it. One loopback server plays every host of the cloud. */
export function connectionSheet(origin: string, options: FscmOptions, certificate: CertificateSheet): unknown {
  const { tenant, clientId, clientSecret, environmentId } = options.credentials;
  return {
    adapter: 'dynamics365-fscm',
    /** Beside these an admin enters one of `companies` as `company`. */
    settings: { baseUrl: origin, tenant, clientId, clientSecret, tokenUrl: `${origin}/${tenant}/oauth2/v2.0/token` },
    companies: Object.values(COMPANY_IDS),
    certificate,
    notices: { auth: options.noticeAuth, header: options.noticeSecretHeader, query: options.noticeSecretQuery },
    environmentId,
    priceCheck: options.priceCheck === 'absent' ? null : priceCheckPath(options.priceCheck),
    inventoryVisibility: options.inventoryVisibility === 'absent' ? null : inventorySheet(origin, options),
    addresses: {
      token: `${origin}/${tenant}/oauth2/v2.0/token`,
      tokenV1: `${origin}/${tenant}/oauth2/token`,
      data: `${origin}/data`,
      metadata: `${origin}/data/$metadata`,
      dataEntities: `${origin}/Metadata/DataEntities`,
    },
  };
}

function inventorySheet(origin: string, { credentials }: FscmOptions): unknown {
  return {
    baseUrl: origin,
    securityUrl: `${origin}/token`,
    scope: `${INVENTORY_APPLICATION}/.default`,
    indexQuery: `${origin}${inventoryQueryPath(credentials.environmentId)}`,
  };
}
