import { EdgeModule } from '@headwater/api/edge';
import { abilityFor, type Me, type Role, UserDirectory, UserRoleRepository } from '@headwater/configuration';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { DEMO_PASSWORD, DemoUsers, IdentityModule } from './index';
import { MAX_ATTEMPTS_PER_PERSON } from './sign-in/sign-in-attempts';

// Hashing a password takes its time on purpose; a dozen of them on a busy machine take many seconds.
jest.setTimeout(60_000);

class RolesInMemory extends UserRoleRepository {
  private readonly roles = new Map<string, readonly Role[]>();

  async rolesOf(userId: string): Promise<readonly Role[]> {
    return this.roles.get(userId) ?? [];
  }

  async replace(userId: string, roles: readonly Role[]): Promise<void> {
    this.roles.set(userId, roles);
  }
}

@Global()
@Module({ providers: [{ provide: UserRoleRepository, useClass: RolesInMemory }], exports: [UserRoleRepository] })
class RolesModule {}

let tables: Record<string, Record<string, unknown>[]>;
let app: NestFastifyApplication;

async function start(users: 'demo' | 'own'): Promise<void> {
  tables = { app_user: [], auth_account: [], auth_session: [], auth_verification: [] };
  const useFactory = () => ({ database: memoryAdapter(tables), secretKey: 'k'.repeat(32), users });
  const identity = IdentityModule.forRootAsync({ useFactory });
  const root = class RootModule {};
  Module({ imports: [RolesModule, EdgeModule, identity] })(root);
  const adapter = new FastifyAdapter({ trustProxy: true });
  app = await NestFactory.create<NestFastifyApplication>(root, adapter, { logger: false });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
}

beforeAll(() => start('demo'));
afterAll(() => app.close());
beforeEach(() => {
  tables['auth_session'] = [];
});

const RIGHT = { email: 'rep@headwater.demo', password: DEMO_PASSWORD };

async function signIn(payload: object, headers: Record<string, string> = {}) {
  const response = await app.inject({ method: 'POST', url: '/api/auth/sign-in', payload, headers });
  const setCookie = [response.headers['set-cookie'] ?? []].flat();
  return { status: response.statusCode, body: response.json(), headers: response.headers, setCookie };
}

function cookieOf(setCookie: readonly string[]): string {
  return setCookie.map((cookie) => cookie.split(';')[0]).join('; ');
}

const get = async (cookie: string) => {
  const response = await app.inject({ method: 'GET', url: '/api/me', headers: { cookie } });
  return { status: response.statusCode, body: response.json() };
};

describe('signing in', () => {
  it('answers who one is and what one may do, and so does the session after it', async () => {
    const { status, body, setCookie } = await signIn(RIGHT);
    expect(status).toBe(200);
    const me = body as Me;
    expect(me.user).toEqual({ id: expect.any(String), email: 'rep@headwater.demo', name: 'Inside rep' });
    expect(me.roles).toEqual(['rep']);
    expect(abilityFor(me.permissions).can('read', 'erp.orders')).toBe(true);
    expect(await get(cookieOf(setCookie))).toEqual({ status: 200, body });
  });

  it('does not care about the case of the address', async () => {
    expect((await signIn({ ...RIGHT, email: ' REP@Headwater.demo ' })).status).toBe(200);
  });

  it('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const { setCookie } = await signIn(RIGHT);
    expect(setCookie).toHaveLength(1);
    expect(setCookie[0]).toMatch(/^headwater\.session_token=/);
    expect(setCookie[0]).toMatch(/HttpOnly/i);
    expect(setCookie[0]).toMatch(/SameSite=Lax/i);
    expect(setCookie[0]).not.toMatch(/Secure/i);
  });

  it('over https gives a cookie that never travels in the clear', async () => {
    expect((await signIn(RIGHT, { 'x-forwarded-proto': 'https' })).setCookie[0]).toMatch(/; Secure$/);
  });

  it('says the same of an unknown address, a wrong password and a malformed address', async () => {
    const answers = [
      await signIn({ ...RIGHT, password: 'wrong' }),
      await signIn({ ...RIGHT, email: 'nobody@headwater.demo' }),
      await signIn({ ...RIGHT, email: 'nonsense' }),
    ];
    const bodies = answers.map(({ status, body, setCookie }) => ({ status, setCookie, ...body, traceId: '' }));
    expect(bodies[0]).toMatchObject({ status: 401, code: 'unauthorized', setCookie: [] });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
  });

  it('refuses what is no address and password', async () => {
    expect((await signIn({ email: 'rep@headwater.demo' })).body.errors).toEqual(
      expect.arrayContaining([expect.objectContaining({ field: 'password' })]),
    );
    expect((await signIn({ ...RIGHT, email: { $ne: '' } })).status).toBe(400);
    expect((await signIn({ ...RIGHT, role: 'admin' })).status).toBe(400);
  });

  it('is refused from another site', async () => {
    const headers = { host: 'crm.example', origin: 'https://evil.example' };
    expect((await signIn(RIGHT, headers)).status).toBe(403);
  });

  it('is slowed down after too many wrong passwords, even for the right one', async () => {
    const place = { 'x-forwarded-for': '192.0.2.1' };
    const guesses = Array.from({ length: MAX_ATTEMPTS_PER_PERSON + 5 }, () =>
      signIn({ ...RIGHT, password: 'wrong' }, place),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(MAX_ATTEMPTS_PER_PERSON);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    const refused = await signIn(RIGHT, place);
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn({ ...RIGHT, email: 'manager@headwater.demo' }, place)).status).toBe(200);
  });
});

