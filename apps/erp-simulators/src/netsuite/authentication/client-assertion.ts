import type { Clock } from '@headwater/kernel';
import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import type { KeyObject } from 'node:crypto';
import { ALGORITHMS, isStrongEnough, isValidAt, publicKeyOf, type RegisteredCertificate } from './certificates';
import { scopesOf, type Scope } from './scopes';

/** Who an assertion stands for, once it is believed. */
export interface Assertion {
  readonly certificate: RegisteredCertificate;
  readonly scopes: readonly Scope[];
}

export interface AssertionRules {
  readonly certificateOf: (id: string) => RegisteredCertificate | undefined;
  readonly minimumRsaBits: number;
  /** Spellings of the token URL itself. */
  readonly audiences: readonly string[];
  readonly clock: Clock;
}

/** An assertion lives less than this. */
const LONGEST_LIFE_S = 3600;

/** Undefined for one that is refused: the reason stands in the login audit trail only, which no caller sees. */
export async function verifiedAssertion(assertion: string, rules: AssertionRules): Promise<Assertion | undefined> {
  try {
    const { alg = '', kid = '' } = decodeProtectedHeader(assertion);
    const certificate = rules.certificateOf(kid);
    const key = certificate === undefined ? undefined : usableKey(certificate, alg, rules);
    if (certificate === undefined || key === undefined) return undefined;
    const { payload } = await jwtVerify(assertion, key, {
      algorithms: [alg],
      typ: 'JWT',
      issuer: certificate.clientId,
      audience: [...rules.audiences],
      requiredClaims: ['iat', 'exp', 'scope'],
      currentDate: new Date(rules.clock.now()),
    });
    const scopes = scopesOf(payload['scope']);
    return scopes === undefined || !isShortLived(payload, rules.clock) ? undefined : { certificate, scopes };
  } catch (error) {
    if (error instanceof errors.JOSEError || isMalformed(error)) return undefined;
    throw error;
  }
}

function isShortLived({ iat = 0, exp = 0 }: JWTPayload, clock: Clock): boolean {
  return exp - iat < LONGEST_LIFE_S && iat * 1000 <= clock.now();
}

/** The algorithm must be one NetSuite takes, and one for this kind of key. */
function usableKey(certificate: RegisteredCertificate, alg: string, rules: AssertionRules): KeyObject | undefined {
  if (!ALGORITHMS.some((known) => known === alg) || !isValidAt(certificate, rules.clock.now())) return undefined;
  const key = publicKeyOf(certificate);
  return isStrongEnough(key, rules.minimumRsaBits) && algorithmFits(alg, key) ? key : undefined;
}

const CURVE_ALGORITHMS: Readonly<Record<string, string>> = {
  prime256v1: 'ES256',
  secp384r1: 'ES384',
  secp521r1: 'ES512',
};

function algorithmFits(alg: string, key: KeyObject): boolean {
  if (key.asymmetricKeyType === 'rsa') return alg.startsWith('PS');
  return CURVE_ALGORITHMS[key.asymmetricKeyDetails?.namedCurve ?? ''] === alg;
}

/** `decodeProtectedHeader` says TypeError for what is no token; told by name, as it may come from another realm. */
function isMalformed(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'TypeError';
}
