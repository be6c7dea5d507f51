import type { SettingField } from '@headwater/erp-contracts';
import { settingSections } from './setting-sections';

const field = (key: string, order: number, more: Partial<SettingField> = {}): SettingField => ({
  key,
  title: key,
  help: '',
  kind: 'text',
  required: false,
  secret: false,
  order,
  ...more,
});

describe('the settings of a connection', () => {
  it('are shown in the order of the manifest, with what works by itself set apart', () => {
    const { main, fine } = settingSections([
      field('timeout', 4, { default: 30 }),
      field('file', 1),
      field('auth', 2, { default: 'basic' }),
      field('company', 3, { required: true }),
      field('currency', 5),
    ]);
    expect(main.map(({ key }) => key)).toEqual(['file', 'company']);
    expect(fine.map(({ key }) => key)).toEqual(['auth', 'timeout', 'currency']);
  });

  it('never fold away what belongs to a choice, nor the choice itself', () => {
    const { main, fine } = settingSections([
      field('language', 1, { default: 'EN' }),
      field('auth', 2, { kind: 'select', default: 'basic', options: ['basic', 'certificate'] }),
      field('password', 3, { secret: true, onlyWhen: { setting: 'auth', is: ['basic'] } }),
      field('key', 4, { kind: 'file', secret: true, onlyWhen: { setting: 'auth', is: ['certificate'] } }),
      field('form', 5, { default: 'pem', onlyWhen: { setting: 'auth', is: ['certificate'] } }),
      field('timeout', 6, { default: 30 }),
    ]);
    expect(main.map(({ key }) => key)).toEqual(['auth', 'password', 'key', 'form']);
    expect(fine.map(({ key }) => key)).toEqual(['language', 'timeout']);
  });
});
