import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { LOCALE } from '../locale/locale';
import { DateText } from './date-text';
import { DateTextHarness } from './date-text.harness';

async function shown(value: unknown): Promise<string> {
  TestBed.overrideProvider(LOCALE, { useValue: 'en-US' });
  const fixture = TestBed.createComponent(DateText);
  fixture.componentRef.setInput('value', value);
  return (await TestbedHarnessEnvironment.harnessForFixture(fixture, DateTextHarness)).text();
}

describe('a date on the screen', () => {
  it('is written for the reader', async () => {
    expect(await shown('2026-11-23')).toBe('Nov 23, 2026');
  });

  it.each([null, undefined])('says that it is not given when it is %s, and shows no zero', async (nothing) => {
    expect(await shown(nothing)).toBe('–not given');
  });
});
