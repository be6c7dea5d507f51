import type { RegisteredCertificate } from '../authentication/certificates';

/** Who gets in, how many at a time, and how the account says no. */
export interface AccessOptions {
  /** The realm's spelling: upper case with an underscore. Host names spell it in lower case with a dash. */
  readonly accountId: string;
  /** Certificates uploaded beside the demo ones. */
  readonly certificates: readonly RegisteredCertificate[];
  /** A sandbox refresh drops every mapping of a certificate to a client. */
  readonly machineMappings: 'present' | 'dropped';
  readonly minimumRsaBits: number;
  readonly tokenLifetimeS: number;
  /** Not confirmed: `expires_in` has been seen as text. */
  readonly expiresIn: 'text' | 'number';
  /** Set on the integration record, 1 to 720. */
  readonly refreshTokenLifetimeH: number;
  /** Token-based authentication (OAuth 1.0a) is a feature that can be switched off. */
  readonly tokenBased: 'on' | 'off';
  /** Not confirmed: how far a timestamp may be off. */
  readonly clockWindowS: number;
  /** A role for web services only cannot call RESTlets; only an administrator is told of governance limits. */
  readonly role: 'sales' | 'administrator' | 'web-services-only';
  /** Calls at a time, REST and RESTlets together. */
  readonly concurrencyLimit: number;
  /** How long each call holds its place; what makes an account overloadable in a test. */
  readonly answerDelayMs: number;
  /** Overload under token-based authentication can queue a call past its timestamp and come out as a refused login. */
  readonly tokenBasedOverload: 'refused-at-once' | 'late-401';
  readonly overloadPatienceMs: number;
  /** Not confirmed: the code in a 429. */
  readonly tooManyRequestsCode: string;
  /** Not confirmed; null sends no `Retry-After`. */
  readonly retryAfterS: number | null;
  /** RESTlets of another data centre answer 302. */
  readonly dataCentre: 'right' | 'wrong';
  /** REST speaks the company's language only; a user with another one must say so in `Accept-Language`. */
  readonly userLanguage: 'company' | 'other';
  readonly companyLanguage: string;
  /** Not confirmed: older accounts name errors by the first HTTP specification. */
  readonly errorTypes: 'rfc9110' | 'rfc2616';
  /** Script and deployment of the price RESTlet; NetSuite takes the script id or its number. */
  readonly priceScript: readonly string[];
  readonly priceDeployment: readonly string[];
  /** Header in which the user-event script sends the shared secret. */
  readonly secretHeader: string;
}

export const DEFAULT_ACCESS: AccessOptions = {
  accountId: '1234567_SB1',
  certificates: [],
  machineMappings: 'present',
  minimumRsaBits: 3072,
  tokenLifetimeS: 3600,
  expiresIn: 'text',
  refreshTokenLifetimeH: 168,
  tokenBased: 'on',
  clockWindowS: 300,
  role: 'sales',
  concurrencyLimit: 15,
  answerDelayMs: 0,
  tokenBasedOverload: 'refused-at-once',
  overloadPatienceMs: 60_000,
  tooManyRequestsCode: 'CONCURRENCY_LIMIT_EXCEEDED',
  retryAfterS: null,
  dataCentre: 'right',
  userLanguage: 'company',
  companyLanguage: 'en-US',
  errorTypes: 'rfc9110',
  priceScript: ['customscript_hw_customer_price', '1842'],
  priceDeployment: ['customdeploy_hw_customer_price', '1'],
  secretHeader: 'x-headwater-secret',
};
