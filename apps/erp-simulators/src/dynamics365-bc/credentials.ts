import { COMPANIES } from '../world/organisation';
import { companyId } from './identifiers';
import type { BcOptions } from './options';

export interface BcCredentials {
  readonly tenantId: string;
  readonly tenantDomain: string;
  /** The app registration. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** The named user of delegated sign-ins and of Basic authentication on premises. */
  readonly userName: string;
  readonly webServiceAccessKey: string;
}

/** Demo credentials, in the form of real ones. */
export const DEMO_CREDENTIALS: BcCredentials = {
  tenantId: '7d1de3a0-0000-4000-8000-00000000bc01',
  tenantDomain: 'tidewell-demo.onmicrosoft.example',
  clientId: '7d1de3a0-0000-4000-8000-00000000bc02',
  clientSecret: 'demo8Q~tidewell.bc-Kz4_VwXr9Lp2',
  userName: 'HEADWATER',
  webServiceAccessKey: 'demo-access-key-Xk3pV9mTq2',
};

/** What an admin enters to connect, and the addresses behind it. */
export function connectionSheet(origin: string, { credentials, environment, audience }: BcOptions): unknown {
  const { tenantId, tenantDomain, clientId, clientSecret, userName, webServiceAccessKey } = credentials;
  return {
    adapter: 'dynamics365-bc',
    baseUrl: `${origin}/v2.0`,
    authority: origin,
    tokenUrl: `${origin}/${tenantId}/oauth2/v2.0/token`,
    tenantId,
    tenantDomain,
    environment,
    clientId,
    clientSecret,
    scope: `${audience}/.default`,
    companies: COMPANIES.map(({ code, name }) => ({ code, id: companyId(code), name })),
    onPremises: { baseUrl: `${origin}/BC`, userName, webServiceAccessKey },
    customApi: { publisher: 'headwater', group: 'crm', version: 'v1.0' },
    publishedPages: ['ItemCard'],
    /** Notices carry no header: the secret is the `clientState` of the subscription. */
    notices: { subscribeAt: 'api/v2.0/subscriptions', secretMember: 'clientState' },
    addresses: {
      api: `${origin}/v2.0/${tenantId}/${environment}/api/v2.0`,
      customApi: `${origin}/v2.0/${tenantId}/${environment}/api/headwater/crm/v1.0`,
      publishedPages: `${origin}/v2.0/${tenantId}/${environment}/ODataV4`,
      onPremisesApi: `${origin}/BC/api/v2.0`,
    },
  };
}
