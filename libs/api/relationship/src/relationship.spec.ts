import { EdgeModule, Sessions, type SignedInUser } from '@headwater/api/edge';
import { newId } from '@headwater/kernel';
import { AccountRepository, ContactRepository, ConversationRepository } from '@headwater/relationship';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { RelationshipModule } from './index';
import { AccountsInMemory, NOTHING_ELSE } from './testing/accounts-in-memory';
import { ContactsInMemory } from './testing/contacts-in-memory';
import { ConversationsInMemory } from './testing/conversations-in-memory';
import { someoneAs } from './testing/people';

const people: Readonly<Record<string, SignedInUser>> = {
  rep: someoneAs('rep'),
  'service-desk': someoneAs('service-desk'),
};

class PeopleByHeader extends Sessions {
  async userOf(headers: IncomingHttpHeaders): Promise<SignedInUser | undefined> {
    return people[String(headers['x-person'])];
  }
}

const accounts = new AccountsInMemory();

@Global()
@Module({
  providers: [
    { provide: Sessions, useClass: PeopleByHeader },
    { provide: AccountRepository, useValue: accounts },
    { provide: ContactRepository, useClass: ContactsInMemory },
    { provide: ConversationRepository, useClass: ConversationsInMemory },
  ],
  exports: [Sessions, AccountRepository, ContactRepository, ConversationRepository],
})
class FakesModule {}

@Module({ imports: [FakesModule, EdgeModule, RelationshipModule] })
class RootModule {}

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(RootModule, new FastifyAdapter(), { logger: false });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(() => app.close());

interface Call {
  readonly as?: string;
  readonly payload?: object;
  readonly ifMatch?: string;
}

async function call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, options: Call = {}) {
  const { as = 'rep', payload, ifMatch } = options;
  const headers = { 'x-person': as, ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }) };
  const response = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  const body = response.body === '' ? undefined : response.json();
  return { status: response.statusCode, etag: response.headers['etag'], body };
}

describe('accounts over HTTP', () => {
  it('live from creation to deletion, guarded by their version', async () => {
    const created = await call('POST', '/api/accounts', { payload: { name: ' Acme ', industry: '' } });
    expect(created).toMatchObject({ status: 201, etag: '"1"', body: { name: 'Acme', industry: null, version: 1 } });
    const url = `/api/accounts/${created.body.id}`;

    expect(await call('GET', url)).toEqual({ ...created, status: 200 });
    expect((await call('PATCH', url, { payload: { name: 'x' } })).status).toBe(428);
    const changed = await call('PATCH', url, { payload: { name: 'Acme Corp' }, ifMatch: '"1"' });
    expect(changed).toMatchObject({ status: 200, etag: '"2"', body: { name: 'Acme Corp', version: 2 } });
    expect(await call('PATCH', url, { payload: { name: 'x' }, ifMatch: '"1"' })).toMatchObject({
      status: 412,
      body: { code: 'conflict' },
    });

    const link = { connectionId: newId(), externalId: '0001001' };
    const linked = await call('POST', `${url}/erp-links`, { payload: link });
    expect(linked).toMatchObject({ status: 201, etag: '"3"', body: { erpLinks: [link] } });
    const unlinked = await call('DELETE', `${url}/erp-links/${linked.body.erpLinks[0].id}`);
    expect(unlinked).toMatchObject({ status: 200, etag: '"4"', body: { erpLinks: [] } });

    expect((await call('DELETE', url)).status).toBe(428);
    expect(await call('DELETE', url, { ifMatch: '"4"' })).toMatchObject({ status: 204, body: undefined });
    expect((await call('GET', url)).status).toBe(404);
  });

  it('are listed in pages with their count', async () => {
    await call('POST', '/api/accounts', { payload: { name: 'Acme' } });
    const { body } = await call('GET', '/api/accounts?limit=1&sort=name&q=acm');
    expect(body).toMatchObject({ items: [{ name: 'Acme' }], count: { value: 1, exact: true } });
    expect(body.nextCursor).toEqual(expect.any(String));
    expect((await call('GET', `/api/accounts?limit=1&cursor=${body.nextCursor}`)).status).toBe(200);
  });

  it.each(['limit=0', 'limit=201', 'sort=phone', 'cursor=nonsense', 'filter=x', 'q=a&q=b'])(
    'are not listed by %s',
    async (query) => {
      const { status, body } = await call('GET', `/api/accounts?${query}`);
      expect(status).toBe(400);
      expect(body.errors[0].field).toBe(query.split('=')[0]);
    },
  );

  it.each(['id', 'version', 'createdAt', 'erpLinks', 'ownerName'])('do not take %s from a request', async (field) => {
    const { status, body } = await call('POST', '/api/accounts', { payload: { name: 'Acme', [field]: 'x' } });
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ field, message: `There is no field "${field}" here.` }]);
  });

  it('are read and not written by the service desk, and by nobody without a session', async () => {
    const { id } = await accounts.add({ ...NOTHING_ELSE, name: 'Acme' });
    const desk = { as: 'service-desk' };
    expect((await call('GET', `/api/accounts/${id}`, desk)).status).toBe(200);
    expect((await call('POST', '/api/accounts', { ...desk, payload: { name: 'x' } })).status).toBe(403);
    expect((await call('DELETE', `/api/accounts/${id}`, { ...desk, ifMatch: '"1"' })).status).toBe(403);
    expect((await call('GET', '/api/accounts', { as: 'nobody' })).status).toBe(401);
  });
});

