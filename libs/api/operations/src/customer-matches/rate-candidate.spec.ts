import { aCustomerView, aPostalAddressView } from '@headwater/erp-testing';
import { companyWords, nameSimilarity } from './company-name';
import { byWeight, type KnownAccount, rateCandidate } from './rate-candidate';

function anAccount(overrides: Partial<KnownAccount> = {}): KnownAccount {
  return { name: 'Acme Pumps', phone: null, website: null, numbers: [], addresses: [], ...overrides };
}

describe('the name of a company', () => {
  it.each([
    ['ACME Pumps, Inc.', 'Acme Pumps'],
    ['The Müller & Söhne GmbH', 'Muller Sohne'],
    ["O'Neill Supply Co.", 'ONEILL SUPPLY COMPANY'],
  ])('%j is told by the same words as %j', (left, right) => {
    expect(companyWords(left)).toEqual(companyWords(right));
  });

  it('keeps its only words even where they are a legal form', () => {
    expect(companyWords('Company Ltd')).toEqual(['company', 'ltd']);
  });

  it('is similar as far as words are shared', () => {
    expect(nameSimilarity(['acme', 'pumps'], ['acme', 'pumps'])).toBe(1);
    expect(nameSimilarity(['acme', 'pumps'], ['acme', 'valves'])).toBe(0.5);
    expect(nameSimilarity([], [])).toBe(0);
  });
});

describe('a candidate', () => {
  it('is certain with the same name and one thing more', () => {
    const customer = aCustomerView({ number: '0001001', name: 'ACME PUMPS INC', phone: '+1 (614) 555-0100' });
    expect(rateCandidate(anAccount({ phone: '614-555-0100' }), customer)).toMatchObject({
      grade: 'certain',
      because: ['name', 'phone'],
    });
    expect(rateCandidate(anAccount({ numbers: ['1001'] }), customer)).toMatchObject({
      grade: 'certain',
      because: ['number', 'name'],
    });
  });

  it('is only likely by its name alone: there are two of many a company', () => {
    expect(rateCandidate(anAccount(), aCustomerView({ name: 'Acme Pumps LLC' }))).toMatchObject({ grade: 'likely' });
  });

  it('is possible by a similar name, by its domain, or by its address', () => {
    const other = aCustomerView({ name: 'Somebody Else', email: 'buying@acme.example', addresses: [] });
    expect(rateCandidate(anAccount({ website: 'https://www.acme.example' }), other)).toMatchObject({
      grade: 'possible',
      because: ['domain'],
    });
    expect(rateCandidate(anAccount({ name: 'Acme Pumps East' }), aCustomerView({ name: 'Acme Pumps' }))).toMatchObject({
      grade: 'possible',
      because: ['similar-name'],
    });
    const address = aPostalAddressView({ lines: ['12 Main St.'], postalCode: '43215' });
    const there = aCustomerView({ name: 'Somebody Else', addresses: [{ ...address, lines: ['12 MAIN ST'] }] });
    expect(rateCandidate(anAccount({ addresses: [address] }), there)?.because).toEqual(['address']);
  });

  it('is none where nothing speaks for it, and blanks speak for nothing', () => {
    const blank = aCustomerView({
      name: 'Somebody Else',
      addresses: [aPostalAddressView({ lines: [], postalCode: '' })],
    });
    expect(rateCandidate(anAccount({ addresses: [aPostalAddressView({ lines: [], postalCode: '' })] }), blank)).toBe(
      undefined,
    );
    expect(rateCandidate(anAccount({ phone: '12' }), aCustomerView({ name: 'X', phone: '12', addresses: [] }))).toBe(
      undefined,
    );
  });

  it('comes before one that less speaks for', () => {
    const rated = [
      rateCandidate(anAccount(), aCustomerView({ number: '2', name: 'Acme Pumps' })),
      rateCandidate(anAccount({ numbers: ['1'] }), aCustomerView({ number: '1', name: 'Acme Pumps' })),
    ].filter((candidate) => candidate !== undefined);
    expect(rated.sort(byWeight).map(({ customer }) => customer.number)).toEqual(['1', '2']);
  });
});
