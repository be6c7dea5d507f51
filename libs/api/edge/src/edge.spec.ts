import {
  Body,
  Controller,
  Delete,
  Get,
  Global,
  HttpCode,
  HttpException,
  Module,
  Param,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { abilityFor, type Role, rulesOfRoles } from '@headwater/configuration';
import { ErpError } from '@headwater/erp-contracts';
import { DomainError, newId, StaleVersionError } from '@headwater/kernel';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, ValidateNested } from 'class-validator';
import type { FastifyReply } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import {
  Anonymous,
  CurrentUser,
  EdgeModule,
  ExpectedVersion,
  NotFromBrowsers,
  OwnedIdPipe,
  Requires,
  Sessions,
  SignedIn,
  type SignedInUser,
} from './index';

const SECRET = 'connection string postgres://someone:hunter2@db';

class Inner {
  @IsString({ message: 'City must be text.' })
  readonly city!: string;
}

class ThingBody {
  @MaxLength(5, { message: 'A name has at most 5 characters.' })
  readonly name!: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => Inner)
  readonly address?: Inner;
}

class ThingQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'limit must be a whole number.' })
  @Max(10, { message: 'limit is at most 10.' })
  readonly limit?: number;
}

const FAILURES: { readonly [name: string]: () => Error } = {
  unforeseen: () => new Error(SECRET),
  erp: () => new ErpError('rate-limited', 'The ERP asks to slow down.', { retryAfterMs: 1_500, connectionId: 'c-1' }),
  stale: () => new StaleVersionError('This account'),
  conflict: () => new DomainError('conflict', 'Taken.'),
  teapot: () => new HttpException('Short and stout.', 418),
};

@Controller('things')
class ThingsController {
  @Get()
  @Requires('read', 'Account')
  list(@Query() query: ThingQuery): object {
    return { limit: query.limit ?? null };
  }

  @Get('me')
  @SignedIn()
  me(@CurrentUser() user: SignedInUser): object {
    return { id: user.id };
  }

  @Get('undeclared')
  undeclared(): object {
    return {};
  }

  @Get('failures/:name')
  @Anonymous()
  fail(@Param('name') name: string): never {
    throw FAILURES[name]?.() ?? new Error('no such failure');
  }

  @Get('broken-stream')
  @Anonymous()
  brokenStream(@Res() reply: FastifyReply): void {
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
    reply.raw.write('data: 1\n\n');
    throw new Error(SECRET);
  }

  @Get(':id')
  @Requires('read', 'Account')
  one(@Param('id', OwnedIdPipe) id: string): object {
    return { id, version: 7 };
  }

  @Post()
  @HttpCode(201)
  @Requires('create', 'Account')
  create(@Body() body: ThingBody): object {
    return { name: body.name };
  }

  @Post('notices')
  @HttpCode(202)
  @Anonymous()
  @NotFromBrowsers()
  notice(): object {
    return {};
  }

  @Patch(':id')
  @Requires('update', 'Account')
  change(@ExpectedVersion() version: number): object {
    return { expected: version };
  }

  @Delete(':id')
  @Requires('delete', 'ErpConnection')
  remove(): object {
    return {};
  }
}

/** Recognises `role <name>` as a session. */
class RoleHeaderSessions extends Sessions {
  async userOf(headers: IncomingHttpHeaders): Promise<SignedInUser | undefined> {
    const role = headers['x-role'];
    if (typeof role !== 'string') return undefined;
    const id = newId();
    const rules = rulesOfRoles([role as Role], id);
    return { id, email: 'rep@sales.example', name: 'Rep', roles: [role as Role], rules, ability: abilityFor(rules) };
  }
}

@Global()
@Module({ providers: [{ provide: Sessions, useClass: RoleHeaderSessions }], exports: [Sessions] })
class SessionsModule {}

@Module({ imports: [SessionsModule, EdgeModule], controllers: [ThingsController] })
class ThingsModule {}

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(ThingsModule, new FastifyAdapter(), { logger: false });
  await app.init();
  await app.listen(0, '127.0.0.1');
});
afterAll(() => app.close());

type Call = Parameters<NestFastifyApplication['inject']>[0];
const asRep = { 'x-role': 'rep' };

async function call(options: Exclude<Call, string>) {
  const response = await app.inject(options);
  const type = String(response.headers['content-type'] ?? '');
  return {
    status: response.statusCode,
    type,
    headers: response.headers,
    body: type.includes('json') ? response.json() : response.body,
  };
}

