import { constants, createHash, generateKeyPairSync, verify, type KeyObject } from 'node:crypto';
import type { Clock } from '@headwater/kernel';
import type { CertificateSheet } from '../credentials';

const KEY_BITS = 2048;
const ALGORITHMS = ['PS256', 'RS256'] as const;

interface Expected {
  readonly clientId: string;
  /** Addresses of the token endpoint. */
  readonly audiences: readonly string[];
}

/** The app's other credential: a key of this run, whose owner signs a statement about himself. */
export class ClientCertificate {
  private made: CertificateKeys | undefined;

  constructor(private readonly clock: Clock) {}

  get sheet(): CertificateSheet {
    return this.keys.sheet;
  }

  /** Made when first needed: most runs sign in with a secret. */
  private get keys(): CertificateKeys {
    this.made ??= makeKeys();
    return this.made;
  }

  /** Whether the assertion is signed by the key and was made for this endpoint, by this client, for now. */
  vouchesFor(assertion: string, { clientId, audiences }: Expected): boolean {
    const [head = '', body = '', signature = ''] = assertion.split('.');
    const header = jsonOf(head);
    const claims = jsonOf(body);
    const now = this.clock.now() / 1000;
    return (
      this.isSigned(header['alg'], `${head}.${body}`, signature) &&
      (header['x5t'] === undefined || header['x5t'] === this.x5t()) &&
      claims['iss'] === clientId &&
      claims['sub'] === clientId &&
      audiences.includes(String(claims['aud'])) &&
      Number(claims['exp']) > now &&
      Number(claims['nbf'] ?? 0) <= now + 300
    );
  }

  private x5t(): string {
    return Buffer.from(this.sheet.thumbprint, 'hex').toString('base64url');
  }

  private isSigned(algorithm: unknown, signed: string, signature: string): boolean {
    if (!ALGORITHMS.some((known) => known === algorithm)) return false;
    const padding = algorithm === 'PS256' ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
    const key = { key: this.keys.publicKey, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
    return verify('sha256', Buffer.from(signed), key, Buffer.from(signature, 'base64url'));
  }
}

interface CertificateKeys {
  readonly sheet: CertificateSheet;
  readonly publicKey: KeyObject;
}

function makeKeys(): CertificateKeys {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: KEY_BITS });
  const thumbprint = createHash('sha1')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { publicKey, sheet: { privateKey: pem, thumbprint: thumbprint.toUpperCase() } };
}

function jsonOf(part: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : UNREADABLE;
  } catch (error) {
    if (error instanceof SyntaxError) return UNREADABLE;
    throw error;
  }
}

/** Has no algorithm, so that nothing signs it. */
const UNREADABLE: Readonly<Record<string, unknown>> = {};
