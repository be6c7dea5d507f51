import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { PageHeader } from './page-header';
import { PageHeaderHarness } from './page-header.harness';

describe('a page header', () => {
  it('is a heading that can take the focus after a navigation', async () => {
    const fixture = TestBed.createComponent(PageHeader);
    fixture.componentRef.setInput('title', 'Accounts');
    const header = await TestbedHarnessEnvironment.harnessForFixture(fixture, PageHeaderHarness);
    expect(await header.title()).toBe('Accounts');
    expect(await header.titleTakesFocus()).toBe(true);
  });
});
