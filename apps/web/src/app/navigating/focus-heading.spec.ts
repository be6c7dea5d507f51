import { ApplicationRef, ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, RouterOutlet, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { PageHeader } from '@headwater/web/ui';
import { focusHeadingAfterNavigation } from './focus-heading';

@Component({
  imports: [PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '<hw-page-header title="Accounts" /><input />',
})
class Accounts {}

@Component({ changeDetection: ChangeDetectionStrategy.OnPush, template: '<p>Start</p>' })
class Start {}

const record = signal<string | undefined>(undefined);

@Component({
  imports: [PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (name(); as title) {
      <hw-page-header [title]="title" /><input />
    } @else {
      <h1 tabindex="-1">Loading</h1>
    }
  `,
})
class Account {
  protected readonly name = record;
}

@Component({
  imports: [RouterOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '<main tabindex="-1"><router-outlet /></main>',
})
class Page {
  constructor() {
    focusHeadingAfterNavigation();
  }
}

async function pageAt(url: string) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'start', component: Start },
        { path: 'accounts', component: Accounts },
        { path: 'accounts/1', component: Account },
      ]),
    ],
  });
  const fixture = TestBed.createComponent(Page);
  document.body.append(fixture.nativeElement as HTMLElement);
  const go = async (to: string) => {
    await TestBed.inject(Router).navigateByUrl(to);
    await fixture.whenStable();
  };
  await go(url);
  return go;
}

describe('the focus after a navigation', () => {
  it('is on the heading of the new page', async () => {
    const go = await pageAt('/start');
    await go('/accounts');
    expect(document.activeElement?.textContent).toBe('Accounts');
  });

  it('follows when the heading of a waiting page makes way for that of its record', async () => {
    record.set(undefined);
    const go = await pageAt('/start');
    await go('/accounts/1');
    expect(document.activeElement?.textContent).toBe('Loading');
    record.set('Acme');
    await TestBed.inject(ApplicationRef).whenStable();
    // Mutations are told in a microtask.
    await Promise.resolve();
    expect(document.activeElement?.textContent).toBe('Acme');
  });

  it('stays in the field when only the search changes', async () => {
    const go = await pageAt('/accounts');
    document.querySelector('input')?.focus();
    await go('/accounts?q=acme');
    expect(document.activeElement?.tagName).toBe('INPUT');
  });

  it('waits in the main region when the page has no heading yet', async () => {
    const go = await pageAt('/accounts');
    await go('/start');
    expect(document.activeElement?.tagName).toBe('MAIN');
  });

  it('is on the heading of the page that follows the sign-in, with which the frame appears', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'sign-in', component: Start },
          { path: '', component: Page, children: [{ path: 'accounts', component: Accounts }] },
        ]),
      ],
    });
    const harness = await RouterTestingHarness.create('/sign-in');
    document.body.append(harness.fixture.nativeElement as HTMLElement);
    await harness.navigateByUrl('/accounts');
    expect(document.activeElement?.textContent).toBe('Accounts');
  });
});
