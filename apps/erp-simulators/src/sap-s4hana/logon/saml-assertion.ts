import { XMLParser } from 'fast-xml-parser';
import { SignedXml } from 'xml-crypto';
import { z } from 'zod';

/** What an assertion has to say to be believed. */
export interface Trust {
  /** PEM of a certificate or public key. */
  readonly certificate: string;
  readonly issuer: string;
  readonly audience: string;
  readonly now: number;
}

/** Why an assertion was not believed, in OAuth's words. */
export class AssertionError extends Error {}

const parser = new XMLParser({
  ignoreAttributes: false,
  removeNSPrefix: true,
  attributeNamePrefix: '@',
  textNodeName: '#',
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => name === 'Audience' || name === 'AudienceRestriction',
});

const textNode = z.union([z.string(), z.object({ '#': z.string().default('') }).transform((node) => node['#'])]);

const assertionSchema = z.object({
  '@ID': z.string().min(1),
  '@Version': z.literal('2.0'),
  Issuer: textNode,
  Subject: z.object({ NameID: textNode }),
  Conditions: z.object({
    '@NotBefore': z.iso.datetime({ offset: true }),
    '@NotOnOrAfter': z.iso.datetime({ offset: true }),
    AudienceRestriction: z.array(z.object({ Audience: z.array(textNode) })).min(1),
  }),
});

const documentSchema = z.object({ Assertion: assertionSchema });

/**
 * The user an assertion speaks of. Only what the signature covers is read: anything wrapped around it is not.
 * Throws `AssertionError` where it is not to be believed.
 */
export function userOfAssertion(encoded: string, trust: Trust): string {
  const { Assertion: assertion } = parsed(signedPart(decoded(encoded), trust.certificate));
  if (assertion.Issuer !== trust.issuer) throw new AssertionError('The issuer is not trusted');
  const { Conditions: conditions } = assertion;
  if (trust.now < Date.parse(conditions['@NotBefore'])) throw new AssertionError('The assertion is not valid yet');
  if (trust.now >= Date.parse(conditions['@NotOnOrAfter'])) throw new AssertionError('The assertion has expired');
  const audiences = conditions.AudienceRestriction.map(({ Audience }) => Audience);
  if (!audiences.every((audience) => audience.includes(trust.audience)))
    throw new AssertionError('The assertion is for another audience');
  if (assertion.Subject.NameID === '') throw new AssertionError('The subject is empty');
  return assertion.Subject.NameID;
}

/** base64url, without the padding and the `+` and `/` of base64. */
function decoded(encoded: string): string {
  if (!/^[A-Za-z0-9_-]+=*$/.test(encoded)) throw new AssertionError('The assertion is not base64url');
  return Buffer.from(encoded, 'base64url').toString('utf8');
}

function signedPart(xml: string, certificate: string): string {
  const signature = /<((?:[\w-]+:)?Signature)[\s>][\s\S]*?<\/\1>/.exec(xml)?.[0];
  if (signature === undefined) throw new AssertionError('The assertion is not signed');
  const [signed] = verified(xml, signature, certificate);
  if (signed === undefined) throw new AssertionError('The signature covers nothing');
  return signed;
}

/** The key is the trusted one: a key that came along in the signature proves nothing. */
function verified(xml: string, signature: string, certificate: string): readonly string[] {
  try {
    const verifier = new SignedXml({ publicCert: certificate, getCertFromKeyInfo: () => null });
    verifier.loadSignature(signature);
    if (verifier.checkSignature(xml)) return verifier.getSignedReferences();
  } catch (error) {
    throw new AssertionError('The signature cannot be checked', { cause: error });
  }
  throw new AssertionError('The signature does not match');
}

function parsed(xml: string): z.output<typeof documentSchema> {
  const result = documentSchema.safeParse(parser.parse(xml));
  if (!result.success) throw new AssertionError('The assertion lacks something it needs');
  return result.data;
}
