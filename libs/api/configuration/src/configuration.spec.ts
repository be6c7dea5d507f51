import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { EdgeModule, Sessions, type SignedInUser } from '@headwater/api/edge';
import { abilityFor, ErpConnectionRepository, type Role, rulesOfRoles } from '@headwater/configuration';
import { CAPABILITIES, ErpConnections, ErpError, ErpReads } from '@headwater/erp-contracts';
import { DomainError, newId } from '@headwater/kernel';
import type { IncomingHttpHeaders } from 'node:http';
import { ConfigurationModule, StoredConnectionSource } from './index';
import { ConnectionsInMemory } from './testing/connections-in-memory';
import { FakeErpConnections, MANIFEST } from './testing/fake-erp-connections';

const SECRET = 'unmistakable-secret-4711';
const SETTINGS = { url: 'https://erp.example', company: 1, password: SECRET };
const BODY = { name: 'East', adapter: 'fake-erp', settings: SETTINGS };

class RoleHeaderSessions extends Sessions {
  override async userOf(headers: IncomingHttpHeaders): Promise<SignedInUser | undefined> {
    const role = String(headers['x-role']) as Role;
    const rules = rulesOfRoles([role], 'someone');
    return { id: 'someone', email: '', name: '', roles: [role], rules, ability: abilityFor(rules) };
  }
}

const stored = new ConnectionsInMemory();
const connections = new FakeErpConnections();
const sourceOf = jest.fn();

@Global()
@Module({
  providers: [
    { provide: Sessions, useClass: RoleHeaderSessions },
    { provide: ErpConnectionRepository, useValue: stored },
    { provide: ErpConnections, useValue: connections },
    { provide: ErpReads, useValue: { sourceOf } },
  ],
  exports: [Sessions, ErpConnectionRepository, ErpConnections, ErpReads],
})
class FakesModule {}

@Module({ imports: [FakesModule, EdgeModule, ConfigurationModule] })
class TestModule {}

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(TestModule, new FastifyAdapter(), { logger: false });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(() => app.close());
beforeEach(() => {
  stored.records.clear();
  stored.secrets.clear();
  stored.linkedAccounts = 0;
  connections.resets.length = 0;
  connections.probed.length = 0;
  sourceOf.mockReset().mockResolvedValue({ connectionId: 'x', adapter: 'fake-erp', company: '7' });
});

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

async function call(
  method: Method,
  path: string,
  options: { readonly role?: string; readonly payload?: object; readonly ifMatch?: string } = {},
) {
  const { role = 'admin', payload, ifMatch } = options;
  const headers = { 'x-role': role, ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }) };
  const response = await app.inject({ method, url: `/api/erp${path}`, headers, ...(payload && { payload }) });
  const body = response.body === '' ? undefined : response.json();
  expect(response.body).not.toContain(SECRET);
  return { status: response.statusCode, etag: response.headers['etag'], body };
}

async function added(overrides: object = {}): Promise<string> {
  const { status, body } = await call('POST', '/connections', { payload: { ...BODY, ...overrides } });
  expect(status).toBe(201);
  return body.id as string;
}

describe('the kinds of ERP that can be connected', () => {
  it('come with their forms and what they can do', async () => {
    expect((await call('GET', '/adapters')).body).toEqual({ items: [JSON.parse(JSON.stringify(MANIFEST))] });
  });
});

