import type { HttpRequest } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import type { EnvironmentProviders, Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { provideRouter, withComponentInputBinding, type Routes } from '@angular/router';
import { CAPABILITIES, type ErpConnectionSummary } from '@headwater/erp-contracts';
import type { Problem } from '@headwater/kernel';
import { EVENT_STREAM, FakeEventStreams, provideDataAccess, SessionState } from '@headwater/web/data-access';
import { LOCALE } from '@headwater/web/ui';

export interface WebUnderTest {
  readonly http: HttpTestingController;
  readonly streams: FakeEventStreams;
}

interface WebOptions {
  readonly routes?: Routes;
  readonly providers?: readonly (Provider | EnvironmentProviders)[];
}

/** The app's services over a fake network, with someone signed in who may do everything. */
export function webUnderTest({ routes = [], providers = [] }: WebOptions = {}): WebUnderTest {
  const streams = new FakeEventStreams();
  TestBed.configureTestingModule({
    providers: [
      provideDataAccess(),
      provideHttpClientTesting(),
      provideRouter(routes, withComponentInputBinding()),
      { provide: EVENT_STREAM, useValue: streams.open },
      { provide: LOCALE, useValue: 'en-US' },
      { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      ...providers,
    ],
  });
  TestBed.inject(SessionState).begin({
    user: { id: 'u-1', email: 'rep@headwater.demo', name: 'Robin Rep' },
    roles: ['admin'],
    permissions: [{ action: 'manage', subject: 'all' }],
  });
  return { http: TestBed.inject(HttpTestingController), streams };
}

export function aConnection(changes: Partial<ErpConnectionSummary> = {}): ErpConnectionSummary {
  const list = { sortable: [], filterable: ['customerPo'], searchable: true, maxPageSize: 50, paged: true };
  const capabilities = Object.fromEntries(CAPABILITIES.map((name) => [name, { supported: true, list }]));
  return {
    id: 'east',
    name: 'East',
    adapter: 'infor-sxe',
    adapterName: 'Infor SX.e',
    company: '1',
    enabled: true,
    version: 1,
    health: { connectionId: 'east', state: 'up', since: '', calls: 0, failures: 0, cacheHits: 0, coalesced: 0 },
    capabilities: capabilities as unknown as ErpConnectionSummary['capabilities'],
    ...changes,
  };
}

/** Lets promises, timers of no length and rendering run. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
  await new Promise((resolve) => setTimeout(resolve));
}

/** Waits until the app asks for exactly this address (a typing pause may lie before it) and answers it. */
export function answer(http: HttpTestingController, url: string, body: unknown): Promise<void> {
  return respond(http, url, { body, status: 200 });
}

/** The same with the problem document of a failure. */
export function refuse(http: HttpTestingController, url: string, problem: Problem): Promise<void> {
  return respond(http, url, { body: problem, status: problem.status });
}

async function respond(
  http: HttpTestingController,
  url: string,
  { body, status }: { readonly body: unknown; readonly status: number },
): Promise<void> {
  const [request] = await awaited(
    http,
    ({ url: path, urlWithParams }) => path === url || decoded(urlWithParams) === url,
  );
  request?.flush(body as object, { status, statusText: String(status) });
  await settle();
}

/** The open requests whose address begins so, as soon as there is one. */
export function requests(http: HttpTestingController, url: string): Promise<readonly TestRequest[]> {
  return awaited(http, ({ urlWithParams }) => decoded(urlWithParams).startsWith(url));
}

const TRIES = 60;

async function awaited(
  http: HttpTestingController,
  wanted: (request: HttpRequest<unknown>) => boolean,
): Promise<readonly TestRequest[]> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    TestBed.tick();
    const found = http.match(wanted);
    if (found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The app did not ask what was waited for.');
}

function decoded(url: string): string {
  return decodeURIComponent(url.replaceAll('+', ' '));
}
