import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Skeleton } from './skeleton';
import { SkeletonHarness } from './skeleton.harness';

describe('a skeleton', () => {
  it('stands in for as many lines as asked', async () => {
    const fixture = TestBed.createComponent(Skeleton);
    fixture.componentRef.setInput('lines', 7);
    const skeleton = await TestbedHarnessEnvironment.harnessForFixture(fixture, SkeletonHarness);
    expect(await skeleton.lines()).toBe(7);
    expect(await (await skeleton.host()).getAttribute('aria-hidden')).toBe('true');
  });
});
