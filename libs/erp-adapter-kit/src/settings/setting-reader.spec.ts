import type { SettingField, SettingValues } from '@headwater/erp-contracts';
import { SettingReader } from './setting-reader';

const BASE = { title: 'A setting', help: '', required: false, secret: false, order: 1 } as const;

const FIELDS: readonly SettingField[] = [
  { ...BASE, kind: 'text', key: 'company', pattern: '[A-Z]{3}' },
  { ...BASE, kind: 'text', key: 'zone', default: 'UTC' },
  { ...BASE, kind: 'number', key: 'calls', default: 4 },
  { ...BASE, kind: 'boolean', key: 'quotes', default: true },
  { ...BASE, kind: 'select', key: 'auth', options: ['basic', 'oauth'], default: 'basic' },
];

function reading(values: SettingValues): SettingReader {
  return new SettingReader(values, FIELDS);
}

describe('settings', () => {
  it('are read as they were given, without blanks around', () => {
    const read = reading({ company: ' ACM ', calls: 7, quotes: false, auth: 'oauth' });
    expect([read.text('company'), read.whole('calls'), read.flag('quotes')]).toEqual(['ACM', 7, false]);
    expect(read.choice('auth', ['basic', 'oauth'])).toBe('oauth');
  });

  it('have their default where they are blank', () => {
    const read = reading({ zone: '', calls: '' });
    expect([read.text('zone'), read.whole('calls'), read.flag('quotes')]).toEqual(['UTC', 4, true]);
    expect(read.optional('company')).toBeUndefined();
  });

  it('keep the blanks of a secret', () => {
    expect(reading({ key: ' k ' }).secret('key')).toBe(' k ');
  });

  it('are split into entries and pairs', () => {
    const read = reading({ kinds: 'a, b\nc', units: 'BX=box\nbare\nEA = each=1' });
    expect(read.entries('kinds')).toEqual(['a', 'b', 'c']);
    expect([...read.pairs('units')]).toEqual([
      ['BX', 'box'],
      ['EA', 'each=1'],
    ]);
  });

  it('give an address without a trailing slash', () => {
    expect(reading({ at: 'https://erp.example.com/api//' }).address('at', 'refused')).toBe(
      'https://erp.example.com/api',
    );
  });

  it.each<[string, (read: SettingReader) => unknown]>([
    ['company', (read) => read.optional('company')],
    ['nowhere', (read) => read.text('nowhere')],
    ['nowhere', (read) => read.secret('nowhere')],
    ['calls', (read) => read.whole('calls', 10)],
    ['auth', (read) => read.flag('auth')],
    ['auth', (read) => read.choice('auth', ['oauth'])],
    ['at', (read) => read.address('at', 'refused')],
  ])('that cannot be used are refused by name, never by value: %s', (key, ask) => {
    const refusal = (): unknown => ask(reading({ company: 's3cret', calls: 5, at: 'ftp://s3cret' }));
    expect(refusal).toThrow(expect.objectContaining({ code: 'invalid-request' }));
    expect(refusal).toThrow(key);
    expect(refusal).not.toThrow(/s3cret/);
  });
});
