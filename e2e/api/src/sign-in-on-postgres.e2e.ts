import { EdgeModule } from '@headwater/api/edge';
import { DEMO_PASSWORD, IdentityModule } from '@headwater/api/identity';
import { DATABASE_POOL, PersistenceModule } from '@headwater/api/persistence';
import { RelationshipModule } from '@headwater/api/relationship';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { type OwnDatabase, ownDatabase } from '../../../tools/dev/throw-away-database.mts';

const SERVER = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const secretKey = randomBytes(32).toString('base64');

let own: OwnDatabase;
const processes: NestFastifyApplication[] = [];

async function startProcess(databaseUrl: string): Promise<NestFastifyApplication> {
  const root = class RootModule {};
  Module({
    imports: [
      PersistenceModule.forRoot({ databaseUrl, secretKey }),
      IdentityModule.forRootAsync({
        inject: [DATABASE_POOL],
        useFactory: (database: Pool) => ({ database, secretKey, users: 'demo' }),
      }),
      EdgeModule,
      RelationshipModule,
    ],
  })(root);
  const options = { logger: false, abortOnError: false } as const;
  const app = await NestFactory.create<NestFastifyApplication>(root, new FastifyAdapter(), options);
  processes.push(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

beforeAll(async () => {
  own = await ownDatabase(SERVER);
  const url = own.option.databaseUrl ?? SERVER;
  await Promise.all([startProcess(url), startProcess(url)]);
});
afterAll(async () => {
  for (const app of processes) await app.close();
  await own.drop();
});

interface Call {
  readonly cookie?: string;
  readonly payload?: object;
}

async function call(at: number, route: `${'GET' | 'POST'} ${string}`, { cookie = '', payload }: Call = {}) {
  const app = processes[at];
  if (app === undefined) throw new Error('This process did not start.');
  const method = route.startsWith('GET') ? 'GET' : 'POST';
  const url = route.slice(method.length + 1);
  const response = await app.inject({
    method,
    url,
    headers: { cookie },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: response.statusCode, cookies: [response.headers['set-cookie'] ?? []].flat(), text: response.body };
}

async function signIn(name: string): Promise<string> {
  const payload = { email: `${name}@headwater.demo`, password: DEMO_PASSWORD };
  const { cookies } = await call(0, 'POST /api/auth/sign-in', { payload });
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

async function rowsOf(statement: string): Promise<readonly unknown[]> {
  const { rows } = await processes[0]!.get<Pool>(DATABASE_POOL).query(statement);
  return rows;
}

describe('two processes that start together on an empty database', () => {
  it('seed each demo user once, with a password and a role', async () => {
    const users = await rowsOf(
      `SELECT email, role, count(auth_account.password)::int AS passwords
       FROM app_user JOIN app_user_role ON app_user_role.user_id = app_user.id
       JOIN auth_account ON auth_account.user_id = app_user.id
       GROUP BY email, role ORDER BY email`,
    );
    expect(users).toEqual([
      { email: 'admin@headwater.demo', role: 'admin', passwords: 1 },
      { email: 'manager@headwater.demo', role: 'manager', passwords: 1 },
      { email: 'rep@headwater.demo', role: 'rep', passwords: 1 },
    ]);
  });

  it('know each other’s sessions, and their end', async () => {
    const cookie = await signIn('rep');
    expect((await call(1, 'GET /api/me', { cookie })).status).toBe(200);
    expect((await call(0, 'POST /api/auth/sign-out', { cookie })).status).toBe(204);
    expect((await call(0, 'GET /api/me', { cookie })).status).toBe(401);
    expect(await rowsOf('SELECT 1 FROM auth_session')).toEqual([]);
  });

  it('show each other’s accounts with the name of their owner', async () => {
    const cookie = await signIn('rep');
    const created = await call(0, 'POST /api/accounts', { cookie, payload: { name: 'Acme' } });
    expect(created.status).toBe(201);
    const { items } = JSON.parse((await call(1, 'GET /api/accounts?q=cm', { cookie })).text);
    expect(items).toEqual([JSON.parse(created.text)]);
    expect(items[0]).toMatchObject({ ownerName: 'Inside rep', version: 1 });
  });

  it('keep neither passwords nor the place of a sign-in', async () => {
    await signIn('admin');
    const stored = JSON.stringify([
      await rowsOf('SELECT * FROM auth_account'),
      await rowsOf('SELECT * FROM auth_session'),
    ]);
    expect(stored).not.toContain(DEMO_PASSWORD);
    expect(stored).not.toContain('127.0.0.1');
  });
});