describe('a session', () => {
  it('is needed to know who one is', async () => {
    expect((await get('')).status).toBe(401);
    expect((await get('headwater.session_token=made-up')).status).toBe(401);
  });

  it('cannot be forged by changing its cookie', async () => {
    const cookie = cookieOf((await signIn(RIGHT)).setCookie);
    const token = String(tables['auth_session']?.[0]?.['token']);
    expect(cookie).toContain(token);
    expect((await get(`headwater.session_token=${token}`)).status).toBe(401);
    expect((await get(`headwater.session_token=${token}.c2lnbmF0dXJl`)).status).toBe(401);
  });

  it('ends at once when signing out, and its cookie with it', async () => {
    const cookie = cookieOf((await signIn(RIGHT)).setCookie);
    expect((await get(cookie)).status).toBe(200);
    const out = await app.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { cookie } });
    expect(out.statusCode).toBe(204);
    expect(String(out.headers['set-cookie'])).toMatch(/headwater\.session_token=;.*Max-Age=0/);
    expect((await get(cookie)).status).toBe(401);
    expect(tables['auth_session']).toEqual([]);
  });

  it('need not exist to sign out', async () => {
    expect((await app.inject({ method: 'POST', url: '/api/auth/sign-out' })).statusCode).toBe(204);
  });

  it('ends after its time', async () => {
    const cookie = cookieOf((await signIn(RIGHT)).setCookie);
    const [session] = tables['auth_session'] ?? [];
    Object.assign(session ?? {}, { expiresAt: new Date(0), expires_at: new Date(0) });
    expect((await get(cookie)).status).toBe(401);
  });
});

describe('users', () => {
  it('cannot add themselves: none of the library’s own routes is served', async () => {
    const payload = { email: 'me@evil.example', password: 'long-enough-password', name: 'Me' };
    for (const url of ['/api/auth/sign-up/email', '/api/auth/sign-up', '/api/auth/sign-in/email', '/api/auth/ok']) {
      expect((await app.inject({ method: 'POST', url, payload })).statusCode).toBe(404);
    }
    expect(tables['app_user']).toHaveLength(3);
  });

  it('of the demo are seeded once', async () => {
    await app.get(DemoUsers).seed();
    expect(tables['app_user']).toHaveLength(3);
    expect(tables['auth_account']).toHaveLength(3);
  });

  it('are added with their roles, once per address, their password as a hash', async () => {
    const directory = app.get(UserDirectory);
    const user = {
      email: 'Sam@sales.example',
      name: 'Sam',
      password: 'a-long-password',
      roles: ['service-desk'] as const,
    };
    const added = await directory.add(user);
    expect(await directory.findByEmail('SAM@sales.example')).toEqual(added);
    await expect(directory.add(user)).rejects.toMatchObject({ code: 'conflict' });
    expect(JSON.stringify(tables)).not.toContain('a-long-password');
    expect((await signIn({ email: user.email, password: user.password })).body.roles).toEqual(['service-desk']);
  });

  it('of the demo do not exist outside it', async () => {
    await app.close();
    await start('own');
    expect(tables['app_user']).toEqual([]);
    expect((await signIn(RIGHT)).status).toBe(401);
  });
});