describe('contacts over HTTP', () => {
  it('are created, listed by account, changed and found again', async () => {
    const accountId = newId();
    const created = await call('POST', '/api/contacts', {
      payload: { accountId, name: 'Ann', email: 'ann@acme.example' },
    });
    expect(created).toMatchObject({ status: 201, etag: '"1"', body: { accountId, name: 'Ann', title: null } });
    const list = await call('GET', `/api/contacts?accountId=${accountId}`);
    expect(list.body).toEqual({ items: [created.body], nextCursor: null, count: { value: 1, exact: true } });
    const url = `/api/contacts/${created.body.id}`;
    expect(await call('PATCH', url, { payload: { title: 'Buyer' }, ifMatch: '"1"' })).toMatchObject({ etag: '"2"' });
    expect((await call('GET', url)).body).toMatchObject({ title: 'Buyer', version: 2 });
    expect((await call('GET', '/api/contacts?accountId=x')).body.errors[0].field).toBe('accountId');
    expect((await call('PATCH', url, { payload: { accountId: newId() }, ifMatch: '"2"' })).status).toBe(400);
  });
});

describe('conversations over HTTP', () => {
  it('are written, changed by their author and deleted', async () => {
    const created = await call('POST', '/api/conversations', { payload: { accountId: newId(), body: 'Called.' } });
    expect(created).toMatchObject({ status: 201, body: { kind: 'note', authorId: people['rep']?.id } });
    const url = `/api/conversations/${created.body.id}`;
    const changed = await call('PATCH', url, { payload: { body: 'Called twice.' }, ifMatch: '"1"' });
    expect(changed).toMatchObject({ status: 200, etag: '"2"' });
    expect((await call('GET', `/api/conversations?accountId=${created.body.accountId}`)).body.items).toHaveLength(1);
    expect((await call('DELETE', url, { ifMatch: '"2"' })).status).toBe(204);
    expect((await call('GET', url)).status).toBe(404);
  });

  it('cannot be written in the name of another', async () => {
    const payload = { accountId: newId(), body: 'Called.', authorId: newId() };
    expect((await call('POST', '/api/conversations', { payload })).status).toBe(400);
  });

  it('have a limit that is named', async () => {
    const payload = { accountId: newId(), body: 'x'.repeat(10_001) };
    const { status, body } = await call('POST', '/api/conversations', { payload });
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ field: 'body', message: 'A note has at most 10,000 characters.' }]);
  });
});
