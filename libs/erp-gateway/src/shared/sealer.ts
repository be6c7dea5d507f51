import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';

const ALGORITHM = 'aes-256-gcm';
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const NAME_BYTES = 16;
const COMPRESSED_FROM_BYTES = 512;
/** What is unpacked may not fill the memory, whoever packed it. */
const MOST_BYTES = 64 * 1024 * 1024;
const REMEMBERED_NAMES = 50_000;
const REMEMBERED_KEYS = 256;

const compress = promisify(deflateRaw);
const decompress = promisify(inflateRaw);

/** In the first byte of what is sealed. */
const PLAIN = 0;
const COMPRESSED = 1;

/**
 * Words for what leaves the process: names that show nothing, and texts that only a process with the same secret key
 * can read. Each process seals with a key of its own, derived from the secret and a salt it sends along, and counts its
 * nonces: so no nonce is used twice however many processes there are and however long they run.
 */
export class Sealer {
  readonly #secretKey: string;
  readonly #nameKey: Uint8Array;
  readonly #salt = randomBytes(SALT_BYTES);
  readonly #names = new Map<string, Buffer>();
  readonly #keys = new Map<string, Uint8Array>();
  #sealed = 0n;

  /** `secretKey`: a text with enough chance in it; the same for every process of one deployment. */
  constructor(secretKey: string) {
    this.#secretKey = secretKey;
    this.#nameKey = derived(secretKey, Buffer.alloc(0), 'headwater/redis/names');
  }

  /** 16 bytes that stand for a text; equal for equal texts, and for nobody else to turn back. */
  nameOf(text: string): Buffer {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= REMEMBERED_NAMES) this.#names.clear();
    const name = createHmac('sha256', this.#nameKey).update(text).digest().subarray(0, NAME_BYTES);
    this.#names.set(text, name);
    return name;
  }

  /** Compressed and encrypted; `place` has to be named again to open it. */
  async seal(text: string, place: string): Promise<Buffer> {
    const plain = Buffer.from(text);
    if (plain.length < COMPRESSED_FROM_BYTES) return this.#encrypt(PLAIN, plain, place);
    return this.#encrypt(COMPRESSED, await compress(plain, { level: 1 }), place);
  }

  /** Without compression, at once: for short texts whose order matters. */
  sealNow(text: string, place: string): Buffer {
    return this.#encrypt(PLAIN, Buffer.from(text), place);
  }

  /** Undefined for what was not sealed for this place with this secret key. */
  async open(sealed: Buffer, place: string): Promise<string | undefined> {
    const opened = this.#decrypt(sealed, place);
    if (opened?.form !== COMPRESSED) return opened?.body.toString();
    return (await decompress(opened.body, { maxOutputLength: MOST_BYTES })).toString();
  }

  /** For what `sealNow` sealed. */
  openNow(sealed: Buffer, place: string): string | undefined {
    const opened = this.#decrypt(sealed, place);
    return opened?.form === PLAIN ? opened.body.toString() : undefined;
  }

  #encrypt(form: number, body: Buffer, place: string): Buffer {
    const nonce = Buffer.alloc(NONCE_BYTES);
    nonce.writeBigUInt64BE((this.#sealed += 1n));
    const cipher = createCipheriv(ALGORITHM, this.#keyOf(this.#salt), nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(`${form} ${place}`));
    const head = Buffer.concat([Buffer.of(form), this.#salt, nonce]);
    return Buffer.concat([head, cipher.update(body), cipher.final(), cipher.getAuthTag()]);
  }

  #decrypt(sealed: Buffer, place: string): { readonly form: number; readonly body: Buffer } | undefined {
    const start = 1 + SALT_BYTES + NONCE_BYTES;
    if (sealed.length < start + TAG_BYTES) return undefined;
    const form = sealed.readUInt8(0);
    const key = this.#keyOf(sealed.subarray(1, 1 + SALT_BYTES));
    const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(1 + SALT_BYTES, start), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(`${form} ${place}`));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const body = decipher.update(sealed.subarray(start, -TAG_BYTES));
    try {
      return { form, body: Buffer.concat([body, decipher.final()]) };
    } catch {
      // Node throws a plain error without a code where the tag does not match.
      return undefined;
    }
  }

  #keyOf(salt: Buffer): Uint8Array {
    const id = salt.toString('latin1');
    const known = this.#keys.get(id);
    if (known !== undefined) return known;
    if (this.#keys.size >= REMEMBERED_KEYS) this.#keys.clear();
    const key = derived(this.#secretKey, salt, 'headwater/redis/values');
    this.#keys.set(id, key);
    return key;
  }
}

function derived(secretKey: string, salt: Buffer, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secretKey, salt, purpose, 32));
}
