import type { SettingField } from '@headwater/erp-contracts';
import { rawValues, storedSecrets, typedSettings } from './setting-control';

const field = (key: string, more: Partial<SettingField> = {}): SettingField => ({
  key,
  title: key,
  help: '',
  kind: 'text',
  required: false,
  secret: false,
  order: 1,
  ...more,
});
const FIELDS = [
  field('baseUrl', { kind: 'url' }),
  field('company', { kind: 'number', default: 1 }),
  field('secret', { secret: true }),
  field('active', { kind: 'boolean', default: true }),
];

describe('the settings form', () => {
  it('begins with the defaults of the manifest', () => {
    expect(rawValues(FIELDS)).toEqual({ baseUrl: '', company: '1', secret: '', active: true });
  });

  it('shows what is saved, but never a secret', () => {
    const saved = { baseUrl: 'https://erp.example', company: 20, secret: { set: true }, active: false };
    expect(rawValues(FIELDS, saved)).toEqual({
      baseUrl: 'https://erp.example',
      company: '20',
      secret: '',
      active: false,
    });
    expect([...storedSecrets(saved)]).toEqual(['secret']);
  });

  it('sends numbers as numbers and leaves out what is empty, so that a stored secret stays', () => {
    const raw = { baseUrl: ' https://erp.example ', company: '20', secret: '', active: true };
    expect(typedSettings(FIELDS, raw)).toEqual({ baseUrl: 'https://erp.example', company: 20, active: true });
  });

  it('keeps what is no number as it was typed, so that the check can say so', () => {
    expect(typedSettings(FIELDS, { company: 'twenty' })).toEqual({ company: 'twenty' });
  });
});