describe('a connection', () => {
  it('is saved with its secrets apart, and shows only that there are some', async () => {
    const id = await added();
    expect(stored.records.get(id)?.settings).toEqual({ url: 'https://erp.example', company: 1, path: 'web' });
    expect(stored.secrets.get(id)).toEqual({ password: SECRET });
    const { body, etag } = await call('GET', `/connections/${id}`);
    expect(etag).toBe('"1"');
    expect(body).toMatchObject({
      name: 'East',
      adapterName: 'Fake ERP',
      company: '7',
      enabled: true,
      settings: { url: 'https://erp.example', company: 1, path: 'web', password: { set: true } },
      health: { state: 'unknown' },
    });
    expect(Object.keys(body.capabilities)).toEqual([...CAPABILITIES]);
  });

  it.each(['rep', 'manager', 'service-desk'])('shows a %s no settings, and takes no change from them', async (role) => {
    const id = await added();
    const { body } = await call('GET', '/connections', { role });
    expect(body).toMatchObject({ items: [{ id, company: '7' }], nextCursor: null, count: { value: 1, exact: true } });
    expect(body.items[0]).not.toHaveProperty('settings');
    const attempts = [
      call('POST', '/connections', { role, payload: BODY }),
      call('POST', '/connections/test', { role, payload: BODY }),
      call('PATCH', `/connections/${id}`, { role, payload: {}, ifMatch: '"1"' }),
      call('DELETE', `/connections/${id}`, { role, ifMatch: '"1"' }),
      call('POST', `/connections/${id}/test`, { role, payload: {} }),
    ];
    expect((await Promise.all(attempts)).map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  });

  it('whose adapter this deployment lost is shown, and can do nothing', async () => {
    const id = await added();
    stored.records.set(id, { ...stored.records.get(id)!, adapter: 'gone' });
    sourceOf.mockRejectedValue(new ErpError('unsupported', 'No adapter.'));
    const { body } = await call('GET', `/connections/${id}`);
    expect(body).toMatchObject({ adapterName: 'gone', company: '', capabilities: { orders: { supported: false } } });
  });

  it.each([
    [{ adapter: 'none' }, 'adapter', 'adapter must be one of fake-erp.'],
    [{ settings: { ...SETTINGS, url: 'ftp://x' } }, 'settings.url', 'Address must be an http or https address.'],
    [{ settings: { ...SETTINGS, company: '1' } }, 'settings.company', 'Company must be a number.'],
    [{ settings: { ...SETTINGS, extra: 'x' } }, 'settings.extra', 'Fake ERP has no such setting.'],
    [{ settings: { url: 'https://erp.example', company: 1 } }, 'settings.password', 'Password is required.'],
    [
      { settings: { ...SETTINGS, url: 'http://169.254.169.254' } },
      'settings',
      'Address must not lead to a link-local network.',
    ],
  ])('is refused with %j, naming the field and what to do', async (overrides, field, message) => {
    const { status, body } = await call('POST', '/connections', { payload: { ...BODY, ...overrides } });
    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.errors).toEqual([{ field, message }]);
    expect(stored.records.size).toBe(0);
  });
});

describe('a change of a connection', () => {
  it('keeps the secrets it does not name, and lets the gateway open it anew', async () => {
    const id = await added();
    const settings = { url: 'https://erp.example', company: 2 };
    const { status, body } = await call('PATCH', `/connections/${id}`, {
      payload: { name: 'West', settings },
      ifMatch: '"1"',
    });
    expect([status, body.name, body.version, body.settings.company]).toEqual([200, 'West', 2, 2]);
    expect(stored.secrets.get(id)).toEqual({ password: SECRET });
    expect(connections.resets).toEqual([id]);
  });

  it('to another address takes every secret anew', async () => {
    const id = await added({ settings: { ...SETTINGS, eventSecret: SECRET } });
    const settings = { ...SETTINGS, url: 'https://attacker.example', password: undefined };
    for (const path of [`/connections/${id}/test`, `/connections/${id}`]) {
      const method = path.endsWith('test') ? 'POST' : 'PATCH';
      const { status, body } = await call(method, path, { payload: { settings }, ifMatch: '"1"' });
      expect([status, body.errors.map(({ field }: { field: string }) => field)]).toEqual([
        400,
        ['settings.password', 'settings.eventSecret'],
      ]);
    }
    expect(connections.probed).toEqual([]);
  });

  it('is made to the version that was read, or not at all', async () => {
    const id = await added();
    expect((await call('PATCH', `/connections/${id}`, { payload: { name: 'X' } })).status).toBe(428);
    expect((await call('PATCH', `/connections/${id}`, { payload: { name: 'X' }, ifMatch: '"9"' })).status).toBe(412);
    expect((await call('DELETE', `/connections/${id}`, { ifMatch: '"9"' })).status).toBe(412);
    expect((await call('PATCH', `/connections/${newId()}`, { payload: {}, ifMatch: '"1"' })).status).toBe(404);
  });

  it('switches it off for the gateway', async () => {
    const id = await added();
    const source = new StoredConnectionSource(stored);
    expect(await source.find(id)).toEqual({
      connectionId: id,
      adapter: 'fake-erp',
      settings: { url: 'https://erp.example', company: 1, path: 'web', password: SECRET },
    });
    expect(await source.enabledIds()).toEqual([id]);
    await call('PATCH', `/connections/${id}`, { payload: { enabled: false }, ifMatch: '"1"' });
    expect(await source.find(id)).toBeUndefined();
    expect(await source.enabledIds()).toEqual([]);
    expect(await source.find(newId())).toBeUndefined();
  });

  it('is not mistaken for an answer of the ERP where its secrets cannot be read', async () => {
    const id = await added();
    const source = new StoredConnectionSource(stored);
    const secretsOf = jest.spyOn(stored, 'secretsOf');
    secretsOf.mockRejectedValueOnce(new DomainError('unavailable', 'Enter them again.'));
    await expect(source.find(id)).rejects.toMatchObject({ code: 'unavailable', message: 'Enter them again.' });
    secretsOf.mockRejectedValueOnce(new Error('connect ECONNREFUSED 10.0.0.7:5432'));
    const failure = await source.find(id).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'ErpError', code: 'unavailable' });
    expect(String(failure)).not.toContain('10.0.0.7');
    secretsOf.mockRestore();
  });

  it('to nothing is refused while accounts point at it, saying how many', async () => {
    const id = await added();
    stored.linkedAccounts = 3;
    const refused = await call('DELETE', `/connections/${id}`, { ifMatch: '"1"' });
    expect([refused.status, refused.body.code]).toEqual([409, 'conflict']);
    expect(refused.body.detail).toContain('3 accounts are linked');
    stored.linkedAccounts = 0;
    expect((await call('DELETE', `/connections/${id}`, { ifMatch: '"1"' })).status).toBe(204);
    expect((await call('GET', `/connections/${id}`)).status).toBe(404);
    expect(connections.resets).toEqual([id]);
  });
});

