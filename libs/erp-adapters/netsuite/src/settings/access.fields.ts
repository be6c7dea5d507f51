import type { SettingField } from '@headwater/erp-contracts';
import { ACCOUNT_ID } from './account';

type Unplaced = Omit<SettingField, 'order'>;

const text = { kind: 'text', required: false, secret: false } as const;
const secret = { kind: 'text', required: false, secret: true } as const;
const url = { kind: 'url', required: false, secret: false } as const;
const select = { kind: 'select', required: false, secret: false } as const;
const ofOauth2 = { onlyWhen: { setting: 'auth', is: ['oauth2'] } } as const;
const ofTba = { onlyWhen: { setting: 'auth', is: ['tba'] } } as const;
const number = { kind: 'number', required: false, secret: false } as const;

/** How to sign in, and where. */
export const ACCESS_FIELDS: readonly Unplaced[] = [
  {
    ...text,
    key: 'accountId',
    title: 'Account id',
    help: 'Setup › Company › Company Information › Account ID. Either spelling does: 1234567_SB1 or 1234567-sb1.',
    required: true,
    pattern: ACCOUNT_ID,
    example: '1234567_SB1',
  },
  {
    ...select,
    key: 'auth',
    title: 'Sign-in',
    help: '`oauth2`: client credentials with a certificate. `tba`: token-based authentication, for integrations that still have it; NetSuite takes no new ones from release 2027.1.',
    options: ['oauth2', 'tba'],
    default: 'oauth2',
  },
  {
    ...text,
    ...ofOauth2,
    key: 'clientId',
    title: 'Client id',
    help: 'oauth2: consumer key / client id, shown once when the integration record is saved.',
    example: '6f1c…',
  },
  {
    ...text,
    ...ofOauth2,
    key: 'certificateId',
    title: 'Certificate id',
    help: 'oauth2: Setup › Integration › OAuth 2.0 Client Credentials (M2M) Setup, column Certificate ID. A sandbox refresh drops these mappings.',
    example: 'VK3p…',
  },
  {
    ...ofOauth2,
    key: 'privateKey',
    title: 'Private key (PEM)',
    help: 'oauth2: the private key whose certificate was uploaded: RSA of 3072 or 4096 bits (PS256), or EC (ES256). Not protected by a passphrase.',
    kind: 'file',
    required: false,
    secret: true,
  },
  {
    ...text,
    key: 'scopes',
    title: 'Scopes',
    help: 'oauth2: what the integration record allows, with commas between. Empty: rest_webservices, and restlets where a price RESTlet is named.',
    pattern: '[a-z_]+(?: *, *[a-z_]+)*',
    example: 'rest_webservices,restlets',
  },
  {
    ...select,
    key: 'scopeForm',
    title: 'Form of the scopes',
    help: 'oauth2: how several scopes are written into the client assertion.',
    options: ['comma', 'list'],
    default: 'comma',
  },
  {
    ...url,
    key: 'tokenAudience',
    title: 'Token audience',
    help: 'oauth2: the token address as NetSuite knows it, where a proxy stands before it. Empty: the address the token is asked at.',
    example: 'https://1234567-sb1.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token',
  },
  { ...text, ...ofTba, key: 'consumerKey', title: 'Consumer key', help: 'tba: of the integration record.' },
  { ...secret, ...ofTba, key: 'consumerSecret', title: 'Consumer secret', help: 'tba: of the integration record.' },
  {
    ...text,
    ...ofTba,
    key: 'tokenId',
    title: 'Token id',
    help: 'tba: of the access token for user, role and integration.',
  },
  { ...secret, ...ofTba, key: 'tokenSecret', title: 'Token secret', help: 'tba: of the access token.' },
  {
    ...number,
    key: 'overloadAfterMs',
    title: 'Slow refusal means overload (ms)',
    help: 'tba: under load NetSuite keeps a call waiting past its time stamp and then refuses the login. A refusal that comes later than this counts as a request to slow down, not as wrong credentials. 0: never.',
    default: 20_000,
  },
  {
    ...url,
    key: 'suiteTalkUrl',
    title: 'SuiteTalk address',
    help: 'Empty: derived from the account id.',
    example: 'https://1234567-sb1.suitetalk.api.netsuite.com',
  },
  {
    ...url,
    key: 'restletUrl',
    title: 'RESTlet address',
    help: 'Empty: derived from the account id.',
    example: 'https://1234567-sb1.restlets.api.netsuite.com',
  },
  {
    ...text,
    key: 'acceptLanguage',
    title: 'Language',
    help: "NetSuite's REST answers in the company's language only. Fill in that language where the user of this connection has another.",
    pattern: '[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?',
    example: 'en-US',
  },
  {
    ...number,
    key: 'maxConcurrency',
    title: 'Calls at once',
    help: "Below the account's concurrency limit, which REST, RESTlets and SOAP of all integrations share (5 on shared service, 15 and more on service tiers). All connections of one account count together.",
    default: 4,
  },
  {
    ...number,
    key: 'timeoutMs',
    title: 'Longest call (ms)',
    help: 'How long one call may take before it counts as not answered.',
    default: 30_000,
  },
  {
    ...select,
    key: 'sqlValues',
    title: 'Values in SuiteQL',
    help: '`quoted`: as literals, quotes doubled. `bound`: as `?` with params, which NetSuite does not document for REST.',
    options: ['quoted', 'bound'],
    default: 'quoted',
  },
  {
    ...number,
    key: 'keysPerQuery',
    title: 'Keys per query',
    help: 'Most keys in one IN list; longer lists are asked in parts.',
    default: 500,
  },
];
