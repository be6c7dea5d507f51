import type { P21Options } from './options';
import { COMPANY_IDS, LOCATION_IDS } from './p21-keys';

/** A user of P21 itself. */
export interface P21User {
  readonly username: string;
  readonly password: string;
  /** User Maintenance: "Allow OData API Service". */
  readonly odata: 'allowed' | 'denied';
  /** Role Maintenance: Dataservice Permission, by table or view; undefined for all. */
  readonly tables?: readonly string[];
}

/** Made in the API console of `/api/admin`. */
export interface ConsumerKey {
  readonly clientSecret: string;
  /** `/api;/uiserver0;/odata:tableA,tableB`. Read when a token is issued, and baked into it. */
  readonly scope: string;
}

/** Demo credentials. A consumer key is a GUID. */
export const DEMO_USER: P21User = { username: 'headwater', password: 'p21-demo-Wk7#q2', odata: 'allowed' };
export const DEMO_CLIENT_SECRET = '5d1f7a52-demo-4c0b-9e36-70a1f2b8c6d4';

/** What an admin enters to connect, and what the world's own names are called in this P21. */
export function connectionSheet(origin: string, options: P21Options): unknown {
  const { users, consumerKeys, odataPrefix, zone } = options;
  const [user] = users;
  const [key] = consumerKeys;
  return {
    adapter: 'epicor-p21',
    settings: {
      baseUrl: origin,
      odataPrefix,
      companyId: COMPANY_IDS['1'],
      username: user?.username,
      password: user?.password,
      clientSecret: key?.clientSecret,
      salesLocationId: LOCATION_IDS.get('MAIN'),
      timeZone: zone,
    },
    /** Beside these an admin enters one of the values of `companies` as `companyId`. */
    companies: COMPANY_IDS,
    locations: Object.fromEntries(LOCATION_IDS),
    consumerKeyScope: key?.scope,
    sharedSecretHeader: options.dynaChange.secretHeader,
    addresses: {
      token: `${origin}/api/security/token/v2`,
      tables: `${origin}${odataPrefix}/table`,
      views: `${origin}${odataPrefix}/view`,
      prices: `${origin}/api/inventory/parts/prices`,
      entities: `${origin}/api/entity`,
    },
  };
}
