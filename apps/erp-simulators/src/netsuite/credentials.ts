import { hostLabel } from './account';
import type { DemoCertificate, DemoKeys } from './authentication/demo-keys';
import { DEMO_CONSENT, DEMO_TOKEN_BASED } from './authentication/demo-secrets';
import { TOKEN_PATH } from './authentication/token-endpoint';
import type { NetsuiteOptions } from './options';
import { RECORD_PATH } from './record/render';
import { RESTLET_PATH } from './restlet/answer-restlet';
import { SUITEQL_PATH } from './suiteql/answer-suiteql';

/** What an admin enters to connect: one of three ways to sign in, the account, and the price script. */
export function connectionSheet(origin: string, { access, account }: NetsuiteOptions, keys: DemoKeys): unknown {
  const [script = '', deployment = ''] = [access.priceScript[0], access.priceDeployment[0]];
  return {
    adapter: 'netsuite',
    baseUrl: origin,
    accountId: access.accountId,
    hosts: {
      rest: `${hostLabel(access.accountId)}.suitetalk.api.netsuite.com`,
      restlets: `${hostLabel(access.accountId)}.restlets.api.netsuite.com`,
    },
    scopes: ['rest_webservices', 'restlets'],
    /** Client credentials: an assertion signed with the private key of a certificate. */
    machine: machineSheet(keys.elliptic, 'ES256'),
    machineRsa: machineSheet(keys.rsa(), 'PS256'),
    tokenBased: { ...DEMO_TOKEN_BASED, realm: access.accountId, signatureMethod: 'HMAC-SHA256' },
    consent: DEMO_CONSENT,
    subsidiaries: account.companies === 'one-world' ? ['1', '2'] : [],
    priceScript: { script, deployment },
    dateFormat: account.dateFormat,
    sharedSecretHeader: access.secretHeader,
    addresses: {
      token: `${origin}${TOKEN_PATH}`,
      suiteql: `${origin}${SUITEQL_PATH}`,
      records: `${origin}${RECORD_PATH}`,
      restlet: `${origin}${RESTLET_PATH}?script=${script}&deploy=${deployment}`,
    },
  };
}

function machineSheet(certificate: DemoCertificate, algorithm: 'ES256' | 'PS256'): unknown {
  const { clientId, id, privateKey } = certificate;
  return { clientId, certificateId: id, algorithm, privateKey };
}
