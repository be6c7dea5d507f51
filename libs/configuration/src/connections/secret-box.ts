/** What an encrypted text belongs to: it cannot be opened as anything else's. */
export interface SecretPlace {
  readonly connectionId: string;
  readonly key: string;
}

/** An encrypted text with what is needed to open it, except the key. */
export interface SealedSecret {
  /** Names the key it was sealed with, so that a changed key is recognised. */
  readonly keyId: string;
  readonly nonce: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** Encrypts secrets at rest. */
export abstract class SecretBox {
  abstract seal(plaintext: string, place: SecretPlace): SealedSecret;
  /** Throws `DomainError` `unavailable` where the secret was sealed with another key or belongs elsewhere. */
  abstract open(sealed: SealedSecret, place: SecretPlace): string;
}
