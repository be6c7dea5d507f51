import { toConnectionCandidate, withFreshnessSettings } from './freshness-settings';
import type { ErpManifest } from './manifest';
import { CAPABILITIES } from './operations';
import { checkSettings } from './settings';

const supported = new Set<string>(['availability', 'prices']);
const MANIFEST: ErpManifest = {
  id: 'sample',
  name: 'Sample ERP',
  vendor: 'Sample',
  versions: ['1'],
  capabilities: Object.fromEntries(
    CAPABILITIES.map((each) => [each, supported.has(each) ? { supported: true } : { supported: false, reason: 'no' }]),
  ) as unknown as ErpManifest['capabilities'],
  settings: [{ key: 'baseUrl', title: 'URL', help: '', kind: 'url', required: true, secret: false, order: 1 }],
  limits: { maxConcurrency: 1, timeoutMs: 1_000 },
  ttlMs: { prices: 45_000 },
  events: { supported: true, settleMs: 2_000, notes: '' },
};

const candidate = (settings: Readonly<Record<string, string | number | boolean>>) =>
  toConnectionCandidate({ connectionId: 'c', adapter: 'sample', settings });

describe('how fresh the answers of one connection are', () => {
  it('can be set for what its ERP can answer, and says what holds otherwise', () => {
    const added = withFreshnessSettings(MANIFEST).settings.slice(1);
    expect(added.map(({ key, help }) => [key, /([\d.]+) where left empty/.exec(help)?.[1]])).toEqual([
      ['freshSecondsAvailability', '30'],
      ['freshSecondsPrices', '45'],
      ['settleSeconds', '2'],
    ]);
    expect(added.every(({ required, advanced }) => !required && advanced === true)).toBe(true);
    const silent = { ...MANIFEST, events: { ...MANIFEST.events, supported: false } };
    expect(withFreshnessSettings(silent).settings.map(({ key }) => key)).not.toContain('settleSeconds');
  });

  it.each([
    ['freshSecondsPrices', -1],
    ['freshSecondsPrices', 3_601],
    ['settleSeconds', 601],
    ['freshSecondsPrices', 'soon'],
    ['freshSecondsCredit', 10],
  ])('is refused as %s = %s, by name', (key, value) => {
    const { errors } = checkSettings(withFreshnessSettings(MANIFEST), { baseUrl: 'https://erp.example', [key]: value });
    expect(errors.map(({ field }) => field)).toEqual([`settings.${key}`]);
  });

  it('is the gateway’s matter: the adapter is not handed it', () => {
    expect(candidate({ baseUrl: 'https://erp.example', freshSecondsPrices: 0, settleSeconds: 1.5 })).toEqual({
      connectionId: 'c',
      adapter: 'sample',
      settings: { baseUrl: 'https://erp.example' },
      ttlMs: { prices: 0 },
      settleMs: 1_500,
    });
  });

  it('is left to others where nothing is said', () => {
    const settings = { baseUrl: 'https://erp.example' };
    expect(candidate(settings)).toEqual({ connectionId: 'c', adapter: 'sample', settings });
  });
});
