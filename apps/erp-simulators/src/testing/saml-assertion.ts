import { SignedXml } from 'xml-crypto';

export interface AssertionFacts {
  readonly issuer: string;
  readonly audience: string;
  readonly user: string;
  readonly notBefore: string;
  readonly notOnOrAfter: string;
}

/** An assertion as an identity provider issues it, without its signature. */
export function assertionXml(facts: AssertionFacts): string {
  return [
    '<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a1" IssueInstant="2026-11-23T11:59:00Z" Version="2.0">',
    `<saml2:Issuer>${facts.issuer}</saml2:Issuer>`,
    `<saml2:Subject><saml2:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified">${facts.user}</saml2:NameID></saml2:Subject>`,
    `<saml2:Conditions NotBefore="${facts.notBefore}" NotOnOrAfter="${facts.notOnOrAfter}">`,
    `<saml2:AudienceRestriction><saml2:Audience>${facts.audience}</saml2:Audience></saml2:AudienceRestriction>`,
    '</saml2:Conditions>',
    '</saml2:Assertion>',
  ].join('');
}

export function signed(xml: string, privateKey: string): string {
  const signer = new SignedXml({
    privateKey,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  });
  signer.addReference({
    xpath: "/*[local-name(.)='Assertion']",
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
  });
  signer.computeSignature(xml, {
    prefix: 'ds',
    location: { reference: "//*[local-name(.)='Issuer']", action: 'after' },
  });
  return signer.getSignedXml();
}

export function base64url(xml: string): string {
  return Buffer.from(xml).toString('base64url');
}
