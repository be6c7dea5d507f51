import { createPrivateKey, type KeyObject } from 'node:crypto';
import { isNativeError } from 'node:util/types';
import { ErpError } from '@headwater/erp-contracts';

/** The private key client assertions are signed with, and the algorithm it is for. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly algorithm: 'PS256' | 'ES256' | 'ES384' | 'ES512';
}

/** NetSuite takes RSA keys of 3072 or 4096 bits; guides that say 2048 are outdated. */
const SHORTEST_RSA_BITS = 3072;

const CURVES: { readonly [curve: string]: SigningKey['algorithm'] } = {
  prime256v1: 'ES256',
  secp384r1: 'ES384',
  secp521r1: 'ES512',
};

/** Out of PEM text, its line breaks real or written as `\n`. Throws `ErpError` `invalid-request`. */
export function signingKeyOf(pem: string): SigningKey {
  const key = parsed(pem.replaceAll('\\n', '\n'));
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss') {
    if (modulusLength >= SHORTEST_RSA_BITS) return { key, algorithm: 'PS256' };
    throw refused('NetSuite takes RSA keys of 3072 or 4096 bits; this one is shorter.');
  }
  const algorithm = CURVES[namedCurve];
  if (algorithm !== undefined) return { key, algorithm };
  throw refused('NetSuite takes RSA keys, and EC keys of the curves P-256, P-384 and P-521.');
}

function parsed(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (error) {
    // OpenSSL's own words may quote the key.
    if (isNativeError(error)) {
      throw refused('It is not a private key in PEM form without a passphrase (-----BEGIN PRIVATE KEY-----).');
    }
    throw error;
  }
}

function refused(message: string): ErpError {
  return new ErpError('invalid-request', `privateKey: ${message}`);
}
