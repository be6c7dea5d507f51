/** Certificates by which the processes of one deployment know each other: an authority of its own, and one for each role. */
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { randomBytes } from 'node:crypto';

export interface PemPair {
  readonly certificate: string;
  readonly privateKey: string;
}

export interface DeploymentCertificates {
  /** Certificate of the authority. Its key is thrown away: who needs another certificate makes a new set. */
  readonly ca: string;
  readonly gateway: PemPair;
  readonly api: PemPair;
}

export interface CertificateOptions {
  readonly days: number;
  /** Names in the gateways' certificates; the first is the one the API asks for. */
  readonly gatewayNames?: readonly string[];
  readonly apiNames?: readonly string[];
}

const KEY = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;

/** A new authority and what it signed. */
export async function createDeploymentCertificates(options: CertificateOptions): Promise<DeploymentCertificates> {
  const { days, gatewayNames = ['headwater-gateway'], apiNames = ['headwater-api'] } = options;
  const notBefore = new Date(Date.now() - DAY_MS / 24);
  const validity = { notBefore, notAfter: new Date(notBefore.getTime() + days * DAY_MS) };
  const keys = await newKeys();
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity,
    serialNumber: serialNumber(),
    name: 'CN=Headwater deployment',
    keys,
    signingAlgorithm: KEY,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });
  const signed = (names: readonly string[], usage: x509.ExtendedKeyUsage): Promise<PemPair> =>
    signedBy({ authority, signingKey: keys.privateKey, validity, names, usage });
  return {
    ca: authority.toString('pem'),
    gateway: await signed(gatewayNames, x509.ExtendedKeyUsage.serverAuth),
    api: await signed(apiNames, x509.ExtendedKeyUsage.clientAuth),
  };
}

interface Signing {
  readonly authority: x509.X509Certificate;
  readonly signingKey: Keys['privateKey'];
  readonly validity: { readonly notBefore: Date; readonly notAfter: Date };
  readonly names: readonly string[];
  readonly usage: x509.ExtendedKeyUsage;
}

async function signedBy({ authority, signingKey, validity, names, usage }: Signing): Promise<PemPair> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    ...validity,
    serialNumber: serialNumber(),
    subject: `CN=${names[0] ?? 'headwater'}`,
    issuer: authority.subject,
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: KEY,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([usage]),
      new x509.SubjectAlternativeNameExtension(names.map((value): x509.JsonGeneralName => ({ type: 'dns', value }))),
    ],
  });
  const exported = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { certificate: certificate.toString('pem'), privateKey: x509.PemConverter.encode(exported, 'PRIVATE KEY') };
}

// By the global's own types, which are Node's or the browser's as the project that imports this says.
const newKeys = () => crypto.subtle.generateKey(KEY, true, ['sign', 'verify']);

type Keys = Awaited<ReturnType<typeof newKeys>>;

/** Positive, as the standard wants it. */
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes.writeUInt8(bytes.readUInt8(0) & 0x7f, 0);
  return bytes.toString('hex');
}