describe('who may call a route', () => {
  it('is nobody without a session, unless the route is open', async () => {
    const answer = await call({ method: 'GET', url: '/things' });
    expect(answer).toMatchObject({ status: 401, type: 'application/problem+json', body: { code: 'unauthorized' } });
    expect(answer.body.traceId).toEqual(expect.any(String));
  });

  it('is someone whose roles hold the permission', async () => {
    expect(await call({ method: 'GET', url: '/things', headers: asRep })).toMatchObject({ status: 200 });
    const refused = await call({ method: 'DELETE', url: `/things/${newId()}`, headers: asRep });
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('is anyone signed in where the route asks for no permission', async () => {
    expect((await call({ method: 'GET', url: '/things/me', headers: asRep })).body.id).toEqual(expect.any(String));
  });

  it('is nobody at all where the route does not say', async () => {
    const headers = { 'x-role': 'admin' };
    expect((await call({ method: 'GET', url: '/things/undeclared', headers })).status).toBe(403);
  });
});

describe('a request that writes', () => {
  const write = (headers: Record<string, string>, payload = '{"name":"Ann"}') =>
    call({
      method: 'POST',
      url: '/things',
      headers: { 'content-type': 'application/json', ...asRep, ...headers },
      payload,
    });

  it('passes from the same origin and from programs that are no browser', async () => {
    expect((await write({ host: 'crm.example:3000', origin: 'http://crm.example:3000' })).status).toBe(201);
    expect((await write({})).status).toBe(201);
  });

  it.each([
    { host: 'crm.example', origin: 'https://evil.example' },
    { host: 'crm.example', origin: 'https://crm.example.evil.example' },
    { host: 'crm.example', origin: 'null' },
    { host: 'crm.example', 'sec-fetch-site': 'cross-site' },
  ])('is refused from another site: %j', async (headers) => {
    expect(await write(headers)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('carries JSON, which another site cannot send unasked', async () => {
    const plain = await write({ 'content-type': 'text/plain' });
    expect(plain).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });

  it('may carry anything where other systems call', async () => {
    const headers = { 'content-type': 'text/plain' };
    const answer = await call({ method: 'POST', url: '/things/notices', headers, payload: 'BOD' });
    expect(answer.status).toBe(202);
  });
});

describe('what a request may say', () => {
  const post = (payload: string) =>
    call({ method: 'POST', url: '/things', headers: { 'content-type': 'application/json', ...asRep }, payload });

  it('is named field by field where it breaks a rule', async () => {
    const answer = await post('{"name":"Annabella","colour":"red","address":{"city":3,"planet":"x"}}');
    expect(answer).toMatchObject({ status: 400, type: 'application/problem+json', body: { code: 'invalid-request' } });
    expect(answer.body.errors).toEqual(
      expect.arrayContaining([
        { field: 'name', message: 'A name has at most 5 characters.' },
        { field: 'colour', message: 'There is no field "colour" here.' },
        { field: 'address.city', message: 'City must be text.' },
        { field: 'address.planet', message: 'There is no field "address.planet" here.' },
      ]),
    );
  });

  it.each(['[]', '"text"', 'null', '3', ''])('is one JSON object, not %j', async (payload) => {
    expect(await post(payload)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });

  it('is readable JSON', async () => {
    expect(await post('{"name":')).toMatchObject({ status: 400, type: 'application/problem+json' });
  });

  it('has query parameters of the right type and no unknown ones', async () => {
    const get = (url: string) => call({ method: 'GET', url, headers: asRep });
    expect((await get('/things?limit=5')).body).toEqual({ limit: 5 });
    expect((await get('/things?limit=500')).body.errors).toEqual([{ field: 'limit', message: 'limit is at most 10.' }]);
    expect((await get('/things?limt=5')).body.errors).toEqual([
      { field: 'limt', message: 'There is no field "limt" here.' },
    ]);
    expect((await get('/things?limit=5&limit=6')).status).toBe(400);
  });

  it('names something by an id, or nothing', async () => {
    expect((await call({ method: 'GET', url: '/things/not-an-id', headers: asRep })).status).toBe(404);
  });
});

describe('a version', () => {
  const change = (headers: Record<string, string>) =>
    call({ method: 'PATCH', url: `/things/${newId()}`, headers: { ...asRep, ...headers } });

  it('is answered as an ETag', async () => {
    const answer = await call({ method: 'GET', url: `/things/${newId()}`, headers: asRep });
    expect(answer.headers['etag']).toBe('"7"');
  });

  it('must be named to change a record', async () => {
    expect(await change({})).toMatchObject({ status: 428, body: { code: 'invalid-request' } });
    expect((await change({ 'if-match': '"3"' })).body).toEqual({ expected: 3 });
    expect((await change({ 'if-match': 'W/"3"' })).body).toEqual({ expected: 3 });
    expect((await change({ 'if-match': '*' })).status).toBe(400);
  });
});

describe('a failure', () => {
  const fail = (name: string) => call({ method: 'GET', url: `/things/failures/${name}` });

  it('nobody foresaw tells nothing of what happened inside', async () => {
    const answer = await fail('unforeseen');
    expect(answer).toMatchObject({ status: 500, type: 'application/problem+json' });
    expect(JSON.stringify(answer.body)).not.toContain('hunter2');
    expect(Object.keys(answer.body).sort()).toEqual(['code', 'status', 'title', 'traceId', 'type']);
  });

  it('of an ERP says which connection and when to try again', async () => {
    const answer = await fail('erp');
    expect(answer).toMatchObject({ status: 503, body: { code: 'rate-limited', connectionId: 'c-1', retryAfterS: 2 } });
    expect(answer.headers['retry-after']).toBe('2');
  });

  it.each([
    ['stale', 412, 'conflict'],
    ['conflict', 409, 'conflict'],
    ['teapot', 418, 'invalid-request'],
  ])('called %s has status %d and code %s', async (name, status, code) => {
    expect(await fail(name)).toMatchObject({ status, body: { status, code } });
  });

  it('in the middle of a stream ends the stream, never completing it', async () => {
    const url = `${await app.getUrl()}/things/broken-stream`;
    const wholeBody = fetch(url).then((response) => response.text());
    await expect(wholeBody).rejects.toThrow();
  });

  it('to find a route does not repeat the address', async () => {
    const answer = await call({ method: 'GET', url: '/nowhere?customer=1001' });
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(JSON.stringify(answer.body)).not.toContain('1001');
  });
});
