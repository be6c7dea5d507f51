import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideDataAccess } from '../provide-data-access';
import { SessionApi } from './session-api';
import { SessionState, type SessionResponse } from './session-state';
import { safeReturnUrl } from './sign-in-url';

const REP: SessionResponse = {
  user: { id: 'u-1', email: 'rep@headwater.demo', name: 'Inside rep' },
  roles: ['rep'],
  permissions: [
    { action: 'read', subject: ['Account', 'erp.prices'] },
    { action: 'update', subject: 'Account' },
  ],
};

describe('a session', () => {
  let http: HttpTestingController;
  let api: SessionApi;
  let state: SessionState;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideDataAccess(), provideHttpClientTesting(), provideRouter([])] });
    http = TestBed.inject(HttpTestingController);
    api = TestBed.inject(SessionApi);
    state = TestBed.inject(SessionState);
  });

  it('is asked for once, however many guards want to know', async () => {
    const both = Promise.all([api.resolve(), api.resolve()]);
    http.expectOne('/api/me').flush(REP);
    expect(await both).toEqual(['signed-in', 'signed-in']);
    expect(await api.resolve()).toBe('signed-in');
    http.verify();
  });

  it('is signed out when the server does not know the cookie', async () => {
    const phase = api.resolve();
    http.expectOne('/api/me').flush(null, { status: 401, statusText: 'Unauthorized' });
    expect(await phase).toBe('signed-out');
  });

  it('is not guessed when the server cannot be reached, and is asked again later', async () => {
    const phase = api.resolve();
    http.expectOne('/api/me').error(new ProgressEvent('error'), { status: 0 });
    await expect(phase).rejects.toMatchObject({ problem: { code: 'unavailable' } });
    expect(state.phase()).toBe('unknown');
    const again = api.resolve();
    http.expectOne('/api/me').flush(REP);
    expect(await again).toBe('signed-in');
  });

  it('allows exactly what its rules say', () => {
    expect(state.can('read', 'Account')).toBe(false);
    state.begin(REP);
    expect(state.can('read', 'erp.prices')).toBe(true);
    expect(state.can('read', 'field.cost')).toBe(false);
    state.end();
    expect(state.can('read', 'erp.prices')).toBe(false);
  });
});

describe('the way back after sign-in', () => {
  it('leads to pages of this app and nowhere else', () => {
    expect(safeReturnUrl('/accounts/a-1?tab=orders')).toBe('/accounts/a-1?tab=orders');
    expect(safeReturnUrl('//evil.example')).toBe('/');
    expect(safeReturnUrl('/\\evil.example')).toBe('/');
    expect(safeReturnUrl('https://evil.example')).toBe('/');
    expect(safeReturnUrl('/sign-in?returnUrl=%2F')).toBe('/');
    expect(safeReturnUrl(null)).toBe('/');
  });
});
