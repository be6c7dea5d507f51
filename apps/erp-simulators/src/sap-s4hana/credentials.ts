import { generateKeyPairSync } from 'node:crypto';
import type { SapOptions } from './options';

export interface SapCredentials {
  /** Communication user: one technical user for all calls. */
  readonly user: string;
  readonly password: string;
  /** OAuth client of the SAML bearer flow. */
  readonly oauthClientId: string;
  readonly oauthClientSecret: string;
  /** Who signs assertions, as the system trusts it. */
  readonly samlIssuer: string;
  /** Name of the system's own provider, which assertions have to be for. */
  readonly samlAudience: string;
  /** A user of the system for the assertion's subject. */
  readonly samlUser: string;
}

/** Demo credentials. The password holds a colon: only the first one ends the user's name. */
export const DEMO_CREDENTIALS: SapCredentials = {
  user: 'HEADWATER_DEMO',
  password: 'demo:Tidewell-S4-9xKq',
  oauthClientId: 'HEADWATER_OAUTH',
  oauthClientSecret: 'demo-oauth-7rWz2LpN',
  samlIssuer: 'headwater.demo/idp',
  samlAudience: 'S4D_100_SAML2',
  samlUser: 'DESK1',
};

interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

let generated: KeyPair | undefined;

/** A key of this process, made when first needed: no key to sign with stands in the code. */
export function demoSigningKey(): KeyPair {
  generated ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return generated;
}

/** What an admin of the system would hand over, and which addresses are behind it. */
export function connectionSheet(origin: string, options: SapOptions): unknown {
  const { credentials, organisation, client } = options;
  const key = demoSigningKey();
  return {
    adapter: 'sap-s4hana',
    settings: { baseUrl: origin, client, user: credentials.user, password: credentials.password },
    /** One of these is a connection's company. */
    salesAreas: Object.values(organisation.areas),
    plants: Object.values(organisation.plants),
    saml: {
      tokenUrl: `${origin}/sap/bc/sec/oauth2/token`,
      clientId: credentials.oauthClientId,
      clientSecret: credentials.oauthClientSecret,
      issuer: credentials.samlIssuer,
      audience: credentials.samlAudience,
      user: credentials.samlUser,
      ...(options.samlCertificate === undefined ? { signingKey: key.privateKey, publicKey: key.publicKey } : {}),
    },
    checkingRule: options.checkingRules[0],
    priceConditionType: options.conditionTypes.price,
    trackingPlace: options.trackingPlace === 'Extension' ? options.trackingExtension : options.trackingPlace,
    carrierPartnerFunction: options.deliveryPartnerFunctions === 'internal' ? 'SP' : 'CR',
    sharedSecretHeader: options.secretHeader,
    sharedSecretPrefix: options.secretPrefix,
    addresses: {
      apis: `${origin}/sap/opu/odata/sap`,
      salesOrderV4: `${origin}/sap/opu/odata4/sap/api_salesorder/srvd_a2x/sap/salesorder/0001`,
    },
  };
}
