import Fastify, { type FastifyInstance } from 'fastify';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replyBadAddress } from './problem-reply';
import { serveWebApp } from './web-app';

const HASHED_FILE = 'chunk--oV6RnLL.js';

let folder: string;
let server: FastifyInstance;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-web-'));
  mkdirSync(join(folder, 'app/media'), { recursive: true });
  const files = ['index.html', HASHED_FILE, 'app-manifest.json', 'media/inter-A1b2C3d4.woff2'];
  for (const file of files) writeFileSync(join(folder, 'app', file), `content of ${file}`);
  writeFileSync(join(folder, 'secret-key'), 'not for the web');
  server = Fastify({ frameworkErrors: replyBadAddress });
  server.get('/api/me', () => ({}));
  await serveWebApp(server, join(folder, 'app'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

async function get(url: string) {
  const { statusCode, headers, body } = await server.inject(url);
  return { status: statusCode, type: String(headers['content-type']), cache: headers['cache-control'], body };
}

describe('the web app', () => {
  it.each(['/', '/accounts', '/accounts/42/orders?tab=1', '/index.html'])(
    'is what %s shows, asked for anew',
    async (url) => {
      expect(await get(url)).toMatchObject({ status: 200, cache: 'no-cache', body: 'content of index.html' });
    },
  );

  it.each([`/${HASHED_FILE}`, '/media/inter-A1b2C3d4.woff2'])('keeps %s for ever', async (url) => {
    expect(await get(url)).toMatchObject({ status: 200, cache: 'public, max-age=31536000, immutable' });
  });

  it('keeps files without a hash for an hour', async () => {
    expect(await get('/app-manifest.json')).toMatchObject({ status: 200, cache: 'public, max-age=3600' });
  });

  it.each(['/missing-A1b2C3d4.js', '/api/nothing', '/api', '/health/x', '/metrics/x'])(
    'does not answer for %s, and lets nobody keep that',
    async (url) => {
      const answer = await get(url);
      expect(answer).toMatchObject({ status: 404, type: 'application/problem+json', cache: undefined });
      expect(JSON.parse(answer.body).code).toBe('not-found');
    },
  );

  it('that was replaced meanwhile is not found, instead of missing for a year', async () => {
    rmSync(join(folder, 'app/media/inter-A1b2C3d4.woff2'));
    const answer = await get('/media/inter-A1b2C3d4.woff2');
    expect([answer.status, answer.cache]).toEqual([404, undefined]);
  });

  it.each(['/../secret-key', '/..%2Fsecret-key', '/%2e%2e/secret-key', '//secret-key'])(
    'does not lead out of its folder by %s',
    async (url) => {
      expect((await get(url)).body).not.toContain('not for the web');
    },
  );

  it('refuses an address that is none without repeating it', async () => {
    const answer = await get('/orders/100234%E0%A4%A');
    expect(answer).toMatchObject({ status: 400, type: 'application/problem+json' });
    expect(answer.body).not.toContain('100234');
  });
});
