import { file, secret, secretFile, select, text, type Unplaced, url } from './field-kinds';

const ofBasic = { onlyWhen: { setting: 'auth', is: ['basic'] } } as const;
const ofX509 = { onlyWhen: { setting: 'auth', is: ['x509'] } } as const;
const ofSaml = { onlyWhen: { setting: 'auth', is: ['oauth2-saml-bearer'] } } as const;

/** As whom, and how, this connection signs in. */
export const SIGN_IN_FIELDS: readonly Unplaced[] = [
  {
    ...select,
    key: 'auth',
    title: 'Sign-in',
    help: 'basic: a communication user with a password. x509: a communication user with a client certificate. oauth2-saml-bearer: a user named in an assertion that this connection signs.',
    options: ['basic', 'x509', 'oauth2-saml-bearer'],
    default: 'basic',
  },
  {
    ...text,
    ...ofBasic,
    key: 'userName',
    title: 'User',
    help: 'For basic: the communication user.',
    example: 'HEADWATER_COMM',
  },
  {
    ...secret,
    ...ofBasic,
    key: 'password',
    title: 'Password',
    help: 'For basic: the password of the communication user.',
  },
  {
    ...file,
    ...ofX509,
    key: 'clientCertificate',
    title: 'Client certificate (PEM)',
    help: 'For x509: the certificate that is uploaded to the communication user.',
  },
  {
    ...secretFile,
    ...ofX509,
    key: 'clientKey',
    title: 'Key of the client certificate (PEM)',
    help: 'For x509: its private key, without a passphrase.',
  },
  {
    ...text,
    ...ofSaml,
    key: 'oauthClientId',
    title: 'OAuth client',
    help: 'For oauth2-saml-bearer: the communication user that is the OAuth 2.0 client.',
  },
  { ...secret, ...ofSaml, key: 'oauthClientSecret', title: 'OAuth client password', help: 'Its password.' },
  {
    ...text,
    ...ofSaml,
    key: 'oauthScope',
    title: 'OAuth scope',
    help: 'Scopes of the communication arrangement, separated by blanks. Blank asks for what the client has.',
    example: 'API_SALES_ORDER_SRV_0001',
  },
  {
    ...url,
    ...ofSaml,
    key: 'tokenUrl',
    title: 'Token address',
    help: 'Blank for /sap/bc/sec/oauth2/token at the address of the connection.',
  },
  {
    ...secretFile,
    ...ofSaml,
    key: 'samlKey',
    title: 'Signing key (PEM)',
    help: 'The private key whose certificate SAP trusts as an OAuth 2.0 identity provider, without a passphrase.',
  },
  {
    ...file,
    ...ofSaml,
    key: 'samlCertificate',
    title: 'Signing certificate (PEM)',
    help: 'The certificate of the signing key; it is sent along with the assertion.',
  },
  {
    ...text,
    ...ofSaml,
    key: 'samlIssuer',
    title: 'Assertion issuer',
    help: 'Name of the identity provider as it is registered in SAP.',
    example: 'headwater',
  },
  {
    ...text,
    ...ofSaml,
    key: 'samlAudience',
    title: 'Assertion audience',
    help: 'The local SAML provider name of the SAP system.',
    example: 'https://my400001.s4hana.cloud.sap',
  },
  {
    ...url,
    ...ofSaml,
    key: 'samlRecipient',
    title: 'Assertion recipient',
    help: 'Blank for the token address, which is what SAP expects.',
  },
  {
    ...text,
    ...ofSaml,
    key: 'samlNameId',
    title: 'Assertion subject',
    help: 'The SAP user calls are made as, where no acting person is mapped to one.',
    example: 'HEADWATER',
  },
  {
    ...text,
    ...ofSaml,
    key: 'samlNameIdFormat',
    title: 'Format of the subject',
    help: 'How SAP finds the user: unspecified for a user name, emailAddress for an e-mail address.',
    default: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
  },
];
