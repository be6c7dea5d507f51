import type { SxeOptions } from './options';

/** What a downloaded `.ionapi` file of a backend service holds of secrets. */
export interface SxeCredentials {
  readonly tenant: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Service account access key. */
  readonly accessKey: string;
  /** Service account secret key. */
  readonly secretKey: string;
}

/** Demo credentials. The `~` and `#` are those of real ones: they must be percent-encoded in a form. */
export const DEMO_CREDENTIALS: SxeCredentials = {
  tenant: 'TIDEWELL_DEM',
  clientId: 'TIDEWELL_DEM~qT7mV1bWn3xZcR8pKd5sLf0',
  clientSecret: 'w4~Hk9#demo-Rz6yPq2NvGm8TbXe',
  accessKey: 'TIDEWELL_DEM#aG5jYw9LrE2uSx7QoC4v',
  secretKey: 'k8#Vd~demo-M3nBt6HzFp1WcKy5J',
};

export const DEMO_OPERATOR = 'sys';

/** The `.ionapi` file as Infor OS gives it, what an admin enters to connect, and the addresses behind both. */
export function connectionSheet(origin: string, options: SxeOptions): unknown {
  const ionapi = ionapiFile(origin, options);
  const { tenant } = options;
  return {
    adapter: 'infor-sxe',
    ionapi,
    /** Beside these an admin enters one of `companyNumbers` as `companyNumber`. */
    settings: { ionapi: JSON.stringify(ionapi), operator: DEMO_OPERATOR },
    companyNumbers: [1, 2],
    sharedSecretHeader: options.secretHeader,
    addresses: {
      token: `${origin}/${tenant}/as/token.oauth2`,
      calls: `${origin}/${tenant}/SX/web/sxapirestservice`,
      callsAlternate: `${origin}/${tenant}/SX/rest/sxapirestservice`,
      callsOnPremises: `${origin}/infor/SX/rest/sxapirestservice`,
      fetchWhere: `${origin}/${tenant}/SX/rest/serviceinterface/proxy/FetchWhere`,
    },
  };
}

/** App type 12 is a backend service. */
function ionapiFile(origin: string, { tenant, credentials }: SxeOptions): Readonly<Record<string, string>> {
  return {
    ti: tenant,
    cn: 'Headwater demo',
    dt: '12',
    ci: credentials.clientId,
    cs: credentials.clientSecret,
    iu: origin,
    pu: `${origin}/${tenant}/as/`,
    oa: 'authorization.oauth2',
    ot: 'token.oauth2',
    or: 'revoke_token.oauth2',
    ev: 'demo',
    v: '1.1',
    saak: credentials.accessKey,
    sask: credentials.secretKey,
  };
}
