import type { ErpManifest, SettingField } from './manifest';
import { CAPABILITIES, type Capability } from './operations';
import { checkSettings } from './settings';

const field = (overrides: Partial<SettingField> & { readonly key: string }): SettingField => ({
  title: overrides.key,
  help: '',
  kind: 'text',
  required: false,
  secret: false,
  order: 1,
  ...overrides,
});

const manifestWith = (...settings: readonly SettingField[]): ErpManifest => ({
  id: 'sample',
  name: 'Sample ERP',
  vendor: 'Sample',
  versions: ['1'],
  capabilities: Object.fromEntries(
    CAPABILITIES.map((capability) => [capability, { supported: false, reason: 'sample' }]),
  ) as unknown as { readonly [C in Capability]: { readonly supported: false; readonly reason: string } },
  settings,
  limits: { maxConcurrency: 1, timeoutMs: 1000 },
  events: { supported: false, settleMs: 0, notes: '' },
});

describe('settings of a connection', () => {
  it('are taken over with their defaults', () => {
    const manifest = manifestWith(
      field({ key: 'baseUrl', kind: 'url', required: true }),
      field({ key: 'company', kind: 'number', default: 1 }),
    );
    expect(checkSettings(manifest, { baseUrl: 'https://erp.example' })).toEqual({
      values: { baseUrl: 'https://erp.example', company: 1 },
      errors: [],
    });
  });

  it.each([
    [field({ key: 'x', kind: 'number' }), 'twelve'],
    [field({ key: 'x', kind: 'number' }), Number.NaN],
    [field({ key: 'x', kind: 'boolean' }), 'true'],
    [field({ key: 'x', kind: 'url' }), 'ftp://erp.example'],
    [field({ key: 'x', kind: 'select', options: ['web', 'rest'] }), 'soap'],
    [field({ key: 'x', pattern: '[A-Z]{3}' }), 'USDX'],
    [field({ key: 'x' }), 12],
  ])('are refused by field where they do not fit (%#)', (setting, value) => {
    const { values, errors } = checkSettings(manifestWith(setting), { x: value });
    expect(values).toEqual({});
    expect(errors).toEqual([{ field: 'settings.x', message: expect.stringContaining('x') }]);
  });

  it('may leave out a required secret only where one is stored', () => {
    const manifest = manifestWith(field({ key: 'password', secret: true, required: true }));
    expect(checkSettings(manifest, {}).errors).toHaveLength(1);
    expect(checkSettings(manifest, {}, new Set(['password'])).errors).toEqual([]);
  });

  it('hold nothing the manifest does not name', () => {
    expect(checkSettings(manifestWith(), { pasword: 'x' }).errors).toEqual([
      { field: 'settings.pasword', message: 'Sample ERP has no such setting.' },
    ]);
  });
});
