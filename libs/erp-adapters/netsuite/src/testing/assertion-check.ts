import { constants, type KeyObject, verify } from 'node:crypto';

/** What a token endpoint finds in a client assertion. */
export interface CheckedAssertion {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

function decoded(part: string): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Readonly<Record<string, unknown>>;
}

function isSigned(algorithm: unknown, signed: Buffer, { key, signature }: { key: KeyObject; signature: Buffer }) {
  if (algorithm === 'PS256') {
    const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
    return verify('sha256', signed, { key, ...padding }, signature);
  }
  const digest = { ES256: 'sha256', ES384: 'sha384', ES512: 'sha512' }[String(algorithm)];
  return digest !== undefined && verify(digest, signed, { key, dsaEncoding: 'ieee-p1363' }, signature);
}

/** Checks the signature of a form's client assertion; `undefined` where there is none or it is wrong. */
export function checkedAssertion(form: string, key: KeyObject): CheckedAssertion | undefined {
  const [header = '', claims = '', signature = ''] =
    new URLSearchParams(form).get('client_assertion')?.split('.') ?? [];
  if (signature === '') return undefined;
  const content = decoded(header);
  const signed = Buffer.from(`${header}.${claims}`);
  const isGenuine = isSigned(content['alg'], signed, { key, signature: Buffer.from(signature, 'base64url') });
  return isGenuine ? { header: content, claims: decoded(claims) } : undefined;
}
