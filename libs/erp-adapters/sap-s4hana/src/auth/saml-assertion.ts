import { randomUUID } from 'node:crypto';
import { toInstant } from '@headwater/kernel';
import { SignedXml } from 'xml-crypto';
import type { SamlBearer } from '../settings/sign-in';

/** How far our clock may be ahead of SAP's without the assertion being refused as not valid yet. */
const SKEW_MS = 120_000;
/** Long enough for a token request on a slow day; SAP refuses assertions that live long. */
const LIFE_MS = 300_000;

const EXCLUSIVE_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export interface Subject {
  readonly nameId: string;
  readonly nowEpochMs: number;
}

/** A SAML 2.0 bearer assertion for one user, before it is signed (RFC 7522, section 3). */
function assertionXml(bearer: SamlBearer, { nameId, nowEpochMs }: Subject, id: string): string {
  const issuedAt = toInstant(nowEpochMs);
  const from = toInstant(nowEpochMs - SKEW_MS);
  const until = toInstant(nowEpochMs + LIFE_MS);
  return [
    `<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" IssueInstant="${issuedAt}" Version="2.0">`,
    `<saml2:Issuer>${escaped(bearer.issuer)}</saml2:Issuer>`,
    `<saml2:Subject><saml2:NameID Format="${escaped(bearer.nameIdFormat)}">${escaped(nameId)}</saml2:NameID>`,
    '<saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">',
    `<saml2:SubjectConfirmationData NotOnOrAfter="${until}" Recipient="${escaped(bearer.recipient)}"/>`,
    '</saml2:SubjectConfirmation></saml2:Subject>',
    `<saml2:Conditions NotBefore="${from}" NotOnOrAfter="${until}"><saml2:AudienceRestriction>`,
    `<saml2:Audience>${escaped(bearer.audience)}</saml2:Audience></saml2:AudienceRestriction></saml2:Conditions>`,
    `<saml2:AuthnStatement AuthnInstant="${issuedAt}" SessionIndex="${id}"><saml2:AuthnContext>`,
    '<saml2:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:X509</saml2:AuthnContextClassRef>',
    '</saml2:AuthnContext></saml2:AuthnStatement></saml2:Assertion>',
  ].join('');
}

/** The assertion, signed with RSA-SHA256, as SAP's token endpoint takes it: XML in base64url. */
export function signedAssertion(bearer: SamlBearer, subject: Subject): string {
  const id = `_${randomUUID()}`;
  const signature = new SignedXml({
    privateKey: bearer.signing.privateKey,
    publicCert: bearer.signing.certificate,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: EXCLUSIVE_C14N,
  });
  signature.addReference({
    xpath: "/*[local-name(.)='Assertion']",
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', EXCLUSIVE_C14N],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  signature.computeSignature(assertionXml(bearer, subject, id), {
    prefix: 'ds',
    // The schema of SAML wants the signature right behind the issuer.
    location: { reference: "/*[local-name(.)='Assertion']/*[local-name(.)='Issuer']", action: 'after' },
  });
  return Buffer.from(signature.getSignedXml(), 'utf8').toString('base64url');
}
