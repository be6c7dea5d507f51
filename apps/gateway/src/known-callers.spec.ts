import { createTestAuthority, type TestAuthority } from '@headwater/erp-testing';
import fastify, { type FastifyInstance } from 'fastify';
import { request } from 'node:https';
import { admitOnly } from './known-callers';

describe('who may ask a gateway', () => {
  let authority: TestAuthority;
  let server: FastifyInstance;
  let port: number;

  beforeAll(async () => {
    authority = await createTestAuthority();
    const own = await authority.issue({ commonName: 'headwater-gateway', hosts: ['headwater-gateway'] });
    server = fastify({
      https: {
        ca: authority.certificate,
        cert: own.certificate,
        key: own.privateKey,
        requestCert: true,
        rejectUnauthorized: true,
      },
      forceCloseConnections: true,
    }) as unknown as FastifyInstance;
    admitOnly(server, ['headwater-api', 'headwater-worker']);
    server.get('/', () => ({ ok: true }));
    port = Number(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port);
  });

  afterAll(() => server.close());

  async function statusFor(wishes: {
    readonly commonName: string;
    readonly hosts?: readonly string[];
  }): Promise<unknown> {
    const { certificate, privateKey } = await authority.issue(wishes);
    const trust = { ca: authority.certificate, servername: 'headwater-gateway' };
    return new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port, cert: certificate, key: privateKey, agent: false, ...trust },
        (answer) => resolve((answer.resume(), answer.statusCode)),
      );
      asked.once('error', reject);
      asked.end();
    });
  }

  it.each([
    { commonName: 'headwater-api' },
    { commonName: 'whatever', hosts: ['headwater-api'] },
    { commonName: 'whatever', hosts: ['elsewhere', 'headwater-worker'] },
  ])('is whom the authority gave one of the names: %j', async (wishes) => {
    expect(await statusFor(wishes)).toBe(200);
  });

  it.each([
    { commonName: 'somebody' },
    { commonName: 'headwater-api-2' },
    // Where there are host names, they are the names.
    { commonName: 'headwater-api', hosts: ['elsewhere'] },
    { commonName: 'whatever', hosts: ['headwater-api.elsewhere'] },
  ])('is nobody else the authority signed: %j', async (wishes) => {
    expect(await statusFor(wishes)).toBe(403);
  });
});
