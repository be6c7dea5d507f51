import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Shortcut } from './shortcut';
import { ShortcutHarness } from './shortcut.harness';

describe('a shortcut', () => {
  it.each([
    ['mod+k', ['Ctrl', 'K']],
    ['g a', ['G', 'A']],
    ['?', ['?']],
  ])('draws %s as keys', async (keys, caps) => {
    const fixture = TestBed.createComponent(Shortcut);
    fixture.componentRef.setInput('keys', keys);
    const shortcut = await TestbedHarnessEnvironment.harnessForFixture(fixture, ShortcutHarness);
    expect(await shortcut.keys()).toEqual(caps);
  });
});
