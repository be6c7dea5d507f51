import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn } from '../../../tools/dev/api-session.mts';
import { startProduct, type RunningProduct } from '../../../tools/dev/product.mts';
import { DEMO_PASSWORD } from '../../../tools/dev/seed-demo.mts';
import { ownDatabase, type OwnDatabase } from '../../../tools/dev/throw-away-database.mts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
}

interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Open without a session: the door itself, and what proves its sender otherwise. */
const OPEN = ['POST /api/auth/sign-in', 'POST /api/auth/sign-out'];
const AN_ID = '00000000-0000-4000-8000-000000000001';

describe('the server, without any ERP connected', () => {
  let database: OwnDatabase;
  let folder: string;
  let product: RunningProduct;
  let document: ApiDocument;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'headwater-e2e-'));
    const given = process.env['TEST_DATABASE_URL'];
    database = await ownDatabase(given === '' ? undefined : given);
    const options = { dataFolder: folder, host: '127.0.0.1', port: 0, simulatorsPort: 0, logLevel: 'info' };
    product = await startProduct({ ...options, ...database.option });
    document = (await (await fetch(`${product.url}/api/openapi.json`)).json()) as ApiDocument;
  });

  afterAll(async () => {
    await product.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const operations = (): readonly (readonly [name: string, operation: Operation])[] =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
    );

  it('documents what every route takes and answers, and its problems', () => {
    expect(operations().length).toBeGreaterThan(40);
    for (const [name, { parameters = [], requestBody, responses }] of operations()) {
      const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      const described = good.filter(([status, { content }]) => status === '204' || isDescribed(content));
      expect([name, described.length]).toEqual([name, 1]);
      expect([name, responses['default']?.content?.['application/problem+json']?.schema]).toEqual([
        name,
        { $ref: '#/components/schemas/Problem' },
      ]);
      for (const parameter of parameters) expect([name, parameter.name, isTyped(parameter.schema)]).toContain(true);
      if (requestBody !== undefined) expect([name, isDescribed(requestBody.content)]).toContain(true);
    }
  });

  it('documents every field it names, and names nothing it does not document', () => {
    const { schemas } = document.components;
    for (const [name, { properties = {} }] of Object.entries(schemas)) {
      const untyped = Object.entries(properties).filter(([, schema]) => !isTyped(schema));
      expect([name, untyped]).toEqual([name, []]);
    }
    const named = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);
    const unknown = named.filter((ref) => schemas[ref.replace('#/components/schemas/', '')] === undefined);
    expect(unknown).toEqual([]);
  });

  it('opens no route without a session but the few that must be', async () => {
    for (const [name] of operations()) {
      const [method = 'GET', path = ''] = name.replaceAll(/\{\w+\}/g, AN_ID).split(' ');
      if (OPEN.includes(`${method} ${path}`)) continue;
      const body = method === 'GET' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } };
      const answer = await fetch(`${product.url}${path}`, { method, ...body });
      const problem = (await answer.json()) as { readonly code: string };
      expect([name, answer.status, problem.code]).toEqual([name, 401, 'unauthorized']);
    }
  });

  it('shows the document to people as well', async () => {
    const page = await fetch(`${product.url}/api/docs`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('swagger-ui')]);
  });

  it('ends cleanly when it is told to, whoever still listens', async () => {
    const rep = await signIn(product.url, 'rep@headwater.demo', DEMO_PASSWORD);
    const stream = await rep.fetch('/api/stream');
    const ended = stream.text();
    product.api.process.kill('SIGTERM');
    expect(await product.api.exited).toBe(0);
    expect(await ended).toContain('event: ready');
  });
});

function isDescribed(content: Readonly<Record<string, { readonly schema?: Schema }>> = {}): boolean {
  const schemas = Object.values(content).map(({ schema }) => schema);
  return schemas.length > 0 && schemas.every(isTyped);
}

function isTyped(schema: Schema | undefined): boolean {
  return (
    schema !== undefined && [schema.$ref, schema.type, schema.oneOf, schema.allOf].some((each) => each !== undefined)
  );
}
