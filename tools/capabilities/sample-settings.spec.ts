import type { SettingField } from '@headwater/erp-contracts';
import { anErpManifest } from '@headwater/erp-testing';
import { sampleSettings } from './sample-settings.mts';

function aField(key: string, overrides: Partial<SettingField> = {}): SettingField {
  return { key, title: key, help: key, kind: 'text', required: false, secret: false, order: 1, ...overrides };
}

describe('sample settings', () => {
  it('are the defaults, else the examples, else a stand-in where something must be said', () => {
    const settings = [
      aField('chosen', { default: 'default', example: 'example' }),
      aField('shown', { example: 'example' }),
      aField('needed', { required: true }),
      aField('secret', { secret: true }),
      aField('address', { kind: 'url', required: true }),
      aField('count', { kind: 'number', required: true, example: '12' }),
      aField('flag', { kind: 'boolean', required: true }),
      aField('choice', { kind: 'select', options: ['first', 'second'] }),
    ];
    expect(sampleSettings(anErpManifest({ settings }))).toEqual({
      chosen: 'default',
      shown: 'example',
      needed: 'sample',
      secret: 'sample',
      address: 'https://erp.example.com',
      count: 1,
      flag: false,
      choice: 'first',
    });
  });

  it('leave out what may be left out, and files, which no word stands in for', () => {
    const settings = [aField('free'), aField('file', { kind: 'file', secret: true, required: true })];
    expect(sampleSettings(anErpManifest({ settings }))).toEqual({});
  });
});
