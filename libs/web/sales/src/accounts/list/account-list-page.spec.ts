import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Account } from '@headwater/relationship';
import {
  EVENT_STREAM,
  FakeEventStreams,
  FakeServer,
  NOT_REACHED,
  provideDataAccess,
  SessionState,
  settle,
} from '@headwater/web/data-access';
import { CommandRegistry } from '@headwater/web/ui';
import { AccountListPage } from './account-list-page';
import { AccountListPageHarness } from './account-list-page.harness';

function account(id: string, name: string, more: Partial<Account> = {}): Account {
  const nothing = { phone: null, website: null, industry: null, territory: null, ownerId: null, ownerName: null };
  const times = { createdAt: '2026-11-01T08:00:00.000Z', updatedAt: '2026-11-20T08:00:00.000Z' };
  return { id, name, parentId: null, erpLinks: [], version: 1, ...nothing, ...times, ...more };
}

const LINKED = account('a1', 'Acme Pumps', {
  erpLinks: [{ id: 'l1', connectionId: 'c1', connectionName: 'SX.e East', kind: 'customer', externalId: '1001' }],
});
const BOLT = account('a2', 'Bolt Works');

type Answer = (request: { readonly url: string }) => unknown;

const onePage =
  (...items: readonly Account[]): Answer =>
  () => ({ items, nextCursor: null, count: { value: items.length, exact: true } });

/** Acme on the first page, what `second` says on the next. */
const twoPages =
  (second: Answer): Answer =>
  (request) =>
    request.url.includes('cursor=next')
      ? second(request)
      : { items: [LINKED], nextCursor: 'next', count: { value: 1000, exact: false } };

function notReached(): never {
  throw NOT_REACHED;
}

async function listPage(answer: Answer, url = '/accounts') {
  const server = new FakeServer().answer('GET /api/accounts', answer);
  const routes = [
    { path: 'accounts', component: AccountListPage },
    { path: '**', children: [] },
  ];
  TestBed.configureTestingModule({
    providers: [
      provideDataAccess(),
      server.provider(),
      provideRouter(routes, withComponentInputBinding()),
      { provide: EVENT_STREAM, useValue: new FakeEventStreams().open },
    ],
  });
  TestBed.inject(SessionState).begin({
    user: { id: 'u1', email: 'rep@headwater.demo', name: 'Robin Rep' },
    roles: ['rep'],
    permissions: [{ action: ['read', 'create'], subject: 'Account' }],
  });
  const { fixture } = await RouterTestingHarness.create(url);
  const list = await TestbedHarnessEnvironment.loader(fixture).getHarness(AccountListPageHarness);
  await settle(fixture);
  return { list, server, fixture };
}

describe('the account list', () => {
  it('asks what its address says', async () => {
    const { server } = await listPage(onePage(), '/accounts?q=pump&sort=-updatedAt');
    expect(server.asked('GET')).toEqual(['/api/accounts?sort=-updatedAt&q=pump&limit=50']);
  });

  it('shows accounts with the customers they are linked to', async () => {
    const { list } = await listPage(onePage(LINKED, BOLT));
    expect(await list.names()).toEqual(['Acme Pumps', 'Bolt Works']);
    expect(await list.erpCustomers()).toEqual(['1001 SX.e East', 'not linked']);
    expect(await list.count()).toBe('2');
    expect(await list.offersMore()).toBe(false);
  });

  it('counts no further than the server does, and adds pages below', async () => {
    const { list, fixture } = await listPage(twoPages(onePage(BOLT)));
    expect(await list.count()).toBe('1,000+');
    await list.loadMore();
    await settle(fixture);
    expect(await list.names()).toEqual(['Acme Pumps', 'Bolt Works']);
    expect(await list.offersMore()).toBe(false);
  });

  it('keeps what is shown when a further page fails, and offers to try again', async () => {
    const { list, server, fixture } = await listPage(twoPages(notReached));
    await list.loadMore();
    await settle(fixture);
    expect(await list.names()).toEqual(['Acme Pumps']);

    server.answer('GET /api/accounts', twoPages(onePage(BOLT)));
    await (await list.problem())?.retry();
    await settle(fixture);
    expect(await list.names()).toEqual(['Acme Pumps', 'Bolt Works']);
  });

  it('puts the search into the address once the typing pauses', async () => {
    const { list, server, fixture } = await listPage(onePage(LINKED));
    server.answer('GET /api/accounts', onePage());
    await list.search('bolt');
    await new Promise((done) => setTimeout(done, 250));
    await settle(fixture);
    expect(TestBed.inject(Router).url).toBe('/accounts?q=bolt');
    expect(await (await list.empty())?.title()).toBe('No account matches');
  });

  it('turns the sort round', async () => {
    const { list, server, fixture } = await listPage(onePage(LINKED));
    await list.sortBy('Name');
    await settle(fixture);
    expect(TestBed.inject(Router).url).toBe('/accounts?sort=-name');
    expect(server.asked('GET').at(-1)).toContain('sort=-name');
  });

  it('says that it failed, and not that there are no accounts', async () => {
    const { list } = await listPage(notReached);
    expect(await (await list.problem())?.title()).toBe('Headwater cannot be reached');
    expect(await list.empty()).toBeNull();
  });

  it('is walked through by keys', async () => {
    const { fixture } = await listPage(onePage(LINKED, BOLT));
    document.body.append(fixture.nativeElement as HTMLElement);
    const commands = TestBed.inject(CommandRegistry).commands();
    const press = (id: string) => commands.find((command) => command.id === id)?.run();
    press('accounts-next');
    expect(document.activeElement?.textContent).toBe('Acme Pumps');
    press('accounts-next');
    press('accounts-next');
    expect(document.activeElement?.textContent).toBe('Bolt Works');
    press('accounts-previous');
    expect(document.activeElement?.textContent).toBe('Acme Pumps');
  });
});
