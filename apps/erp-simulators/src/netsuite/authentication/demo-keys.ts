import { toInstant, type Clock } from '@headwater/kernel';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { RegisteredCertificate } from './certificates';

/** A demo mapping with the private half an admin would keep. */
export interface DemoCertificate extends RegisteredCertificate {
  /** PEM, PKCS #8. */
  readonly privateKey: string;
}

export const DEMO_CLIENT_ID = 'd3m0c1ient7f0e4ab29c65b8d1f02e3a4c5b6d7e8f9a0b1c2d3e4f5a6b7c8d9e0';

/** Made anew at each start, so that no private key stands in the source. */
export interface DemoKeys {
  readonly elliptic: DemoCertificate;
  /** An RSA key of 3072 bits takes half a second to make, so it is made when it is first asked for. */
  readonly rsa: () => DemoCertificate;
  /** By the id of a certificate. */
  readonly find: (id: string) => DemoCertificate | undefined;
}

const ELLIPTIC_ID = 'hwDemoEC-kQ2vT8pLxN4rB6zYdM';
const RSA_ID = 'hwDemoRSA-wJ7cF3nHsG9tVbXeKa';

export function createDemoKeys(clock: Clock): DemoKeys {
  const elliptic = certificate(ELLIPTIC_ID, clock, generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  let made: DemoCertificate | undefined;
  const rsa = (): DemoCertificate =>
    (made ??= certificate(RSA_ID, clock, generateKeyPairSync('rsa', { modulusLength: 3072 })));
  const find = (id: string): DemoCertificate | undefined => {
    if (id === ELLIPTIC_ID) return elliptic;
    return id === RSA_ID ? rsa() : undefined;
  };
  return { elliptic, rsa, find };
}

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const DAY_MS = 86_400_000;

/** One certificate for each user and role: the two stand for different users. */
function certificate(id: string, clock: Clock, { publicKey, privateKey }: KeyPair): DemoCertificate {
  const from = clock.now() - DAY_MS;
  return {
    id,
    clientId: DEMO_CLIENT_ID,
    subject: id === ELLIPTIC_ID ? '1057;11' : '1057;12',
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    validFrom: toInstant(from),
    validUntil: toInstant(from + 730 * DAY_MS),
  };
}
