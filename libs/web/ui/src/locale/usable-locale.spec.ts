import { firstUsableLocale } from './usable-locale';

describe('the locale of numbers and dates', () => {
  it('is the language the reader prefers', () => {
    expect(firstUsableLocale(['de-AT', 'en'])).toBe('de-AT');
  });

  it('passes over what a system names that is no language tag', () => {
    expect(firstUsableLocale(['en-US@posix', 'fr'])).toBe('fr');
  });

  it('is American English where nothing is usable', () => {
    expect(firstUsableLocale(['en-US@posix'])).toBe('en-US');
    expect(firstUsableLocale([])).toBe('en-US');
  });
});
