import { plainKey, sameKey, spellingsOf, textKey } from './keys';

describe('a key', () => {
  it.each([
    ['000010', '10'],
    ['10', '10'],
    [' 0000004500 ', '4500'],
    ['0', '0'],
    ['000', '0'],
    ['USCU-CUS07', 'USCU-CUS07'],
    ['00A1', '00A1'],
  ])('%j is %j without what SAP fills it up with', (key, plain) => {
    expect(plainKey(key)).toBe(plain);
  });

  it('joins across services that write it differently', () => {
    expect(sameKey('10', '000010')).toBe(true);
    expect(sameKey('USCU-CUS07', '0USCU-CUS07')).toBe(false);
  });

  it('is filtered by in each spelling the setting names, and only digits are filled up', () => {
    expect(spellingsOf('4500', { filters: 'both', length: 10 })).toEqual(['4500', '0000004500']);
    expect(spellingsOf('0000004500', { filters: 'external', length: 10 })).toEqual(['4500']);
    expect(spellingsOf('4500', { filters: 'padded', length: 10 })).toEqual(['0000004500']);
    expect(spellingsOf('1234567890', { filters: 'both', length: 10 })).toEqual(['1234567890']);
    expect(spellingsOf('USCU-CUS07', { filters: 'padded', length: 10 })).toEqual(['USCU-CUS07']);
  });

  it('that no row can have is unknown before asking', () => {
    expect(() => textKey('  ')).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(() => textKey('\ud800')).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
