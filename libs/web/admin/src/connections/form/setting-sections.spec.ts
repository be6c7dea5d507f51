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
});
