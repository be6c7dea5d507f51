import { HttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { provideDataAccess } from '../provide-data-access';
import { SessionState } from '../session/session-state';
import { Connectivity } from './connectivity';
import { isUnreachable, ProblemError, problemOf } from './problem-error';

@Component({ template: '' })
class AnyPage {}

const PROBLEM = {
  type: 'urn:headwater:problem:conflict',
  title: 'Somebody else changed this',
  status: 412,
  code: 'conflict',
  traceId: 't-1',
};

describe('a request', () => {
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideDataAccess(), provideHttpClientTesting(), provideRouter([{ path: '**', component: AnyPage }])],
    });
    http = TestBed.inject(HttpTestingController);
  });

  function get(url: string): Promise<unknown> {
    return firstValueFrom(TestBed.inject(HttpClient).get(url)).catch((thrown: unknown) => thrown);
  }

  it('that is refused throws the problem the server described', async () => {
    const outcome = get('/api/accounts/1');
    http.expectOne('/api/accounts/1').flush(PROBLEM, { status: 412, statusText: 'Precondition Failed' });
    expect(await outcome).toBeInstanceOf(ProblemError);
    expect(problemOf(await outcome)).toEqual(PROBLEM);
  });

  it('that fails without a problem document still has a code and a sentence', async () => {
    const outcome = get('/api/accounts');
    http.expectOne('/api/accounts').flush('<html>Bad gateway</html>', { status: 503, statusText: 'x' });
    expect(problemOf(await outcome)).toMatchObject({ code: 'unavailable', status: 503 });
    expect(problemOf(await outcome).detail).not.toContain('html');
  });

  it('that never reaches the server says so and marks the app as offline until one does', async () => {
    const connectivity = TestBed.inject(Connectivity);
    const outcome = get('/api/accounts');
    http.expectOne('/api/accounts').error(new ProgressEvent('error'), { status: 0 });
    expect(isUnreachable(problemOf(await outcome))).toBe(true);
    expect(connectivity.state()).toBe('server-unreachable');

    const next = get('/api/accounts');
    http.expectOne('/api/accounts').flush({});
    await next;
    expect(connectivity.state()).toBe('online');
  });

  it('after the session ended leads to the sign-in, and from there back to the page', async () => {
    await TestBed.inject(Router).navigateByUrl('/accounts/a-1?tab=orders');
    const outcome = get('/api/accounts/a-1');
    http.expectOne('/api/accounts/a-1').flush(null, { status: 401, statusText: 'Unauthorized' });
    await outcome;
    await new Promise((resolve) => setTimeout(resolve));
    expect(TestBed.inject(Router).url).toBe('/sign-in?returnUrl=%2Faccounts%2Fa-1%3Ftab%3Dorders');
    expect(TestBed.inject(SessionState).phase()).toBe('signed-out');
  });

  it('to sign in stays on its page when the password is wrong', async () => {
    await TestBed.inject(Router).navigateByUrl('/sign-in');
    const outcome = get('/api/auth/sign-in');
    http.expectOne('/api/auth/sign-in').flush(null, { status: 401, statusText: 'Unauthorized' });
    expect(problemOf(await outcome).code).toBe('unauthorized');
    expect(TestBed.inject(Router).url).toBe('/sign-in');
  });
});
