import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { LOCALE } from '../locale/locale';
import { AgeClock } from './age-clock';
import { Freshness } from './freshness';
import { FreshnessHarness } from './freshness.harness';
import { type ShownFreshness, type ValueFreshness, freshnessLabel } from './shown-freshness';

const READ: ValueFreshness = { state: 'live', asOf: '2026-11-23T09:14:03.120Z', ageMs: 0, ttlMs: 30_000 };

async function shown(value: ShownFreshness, source?: string): Promise<FreshnessHarness> {
  TestBed.overrideProvider(LOCALE, { useValue: 'en-GB' });
  const fixture = TestBed.createComponent(Freshness);
  fixture.componentRef.setInput('value', value);
  fixture.componentRef.setInput('source', source);
  return TestbedHarnessEnvironment.harnessForFixture(fixture, FreshnessHarness);
}

describe('the freshness badge', () => {
  it('says how the value was got', async () => {
    expect(await (await shown(READ)).text()).toBe('live');
  });

  it.each([
    ['not-available', 'not available'],
    ['hidden', 'hidden'],
  ] as const)('has words for a value that is %s', async (value, text) => {
    expect(await (await shown(value)).text()).toBe(text);
  });

  it('tells the exact time and the source on demand', async () => {
    const badge = await shown({ ...READ, state: 'cached', ageMs: 12_000 }, 'SX.e East · company 1');
    expect(await badge.text()).toBe('cached 12 s');
    const explanation = await badge.explanation();
    expect(explanation).toContain('23 Nov 2026');
    expect(explanation).toContain('SX.e East · company 1');
  });
});

describe('the words of freshness', () => {
  const say = (value: ShownFreshness, ageMs: number) => freshnessLabel(value, ageMs, 'en-GB');

  it('stop saying live when nobody has asked again', () => {
    expect(say(READ, 9_000)).toEqual({ tone: 'live', text: 'live' });
    expect(say(READ, 12_000)).toEqual({ tone: 'cached', text: 'cached 12 s' });
  });

  it('warn of a value that is older than it may be', () => {
    expect(say(READ, 190_000)).toEqual({ tone: 'overdue', text: 'cached 3 min' });
  });

  it('name the time of a last-known value, and its day when that was another', () => {
    const lastKnown: ValueFreshness = { ...READ, state: 'last-known' };
    const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date(READ.asOf));
    expect(say(lastKnown, 60_000).text).toBe(`last known ${time}`);
    expect(say(lastKnown, 3 * 86_400_000).text).toBe(`last known 23 Nov ${time}`);
  });
});

describe('the age of a value', () => {
  it('goes on while the same value is shown again', () => {
    const clock = TestBed.inject(AgeClock);
    expect(clock.ageOf({ ...READ, ageMs: 4_000 })).toBeGreaterThanOrEqual(4_000);
  });
});
