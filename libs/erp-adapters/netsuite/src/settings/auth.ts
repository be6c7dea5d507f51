import { entriesOf, type SettingReader } from '@headwater/erp-adapter-kit';
import { type SigningKey, signingKeyOf } from './signing-key';

/** OAuth 2.0 client credentials: a client assertion signed with the key of an uploaded certificate. */
export interface CertificateAuth {
  readonly kind: 'oauth2';
  readonly clientId: string;
  readonly certificateId: string;
  readonly signingKey: SigningKey;
  /** As it goes into the assertion. */
  readonly scope: string | readonly string[];
  readonly audience: string;
  /** What must never show in an error. */
  readonly secrets: readonly string[];
}

/** Token-based authentication: OAuth 1.0a with HMAC-SHA256. */
export interface TokenAuth {
  readonly kind: 'tba';
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly tokenId: string;
  readonly tokenSecret: string;
  /** A refused login after this long means overload; 0 for never. */
  readonly overloadAfterMs: number;
  readonly secrets: readonly string[];
}

export type NetsuiteAuth = CertificateAuth | TokenAuth;

interface SignInPlace {
  readonly tokenUrl: string;
  readonly hasRestlet: boolean;
}

function scopeOf(read: SettingReader, hasRestlet: boolean): string | readonly string[] {
  const given = entriesOf(read.optional('scopes'));
  const scopes = given.length > 0 ? given : hasRestlet ? ['restlets', 'rest_webservices'] : ['rest_webservices'];
  return read.choice('scopeForm', ['comma', 'list']) === 'list' ? scopes : scopes.join(',');
}

/** Throws `ErpError` `invalid-request` naming what is missing. */
export function netsuiteAuth(read: SettingReader, { tokenUrl, hasRestlet }: SignInPlace): NetsuiteAuth {
  if (read.choice('auth', ['oauth2', 'tba']) === 'oauth2') {
    const pem = read.text('privateKey');
    return {
      kind: 'oauth2',
      clientId: read.text('clientId'),
      certificateId: read.text('certificateId'),
      signingKey: signingKeyOf(pem),
      scope: scopeOf(read, hasRestlet),
      audience: read.optional('tokenAudience') ?? tokenUrl,
      secrets: [pem],
    };
  }
  const secrets = [read.text('consumerSecret'), read.text('tokenSecret')] as const;
  return {
    kind: 'tba',
    consumerKey: read.text('consumerKey'),
    consumerSecret: secrets[0],
    tokenId: read.text('tokenId'),
    tokenSecret: secrets[1],
    overloadAfterMs: read.whole('overloadAfterMs', 0),
    secrets,
  };
}
