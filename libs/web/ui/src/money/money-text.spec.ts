import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { LOCALE } from '../locale/locale';
import { MoneyText } from './money-text';
import { MoneyTextHarness } from './money-text.harness';

async function shown(value: unknown, kind = 'sum'): Promise<string> {
  TestBed.resetTestingModule().overrideProvider(LOCALE, { useValue: 'en-US' });
  const fixture = TestBed.createComponent(MoneyText);
  fixture.componentRef.setInput('value', value);
  fixture.componentRef.setInput('kind', kind);
  return (await TestbedHarnessEnvironment.harnessForFixture(fixture, MoneyTextHarness)).text();
}

describe('money on the screen', () => {
  it('is written for the reader', async () => {
    expect(await shown({ amount: '1249.50', currency: 'USD' })).toBe('$1,249.50');
  });

  it('has more decimals as the price of a unit than as a sum', async () => {
    const value = { amount: '0.1000', currency: 'USD' };
    expect(await shown(value)).toBe('$0.10');
    expect(await shown(value, 'unit-price')).toBe('$0.1000');
  });

  it.each([null, undefined])('says that it is not given when it is %s, and shows no zero', async (nothing) => {
    expect(await shown(nothing)).toBe('–not given');
  });
});
