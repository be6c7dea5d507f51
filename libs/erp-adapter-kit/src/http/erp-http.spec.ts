import { ErpError, type ErpCallTurn } from '@headwater/erp-contracts';
import { leaksIn, type ReplayFault, type ReplayServer, startReplayServer } from '@headwater/erp-testing';
import { createErpHttp, type ErpHttp, type ErpHttpOptions } from './erp-http';

const SECRET = 'top-secret-9917';

let server: ReplayServer;
let http: ErpHttp;

const options: ErpHttpOptions = {
  erp: 'Test ERP',
  connectionId: 'c1',
  secrets: [SECRET],
  maxConnections: 2,
  timeoutMs: 5_000,
  privateNetworks: 'refused',
  maxBodyBytes: 2_000,
};

beforeEach(async () => {
  server = await startReplayServer([
    { name: 'large', matches: ({ path }) => path === '/large', answer: { body: 'x'.repeat(2_001) } },
    {
      name: 'echo',
      matches: () => true,
      answer: (request) => ({
        status: 207,
        headers: { 'x-method': request.method },
        body: `{"got": "${request.body}"}`,
      }),
    },
  ]);
  http = createErpHttp(options);
});

afterEach(async () => {
  await http.close();
  await server.close();
});

async function failure(path = '/', signal = new AbortController().signal): Promise<ErpError> {
  const url = `${server.origin}${path}`;
  const headers = { authorization: `Bearer ${SECRET}` };
  const error: unknown = await http.send({ method: 'POST', url, headers, body: SECRET }, signal).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ErpError);
  expect(leaksIn(error, [SECRET])).toEqual([]);
  return error as ErpError;
}

describe('the HTTP client of a connection', () => {
  it('hands out status, headers and text of any answer', async () => {
    const reply = await http.send(
      { method: 'POST', url: `${server.origin}/a?b=1`, body: 'hi' },
      new AbortController().signal,
    );
    expect(reply).toMatchObject({ status: 207, text: '{"got": "hi"}' });
    expect(reply.headers['x-method']).toBe('POST');
    expect(server.requests[0]?.path).toBe('/a?b=1');
  });

  it('keeps connections alive, and no more of them than allowed', async () => {
    const signal = new AbortController().signal;
    await Promise.all([1, 2, 3, 4, 5].map(() => http.send({ method: 'GET', url: server.origin }, signal)));
    const ports = new Set(server.requests.map((request) => request.headers['connection']));
    expect(ports).toEqual(new Set(['keep-alive']));
    expect(server.requests).toHaveLength(5);
  });

  const broken: readonly (readonly [ReplayFault, string])[] = [
    [{ kind: 'truncate' }, 'bad-response'],
    [{ kind: 'truncate-chunked' }, 'bad-response'],
    [{ kind: 'reset' }, 'unavailable'],
  ];

  it.each(broken)('turns %j into %s, never into a value', async (fault, code) => {
    server.inject({ fault, on: () => true });
    expect((await failure()).code).toBe(code);
  });

  it.each(['hang', 'hang-in-body'] as const)('times out at the signal when the ERP does %s', async (kind) => {
    server.inject({ fault: { kind }, on: () => true });
    expect((await failure('/', AbortSignal.timeout(100))).code).toBe('timeout');
  });

  it('times out by itself where nobody sets a deadline', async () => {
    await http.close();
    http = createErpHttp({ ...options, timeoutMs: 100 });
    server.inject({ fault: { kind: 'hang' }, on: () => true });
    expect((await failure()).code).toBe('timeout');
  });

  it('takes a waiting call out of the line at its deadline', async () => {
    server.inject({ fault: { kind: 'hang' }, on: () => true });
    const waiting = [1, 2, 3].map(() => failure('/', AbortSignal.timeout(150)));
    expect((await Promise.all(waiting)).map(({ code }) => code)).toEqual(['timeout', 'timeout', 'timeout']);
    expect(server.requests).toHaveLength(2);
    server.recover();
    const reply = await http.send({ method: 'GET', url: server.origin }, new AbortController().signal);
    expect(reply.status).toBe(207);
  });

  it('sends waiting calls in turn, as it is when a place comes free', async () => {
    const one = createErpHttp({ ...options, maxConnections: 1 });
    const send = (path: string, turn: ErpCallTurn) =>
      one.send({ method: 'GET', url: `${server.origin}/${path}`, turn }, new AbortController().signal);
    const rising = { priority: 'background' as ErpCallTurn['priority'] };
    const sent = [
      send('first', { priority: 'interactive' }),
      send('background', { priority: 'background' }),
      send('plain', { priority: 'interactive' }),
      send('rising', {
        get priority() {
          return rising.priority;
        },
        followedBy: 2,
      }),
      send('leading', { priority: 'interactive', followedBy: 1 }),
    ];
    rising.priority = 'interactive';
    await Promise.all(sent);
    await one.close();
    expect(server.requests.map(({ path }) => path)).toEqual(['/first', '/rising', '/leading', '/plain', '/background']);
  });

  it('reads no more than its cap', async () => {
    expect((await failure('/large')).code).toBe('bad-response');
  });

  it('reports an unreachable ERP as unavailable', async () => {
    await server.close();
    const error = await failure();
    const message = 'Test ERP cannot be reached: nothing answers at its port.';
    expect(error).toMatchObject({ code: 'unavailable', connectionId: 'c1', message });
  });

  it('asks nothing for a call that is already over', async () => {
    expect((await failure('/', AbortSignal.abort())).code).toBe('timeout');
    expect(server.requests).toHaveLength(0);
  });

  it('keeps the name and code of the original error, and nothing else of it', async () => {
    await server.close();
    const { cause } = await failure();
    expect(cause).toMatchObject({ name: 'TransportFailure', code: 'ECONNREFUSED' });
    expect(Object.keys(cause as object).sort()).toEqual(['code', 'name']);
  });
});
