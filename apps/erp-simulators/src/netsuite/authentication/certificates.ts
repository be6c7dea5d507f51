import { createPublicKey, type KeyObject } from 'node:crypto';

/** A certificate as the mapping of an integration to a user and role keeps it: one for each such triple. */
export interface RegisteredCertificate {
  /** The certificate id the mapping shows; `kid` of an assertion. */
  readonly id: string;
  readonly clientId: string;
  /** `role;entity`. */
  readonly subject: string;
  /** PEM of the public key. */
  readonly publicKey: string;
  /** ISO dates; at most two years count, whatever the certificate says. */
  readonly validFrom: string;
  readonly validUntil: string;
}

const TWO_YEARS_MS = 2 * 365 * 86_400_000;

export function isValidAt(certificate: RegisteredCertificate, now: number): boolean {
  const from = Date.parse(certificate.validFrom);
  return from <= now && now < Math.min(Date.parse(certificate.validUntil), from + TWO_YEARS_MS);
}

export type SignatureAlgorithm = 'PS256' | 'PS384' | 'PS512' | 'ES256' | 'ES384' | 'ES512';

/** RS256 is not among them. */
export const ALGORITHMS: readonly SignatureAlgorithm[] = ['PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'];

/** RSA from the least number of bits on, or one of three curves. */
export function isStrongEnough(key: KeyObject, minimumRsaBits: number): boolean {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa') return modulusLength >= minimumRsaBits;
  return key.asymmetricKeyType === 'ec' && ['prime256v1', 'secp384r1', 'secp521r1'].includes(namedCurve);
}

export function publicKeyOf({ publicKey }: RegisteredCertificate): KeyObject {
  return createPublicKey(publicKey);
}
