import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { LOCALE } from '../locale/locale';
import { QuantityText } from './quantity-text';
import { QuantityTextHarness } from './quantity-text.harness';

async function shown(value: unknown): Promise<string> {
  TestBed.overrideProvider(LOCALE, { useValue: 'en-US' });
  const fixture = TestBed.createComponent(QuantityText);
  fixture.componentRef.setInput('value', value);
  return (await TestbedHarnessEnvironment.harnessForFixture(fixture, QuantityTextHarness)).text();
}

describe('a quantity on the screen', () => {
  it('is written for the reader', async () => {
    expect(await shown({ value: '1200.00', unit: 'EA' })).toBe('1,200 EA');
  });

  it.each([null, undefined])('says that it is not given when it is %s, and shows no zero', async (nothing) => {
    expect(await shown(nothing)).toBe('–not given');
  });
});
