import { baseUrlProblem, type PrivateNetworks, type SettingReader } from '@headwater/erp-adapter-kit';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { ErpError } from '@headwater/erp-contracts';

export interface KeyPair {
  /** PEM. */
  readonly certificate: string;
  /** PEM. */
  readonly privateKey: string;
}

export interface SamlBearer {
  readonly kind: 'oauth2-saml-bearer';
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string | undefined;
  readonly signing: KeyPair;
  readonly issuer: string;
  readonly audience: string;
  readonly recipient: string;
  readonly nameId: string;
  readonly nameIdFormat: string;
}

/** How a connection proves who it is. */
export type SignIn =
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | { readonly kind: 'x509'; readonly pair: KeyPair }
  | SamlBearer;

const TOKEN_PATH = '/sap/bc/sec/oauth2/token';

export interface SignInPlace {
  readonly baseUrl: string;
  readonly privateNetworks: PrivateNetworks;
}

/** Throws `ErpError` `invalid-request` naming the setting that cannot work. */
export function signInOf(read: SettingReader, place: SignInPlace): SignIn {
  const kind = read.choice('auth', ['basic', 'x509', 'oauth2-saml-bearer']);
  if (kind === 'basic') return { kind, user: read.text('userName'), password: read.text('password') };
  if (kind === 'x509') return { kind, pair: keyPair(read, 'clientCertificate', 'clientKey') };
  return samlBearer(read, place);
}

function samlBearer(read: SettingReader, { baseUrl, privateNetworks }: SignInPlace): SamlBearer {
  const tokenUrl = read.optional('tokenUrl') ?? new URL(TOKEN_PATH, baseUrl).href;
  const problem = baseUrlProblem(tokenUrl, privateNetworks);
  if (problem !== undefined) throw new ErpError('invalid-request', `tokenUrl: ${problem}`);
  return {
    kind: 'oauth2-saml-bearer',
    tokenUrl,
    clientId: read.text('oauthClientId'),
    clientSecret: read.text('oauthClientSecret'),
    scope: read.optional('oauthScope'),
    signing: keyPair(read, 'samlCertificate', 'samlKey'),
    issuer: read.text('samlIssuer'),
    audience: read.text('samlAudience'),
    recipient: read.optional('samlRecipient') ?? tokenUrl,
    nameId: read.text('samlNameId'),
    nameIdFormat: read.text('samlNameIdFormat'),
  };
}

/** Certificate and key as PEM, and that they belong together: SAP would only say that it trusts nobody. */
function keyPair(read: SettingReader, certificateKey: string, privateKeyKey: string): KeyPair {
  const certificate = read.text(certificateKey);
  const privateKey = read.text(privateKeyKey);
  const parsed = parsedOr(`${certificateKey} holds no certificate in PEM`, () => new X509Certificate(certificate));
  const key = parsedOr(`${privateKeyKey} holds no private key in PEM without a passphrase`, () =>
    createPrivateKey(privateKey),
  );
  if (parsed.checkPrivateKey(key)) return { certificate, privateKey };
  throw new ErpError('invalid-request', `${privateKeyKey} is not the key of ${certificateKey}.`);
}

/** Whatever goes wrong, it is no such PEM; the original error may hold parts of the key, so it is not kept. */
function parsedOr<T>(problem: string, parse: () => T): T {
  try {
    return parse();
  } catch {
    throw new ErpError('invalid-request', `${problem}.`);
  }
}

/** Whatever must never show in an error. */
export function secretsOf(signIn: SignIn): readonly string[] {
  switch (signIn.kind) {
    case 'basic':
      return [signIn.password, `${signIn.user}:${signIn.password}`];
    case 'x509':
      return [signIn.pair.privateKey];
    case 'oauth2-saml-bearer':
      return [signIn.clientSecret, `${signIn.clientId}:${signIn.clientSecret}`, signIn.signing.privateKey];
  }
}
