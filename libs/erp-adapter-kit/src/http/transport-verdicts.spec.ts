import {
  createTestAuthority,
  startFaultProxy,
  startTlsPeer,
  type TestAuthority,
  type TlsPeer,
} from '@headwater/erp-testing';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createErpHttp } from './erp-http';
import { transportFix } from './transport-failure';

let authority: TestAuthority;
let distrust: () => void;
let peer: TlsPeer | undefined;

beforeAll(async () => {
  authority = await createTestAuthority();
  distrust = authority.trust();
});
afterAll(() => distrust());
afterEach(() => peer?.close());

/** What an admin is told of an address where the ERP cannot be had. */
async function told(origin: string, timeoutMs = 5_000) {
  const limits = { maxConnections: 1, timeoutMs, privateNetworks: 'refused' } as const;
  const http = createErpHttp({ erp: 'Test ERP', connectionId: 'c1', secrets: [], ...limits });
  try {
    const sent = http.send({ method: 'GET', url: origin }, new AbortController().signal);
    const [result] = await Promise.allSettled([sent]);
    if (result.status === 'fulfilled') throw new Error('It answered.');
    return { code: result.reason.code, message: result.reason.message, fix: transportFix(result.reason) };
  } finally {
    await http.close();
  }
}

const WEEK_MS = 7 * 86_400_000;
const LONG_AGO = { from: new Date(Date.now() - 2 * WEEK_MS), until: new Date(Date.now() - WEEK_MS) };
const LATER = { from: new Date(Date.now() + WEEK_MS), until: new Date(Date.now() + 2 * WEEK_MS) };
const HERE = { commonName: 'localhost', hosts: ['localhost'] };

async function toldOfCertificate(identity: Awaited<ReturnType<TestAuthority['issue']>>) {
  peer = await startTlsPeer({ identity, serve: () => ({ kind: 'answer' }) });
  const verdict = await told(`https://localhost:${String(peer.port)}`);
  expect(peer.requests).toEqual([]);
  return verdict;
}

describe('what is said of an address', () => {
  it('whose certificate has expired', async () => {
    expect(await toldOfCertificate(await authority.issue({ ...HERE, ...LONG_AGO }))).toEqual({
      code: 'unavailable',
      message: 'The certificate of Test ERP has expired.',
      fix: 'Have the ERP’s certificate renewed.',
    });
  });

  it('whose certificate starts later', async () => {
    const { message, fix } = await toldOfCertificate(await authority.issue({ ...HERE, ...LATER }));
    expect(message).toBe('The certificate of Test ERP is not valid yet.');
    expect(fix).toContain('clocks');
  });

  it('whose certificate is for another host', async () => {
    const { message, fix } = await toldOfCertificate(await authority.issue({ ...HERE, hosts: ['erp.example.com'] }));
    expect(message).toBe('The certificate of Test ERP is for another host name.');
    expect(fix).toContain('host name');
  });

  it('whose certificate is of an authority nobody trusts', async () => {
    const { message, fix } = await toldOfCertificate(await (await createTestAuthority('Unknown')).issue(HERE));
    expect(message).toBe('The certificate of Test ERP is of an authority that is not trusted here.');
    expect(fix).toContain('NODE_EXTRA_CA_CERTS');
  });

  it('that speaks no TLS', async () => {
    const plain = createServer((socket) => socket.end('220 mail.example.com ESMTP\r\n'));
    plain.listen(0, '127.0.0.1');
    await once(plain, 'listening');
    const { message, fix } = await told(`https://localhost:${String((plain.address() as AddressInfo).port)}`);
    plain.close();
    expect(message).toBe('Test ERP does not speak TLS as it should.');
    expect(fix).toContain('port');
  });

  it.each(['http', 'https'])('where nothing listens (%s)', async (scheme) => {
    const proxy = await startFaultProxy({ port: 1 });
    await proxy.close();
    const { message, fix } = await told(`${scheme}://localhost:${String(proxy.port)}`);
    expect(message).toBe('Test ERP cannot be reached: nothing answers at its port.');
    expect(fix).toContain('port');
  });

  it.each(['http', 'https'])('whose name nobody knows (%s)', async (scheme) => {
    const { code, message, fix } = await told(`${scheme}://no-such-erp.invalid`);
    expect(code).toBe('unavailable');
    // A machine without any DNS cannot look it up at all, which is said, too.
    expect(message).toMatch(/^The host name of Test ERP (is not known|cannot be looked up just now)\.$/);
    expect(fix).toContain('DNS');
  });

  it('that swallows everything', async () => {
    const proxy = await startFaultProxy({ port: 1 });
    await proxy.inject({ kind: 'silence' });
    const { code, message } = await told(`https://localhost:${String(proxy.port)}`, 100);
    await proxy.close();
    expect([code, message]).toEqual(['timeout', 'Test ERP did not answer in time.']);
  });
});
