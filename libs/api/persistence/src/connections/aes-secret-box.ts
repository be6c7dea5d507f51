import { type SealedSecret, SecretBox, type SecretPlace } from '@headwater/configuration';
import { DomainError } from '@headwater/kernel';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const MIN_SECRET_KEY_LENGTH = 32;

/**
 * AES-256-GCM with a fresh nonce for every secret. The place a secret belongs to is authenticated with it, so that
 * someone who can write to the database cannot move it to a connection that sends it elsewhere.
 */
export class AesSecretBox extends SecretBox {
  private readonly key: Uint8Array;
  private readonly keyId: string;

  /** `secretKey` is any text of at least 32 characters with enough chance in it, such as 32 random bytes in base64. */
  constructor(secretKey: string) {
    super();
    if (secretKey.length < MIN_SECRET_KEY_LENGTH) {
      throw new RangeError(`The secret key must have at least ${MIN_SECRET_KEY_LENGTH} characters.`);
    }
    this.key = derived(secretKey, 'headwater/erp-connection-secrets', 32);
    this.keyId = Buffer.from(derived(secretKey, 'headwater/erp-connection-secrets/key-id', 8)).toString('hex');
  }

  seal(plaintext: string, place: SecretPlace): SealedSecret {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(nameOf(place));
    const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return { keyId: this.keyId, nonce, ciphertext };
  }

  open({ keyId, nonce, ciphertext }: SealedSecret, place: SecretPlace): string {
    if (keyId !== this.keyId || ciphertext.length < TAG_BYTES) throw unreadable();
    const decipher = createDecipheriv(ALGORITHM, this.key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(nameOf(place));
    decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES));
    const start = decipher.update(ciphertext.subarray(0, -TAG_BYTES));
    return Buffer.concat([start, finished(decipher)]).toString('utf8');
  }
}

function finished(decipher: { final(): Buffer }): Buffer {
  try {
    return decipher.final();
  } catch {
    // Node throws a plain error without a code where the tag does not match.
    throw unreadable();
  }
}

function derived(secretKey: string, purpose: string, bytes: number): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secretKey, '', purpose, bytes));
}

function nameOf({ connectionId, key }: SecretPlace): Uint8Array {
  return Buffer.from(JSON.stringify([connectionId, key]));
}

function unreadable(): DomainError {
  return new DomainError(
    'unavailable',
    'The stored credentials cannot be read with the key this server was started with. Enter them again.',
  );
}
