import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { FakeServer, NOT_REACHED, provideDataAccess, SessionState, settle } from '@headwater/web/data-access';
import { SignInPage } from './sign-in-page';
import { SignInPageHarness } from './sign-in-page.harness';

const REP = { email: 'rep@headwater.demo', password: 'headwater-demo' };
const ME = { user: { id: 'u1', email: REP.email, name: 'Robin Rep' }, roles: ['rep'], permissions: [] };
const REFUSED = { type: 'urn:x', title: 'Signing in failed', status: 401, code: 'unauthorized' };

async function signInPage(answer: () => unknown, returnUrl?: string) {
  const server = new FakeServer().answer('POST /api/auth/sign-in', answer);
  TestBed.configureTestingModule({
    providers: [provideDataAccess(), server.provider(), provideRouter([{ path: '**', children: [] }])],
  });
  const fixture = TestBed.createComponent(SignInPage);
  fixture.componentRef.setInput('returnUrl', returnUrl);
  const page = await TestbedHarnessEnvironment.harnessForFixture(fixture, SignInPageHarness);
  const signIn = async (credentials: typeof REP) => {
    await page.signIn(credentials);
    await settle(fixture);
  };
  return { page, signIn, server };
}

const accepted = () => ME;

function refused(): never {
  throw REFUSED;
}

function notReached(): never {
  throw NOT_REACHED;
}

describe('the sign-in page', () => {
  it('says at the fields what is missing, and asks nobody', async () => {
    const { page, signIn, server } = await signInPage(accepted);
    await signIn({ email: '', password: '' });
    expect(await (await page.email()).error()).toBe('Enter your e-mail address.');
    expect(await (await page.password()).error()).toBe('Enter your password.');
    expect(server.requests).toEqual([]);
  });

  it('goes on to the page one came for', async () => {
    const { signIn, server } = await signInPage(accepted, '/accounts?q=acme');
    await signIn(REP);
    expect(server.requests[0]?.body).toEqual(REP);
    expect(TestBed.inject(SessionState).user()?.name).toBe('Robin Rep');
    expect(TestBed.inject(Router).url).toBe('/accounts?q=acme');
  });

  it('does not go to an address of somebody else', async () => {
    const { signIn } = await signInPage(accepted, '//evil.example/accounts');
    await signIn(REP);
    expect(TestBed.inject(SessionState).phase()).toBe('signed-in');
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('says that e-mail and password do not belong together', async () => {
    const { page, signIn } = await signInPage(refused);
    await signIn(REP);
    expect(await page.refusal()).toContain('do not belong together');
    expect(await page.problem()).toBeNull();
  });

  it('does not blame the password when the server is not reached', async () => {
    const { page, signIn } = await signInPage(notReached);
    await signIn(REP);
    expect(await page.refusal()).toBeUndefined();
    expect(await (await page.problem())?.title()).toBe('Headwater cannot be reached');
  });
});
