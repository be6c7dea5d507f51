import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { mdiMagnify } from '@mdi/js';
import { EmptyState } from './empty-state';
import { EmptyStateHarness } from './empty-state.harness';

describe('an empty state', () => {
  it('says what is not there and why', async () => {
    const fixture = TestBed.createComponent(EmptyState);
    fixture.componentRef.setInput('icon', mdiMagnify);
    fixture.componentRef.setInput('title', 'No account matches');
    fixture.componentRef.setInput('text', 'Try part of the name.');
    const empty = await TestbedHarnessEnvironment.harnessForFixture(fixture, EmptyStateHarness);
    expect(await empty.title()).toBe('No account matches');
    expect(await empty.text()).toBe('Try part of the name.');
  });
});
