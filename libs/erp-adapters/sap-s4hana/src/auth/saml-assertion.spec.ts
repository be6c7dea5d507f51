import { X509Certificate } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import { SignedXml } from 'xml-crypto';
import { SAP_S4HANA_MANIFEST } from '../sap-s4hana.manifest';
import { sapSettings } from '../settings/sap-s4hana.settings';
import type { SamlBearer } from '../settings/sign-in';
import { S4_KEYS, s4Settings } from '../testing/s4-settings';
import { signedAssertion } from './saml-assertion';

const NOW = Date.parse('2026-11-23T09:14:03.120Z');

function bearer(overrides: Partial<SamlBearer> = {}): SamlBearer {
  const { signIn } = sapSettings(s4Settings('https://s4.example'), SAP_S4HANA_MANIFEST, 'refused');
  if (signIn.kind !== 'oauth2-saml-bearer') throw new TypeError('another sign-in');
  return { ...signIn, ...overrides };
}

function xmlOf(overrides: Partial<SamlBearer> = {}, nameId = 'HEADWATER'): string {
  return Buffer.from(signedAssertion(bearer(overrides), { nameId, nowEpochMs: NOW }), 'base64url').toString('utf8');
}

interface Assertion {
  readonly Issuer: string;
  readonly Subject: {
    readonly NameID: { readonly '#text': string; readonly '@Format': string };
    readonly SubjectConfirmation: { readonly SubjectConfirmationData: Readonly<Record<string, string>> };
  };
  readonly Conditions: Readonly<Record<string, unknown>>;
  readonly Signature: { readonly KeyInfo: { readonly X509Data: { readonly X509Certificate: string } } };
}

function parsed(xml: string): Assertion {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
  });
  return (parser.parse(xml) as { readonly Assertion: Assertion }).Assertion;
}

function isSigned(xml: string, certificate = S4_KEYS.certificate): boolean {
  const signature = /<ds:Signature[\s\S]*<\/ds:Signature>/.exec(xml)?.[0] ?? '';
  const check = new SignedXml({ publicCert: certificate, getCertFromKeyInfo: () => null });
  check.loadSignature(signature);
  try {
    return check.checkSignature(xml);
  } catch {
    return false;
  }
}

describe('an assertion for SAP', () => {
  it('names user, issuer, audience and recipient, for five minutes and a little skew of clocks', () => {
    const assertion = parsed(xmlOf());
    expect(assertion.Issuer).toBe('headwater');
    expect(assertion.Subject.NameID).toEqual({
      '#text': 'HEADWATER',
      '@Format': 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
    });
    expect(assertion.Subject.SubjectConfirmation.SubjectConfirmationData).toEqual({
      '@Recipient': 'https://s4.example/sap/bc/sec/oauth2/token',
      '@NotOnOrAfter': '2026-11-23T09:19:03.120Z',
    });
    expect(assertion.Conditions).toMatchObject({
      '@NotBefore': '2026-11-23T09:12:03.120Z',
      '@NotOnOrAfter': '2026-11-23T09:19:03.120Z',
      AudienceRestriction: { Audience: 'https://my400001.s4hana.example' },
    });
  });

  it('is signed by the key of the settings, behind its issuer, with the certificate along', () => {
    const xml = xmlOf();
    expect(isSigned(xml)).toBe(true);
    expect(xml).toMatch(/<\/saml2:Issuer><ds:Signature/);
    const sent = Buffer.from(parsed(xml).Signature.KeyInfo.X509Data.X509Certificate, 'base64');
    expect(new X509Certificate(sent).fingerprint).toBe(new X509Certificate(S4_KEYS.certificate).fingerprint);
  });

  it('is worth nothing once a word of it is changed', () => {
    expect(isSigned(xmlOf().replace('>HEADWATER<', '>ADMIN<'))).toBe(false);
  });

  it('takes a user name as data, whatever stands in it', () => {
    const xml = xmlOf({}, 'O\'NEILL</saml2:NameID><x a="1">&');
    expect(isSigned(xml)).toBe(true);
    expect(xml).toContain('O\'NEILL&lt;/saml2:NameID&gt;&lt;x a="1"&gt;&amp;');
  });

  it('is another one each time', () => {
    expect(xmlOf()).not.toBe(xmlOf());
  });
});
