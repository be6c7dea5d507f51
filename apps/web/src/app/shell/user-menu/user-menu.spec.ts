import { TestBed } from '@angular/core/testing';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Router, provideRouter } from '@angular/router';
import { SessionState } from '@headwater/web/data-access';
import { ColorScheme } from '../../color-scheme/color-scheme';
import { UserMenu } from './user-menu';

function userMenu() {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: '**', children: [] }])],
  });
  const user = { id: 'u1', email: 'rep@headwater.demo', name: 'Robin Rep' };
  TestBed.inject(SessionState).begin({ user, roles: ['rep'], permissions: [] });
  const fixture = TestBed.createComponent(UserMenu);
  fixture.detectChanges();
  const page = fixture.nativeElement as HTMLElement;
  // jsdom draws popovers but does not open or close them.
  page.querySelector<HTMLElement>('.menu')!.hidePopover = () => undefined;
  const item = (text: string) =>
    [...page.querySelectorAll<HTMLElement>('.item')].find((one) => one.textContent.includes(text))!;
  return { page, item, fixture };
}

describe('the user menu', () => {
  it('says who is signed in', () => {
    const { page } = userMenu();
    expect(page.querySelector('.initials')?.textContent).toBe('RR');
    expect(page.querySelector('.email')?.textContent).toBe('rep@headwater.demo');
  });

  it('changes the colours', async () => {
    const { item, fixture } = userMenu();
    item('Dark').click();
    await fixture.whenStable();
    expect(TestBed.inject(ColorScheme).choice()).toBe('dark');
    expect(item('Dark').getAttribute('aria-checked')).toBe('true');
  });

  it('ends the session and leads to the sign-in', async () => {
    const { item, fixture } = userMenu();
    item('Sign out').click();
    TestBed.inject(HttpTestingController).expectOne('/api/auth/sign-out').flush(null);
    await fixture.whenStable();
    expect(TestBed.inject(SessionState).phase()).toBe('signed-out');
    expect(TestBed.inject(Router).url).toBe('/sign-in');
  });
});
