import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { JsonGeneralName, X509Certificate } from '@peculiar/x509';

/** Both in PEM. */
export interface IssuedCertificate {
  readonly certificate: string;
  readonly privateKey: string;
}

export interface CertificateWishes {
  /** Whom the certificate is for. */
  readonly commonName: string;
  /** Host names and IP addresses it holds for. */
  readonly hosts?: readonly string[];
  /** A day ago and in a day where absent. */
  readonly from?: Date;
  readonly until?: Date;
}

/** An authority of a test's own, made anew for each run: no key is kept in the repository. */
export interface TestAuthority {
  /** PEM. */
  readonly certificate: string;
  issue(wishes: CertificateWishes): Promise<IssuedCertificate>;
  /** Lets this process trust it, as a company's own authority is trusted; returns what takes that back. */
  trust(): () => void;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;

/** Loaded where it is used only, and after what it needs: most tests need no certificate. */
async function x509() {
  await import('reflect-metadata');
  return import('@peculiar/x509');
}

function fromNow(ms: number): Date {
  return new Date(Date.now() + ms);
}

// By the global's own types, which are Node's or the browser's as the project that imports this says.
const newKeys = () => crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

type Keys = Awaited<ReturnType<typeof newKeys>>;

async function privateKeyOf({ privateKey }: Keys): Promise<string> {
  const bytes = Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey));
  return `-----BEGIN PRIVATE KEY-----\n${bytes.toString('base64')}\n-----END PRIVATE KEY-----\n`;
}

function nameOf(host: string): JsonGeneralName {
  return { type: /^[\d.]+$|:/.test(host) ? 'ip' : 'dns', value: host };
}

function trust(certificate: string): () => void {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, certificate]);
  return () => setDefaultCACertificates(before);
}

async function issuedBy(
  authority: X509Certificate,
  signingKey: Keys['privateKey'],
  { commonName, hosts = [], from, until }: CertificateWishes,
): Promise<IssuedCertificate> {
  const { SubjectAlternativeNameExtension, X509CertificateGenerator } = await x509();
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.create({
    subject: `CN=${commonName}`,
    issuer: authority.subject,
    notBefore: from ?? fromNow(-DAY_MS),
    notAfter: until ?? fromNow(DAY_MS),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey,
    extensions: hosts.length === 0 ? [] : [new SubjectAlternativeNameExtension(hosts.map(nameOf))],
  });
  return { certificate: certificate.toString('pem'), privateKey: await privateKeyOf(keys) };
}

/** Makes an authority that issues certificates for servers and clients of a test. */
export async function createTestAuthority(commonName = 'Headwater test authority'): Promise<TestAuthority> {
  const { BasicConstraintsExtension, X509CertificateGenerator } = await x509();
  const keys = await newKeys();
  const authority = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${commonName}`,
    notBefore: fromNow(-2 * DAY_MS),
    notAfter: fromNow(2 * DAY_MS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
  });
  const certificate = authority.toString('pem');
  return {
    certificate,
    issue: (wishes) => issuedBy(authority, keys.privateKey, wishes),
    trust: () => trust(certificate),
  };
}