describe('a test of a connection', () => {
  it('tries settings that are not saved', async () => {
    const { status, body } = await call('POST', '/connections/test', {
      payload: { adapter: 'fake-erp', settings: SETTINGS },
    });
    expect([status, body]).toEqual([200, { verdicts: [{ check: 'address', ok: true, detail: 'It answers.' }] }]);
    expect(connections.probed[0]?.settings).toEqual({ ...SETTINGS, path: 'web' });
    expect(stored.records.size).toBe(0);
  });

  it('tries a saved one with its secrets, and with other settings in place of the saved', async () => {
    const id = await added();
    await call('POST', `/connections/${id}/test`, { payload: { settings: { company: 2 } } });
    expect(connections.probed).toEqual([
      { connectionId: id, adapter: 'fake-erp', settings: { ...SETTINGS, company: 2, path: 'web' } },
    ]);
    expect(stored.records.get(id)?.settings['company']).toBe(1);
  });
});

describe('the health of a connection', () => {
  it('is what its calls showed, for those who may read it', async () => {
    const id = await added();
    expect(await call('GET', `/connections/${id}/health`, { role: 'rep' })).toMatchObject({
      status: 200,
      body: { connectionId: id, state: 'unknown', calls: 0 },
    });
    expect((await call('GET', `/connections/${newId()}/health`)).status).toBe(404);
  });
});

describe('the report of a connection', () => {
  it('is for those who look after connections, as far back as they ask', async () => {
    const id = await added();
    connections.reported.length = 0;
    expect(await call('GET', `/connections/${id}/report`)).toMatchObject({ status: 200, body: { connectionId: id } });
    expect((await call('GET', `/connections/${id}/report?minutes=5`)).status).toBe(200);
    expect(connections.reported).toEqual([60, 5]);
    expect((await call('GET', `/connections/${newId()}/report`)).status).toBe(404);
  });

  it.each(['rep', 'manager', 'service-desk'])('is not for a %s', async (role) => {
    const id = await added();
    expect((await call('GET', `/connections/${id}/report`, { role })).status).toBe(403);
  });

  it.each(['0', '61', '1.5', 'x', ''])('is refused for %j minutes, by name', async (minutes) => {
    const id = await added();
    const { status, body } = await call('GET', `/connections/${id}/report?minutes=${minutes}`);
    const fields = new Set(body.errors.map(({ field }: { field: string }) => field));
    expect([status, [...fields]]).toEqual([400, ['minutes']]);
  });
});
