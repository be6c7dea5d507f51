import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { StatusChip } from './status-chip';
import { StatusChipHarness } from './status-chip.harness';

@Component({ imports: [StatusChip], template: '<hw-status-chip tone="warn">On hold</hw-status-chip>' })
class ChipHost {}

describe('a status chip', () => {
  it('says the state in words and repeats it in its tone', async () => {
    const chip = await TestbedHarnessEnvironment.loader(TestBed.createComponent(ChipHost)).getHarness(
      StatusChipHarness,
    );
    expect(await chip.text()).toBe('On hold');
    expect(await chip.tone()).toBe('warn');
  });
});
