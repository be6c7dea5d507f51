import { createPrivateKey, createPublicKey, sign } from 'node:crypto';

/** One value in DER: tag, length, content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Uint8Array.of(tag, ...size), body]);
}

const sequence = (...parts: readonly Uint8Array[]): Uint8Array => der(0x30, ...parts);
const oid = (hex: string): Uint8Array => der(0x06, Buffer.from(hex, 'hex'));
const text = (tag: number, value: string): Uint8Array => der(tag, Buffer.from(value));

const SHA256_WITH_RSA = sequence(oid('2a864886f70d01010b'), der(0x05));
const NAME = sequence(der(0x31, sequence(oid('550403'), text(0x0c, 'headwater e2e'))));
const VALIDITY = sequence(text(0x17, '250101000000Z'), text(0x17, '451231235959Z'));

/** The certificate an admin would have made for this RSA key: Node signs, but makes none. PEM in, PEM out. */
export function selfSigned(privateKeyPem: string): string {
  const key = createPrivateKey(privateKeyPem);
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const version = der(0xa0, der(0x02, Uint8Array.of(2)));
  const serial = der(0x02, Uint8Array.of(1));
  const body = sequence(version, serial, SHA256_WITH_RSA, NAME, VALIDITY, NAME, publicKey);
  const certificate = sequence(body, SHA256_WITH_RSA, der(0x03, Uint8Array.of(0), sign('sha256', body, key)));
  const lines =
    Buffer.from(certificate)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
