import { generateKeyPairSync, type KeyObject } from 'node:crypto';

export interface TestKey {
  /** As an admin uploads it. */
  readonly pem: string;
  readonly publicKey: KeyObject;
}

function pemOf(privateKey: KeyObject): string {
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** A key made for this run: none is kept in the repository. */
export function ecKey(namedCurve = 'P-256'): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
  return { pem: pemOf(privateKey), publicKey };
}

export function rsaKey(modulusLength: number): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength });
  return { pem: pemOf(privateKey), publicKey };
}

export const EC_KEY = ecKey();
