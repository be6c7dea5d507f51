import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { mdiRefresh } from '@mdi/js';
import { Icon } from './icon';
import { IconHarness } from './icon.harness';

@Component({ imports: [Icon], template: '<hw-icon [path]="path" [label]="label()" />' })
class IconHost {
  readonly path = mdiRefresh;
  readonly label = signal<string | undefined>(undefined);
}

describe('an icon', () => {
  it('is decoration until it has a label', async () => {
    const fixture = TestBed.createComponent(IconHost);
    const icon = await TestbedHarnessEnvironment.loader(fixture).getHarness(IconHarness);
    expect(await icon.isHiddenFromScreenReaders()).toBe(true);

    fixture.componentInstance.label.set('Refresh');
    expect(await icon.label()).toBe('Refresh');
    expect(await icon.isHiddenFromScreenReaders()).toBe(false);
  });
});
