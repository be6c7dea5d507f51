import { ErpError, type ConnectionChange, type ErpCall, type OrderKey } from '@headwater/erp-contracts';
import {
  A_CONNECTION_ID,
  anErpManifest,
  aReading,
  aSalesOrderDetailView,
  fakeErpReaders,
} from '@headwater/erp-testing';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { firstValueFrom, toArray } from 'rxjs';
import { anOrderRead, aCandidate, never, outcomeOf } from '../testing/a-gateway';
import { aServedGateway, type ServedGateway, type ServedParts } from '../testing/served-gateway';
import { connectErpGateway } from './connect-erp-gateway';

type Remote = ReturnType<typeof connectErpGateway>;

const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

async function served(parts: ServedParts = {}): Promise<ServedGateway> {
  const gateway = await aServedGateway(parts);
  open.push(gateway);
  return gateway;
}

function connected(...urls: readonly string[]): Remote {
  const remote = connectErpGateway({ urls, manifests: [anErpManifest()], random: () => 0 });
  open.push(remote);
  return remote;
}

const ordersThat = (get: (key: OrderKey, call: ErpCall) => Promise<never>): ServedParts => ({
  connection: { orders: { ...fakeErpReaders().orders, get } },
});

/** Comes true soon, or the spec fails by its own time limit. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** A port where nobody listens any more. */
async function deadUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

describe('a read through a gateway in another process', () => {
  it('is answered as by the gateway itself, with its source and its age', async () => {
    const { url, gateway } = await served();
    const remote = connected(url);
    const near = await gateway.reads.read(anOrderRead());
    const far = await remote.reads.read(anOrderRead());
    expect(far).toMatchObject({
      data: near.data,
      source: near.source,
      freshness: { state: 'cached', asOf: near.freshness.asOf },
    });
    expect(far.freshness.ageMs).toBeGreaterThanOrEqual(near.freshness.ageMs);
  });

  it.each(['not-found', 'unauthorized', 'rate-limited', 'unsupported'] as const)(
    'fails with the code, the words and the hint of the ERP: %s',
    async (code) => {
      const failure = new ErpError(code, 'As the ERP says.', { retryAfterMs: 1_500 });
      const { url } = await served(ordersThat(() => Promise.reject(failure)));
      const error: unknown = await connected(url)
        .reads.read(anOrderRead())
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ErpError);
      expect(error).toMatchObject({
        code,
        message: failure.message,
        retryAfterMs: 1_500,
        connectionId: A_CONNECTION_ID,
      });
    },
  );

  it('that its reader gives up ends the call to the ERP, too', async () => {
    const begun: AbortSignal[] = [];
    const { url } = await served(ordersThat((_key, { signal }) => (begun.push(signal), never())));
    const reader = new AbortController();
    const reading = outcomeOf(connected(url).reads.read(anOrderRead({ signal: reader.signal })));
    await until(() => begun.length === 1);
    reader.abort(new ErpError('timeout', 'Gone.'));
    expect(await reading).toBe('timeout');
    await until(() => begun[0]?.aborted === true);
  });

  it('is not waited for beyond its deadline, even where the gateway hangs', async () => {
    const hung = await listening(createServer(() => undefined));
    expect(await outcomeOf(connected(hung).reads.read(anOrderRead({ deadlineMs: 50 })))).toBe('timeout');
  });

  it.each<[string, (server: Server) => void]>([
    ['a page of somebody else', (server) => server.on('request', (_request, reply) => reply.end('<html>'))],
    ['JSON of another shape', (server) => server.on('request', (_request, reply) => reply.end('{"data":{}}'))],
    ['a server error', (server) => server.on('request', (_request, reply) => reply.writeHead(500).end('{}'))],
    ['a cut connection', (server) => server.on('request', (request) => request.socket.destroy())],
  ])('that meets %s is a failure, never an answer', async (_what, serve) => {
    const server = createServer();
    serve(server);
    expect(await outcomeOf(connected(await listening(server)).reads.read(anOrderRead()))).toBe('unavailable');
  });

  it('fans out section by section, each failure in its own place', async () => {
    const { url } = await served(ordersThat(() => Promise.reject(new ErpError('unavailable', 'Down.'))));
    const reads = [
      { key: 'order', read: anOrderRead() },
      { key: 'credit', read: { ...anOrderRead(), operation: 'credit.get', query: { customer: '7' } } as never },
    ];
    const sections = await firstValueFrom(connected(url).reads.fanOut(reads, { deadlineMs: 2_000 }).pipe(toArray()));
    expect(Object.fromEntries(sections.map(({ key, section }) => [key, section.status]))).toEqual({
      order: 'failed',
      credit: 'ok',
    });
  });

  it('belongs to the page it names there, too: what the ERP said to one of its reads serves the others', async () => {
    let calls = 0;
    const heard: unknown[] = [];
    const row = {
      question: 'GET /customers/7',
      ask: async ({ turn }: Pick<ErpCall, 'turn'>) => (heard.push(turn?.followedBy), { value: (calls += 1), bytes: 8 }),
    };
    const asking = async (_query: unknown, call: ErpCall) => {
      heard.push(call.hints);
      return aReading(aSalesOrderDetailView({ number: String(await call.share?.(row, call.signal)) }));
    };
    const { url } = await served(ordersThat(asking as never));
    const { reads } = connected(url);
    const read = async (number: string, page: string): Promise<string> => {
      const asked = { query: { number }, page, followedBy: 2, hints: { customer: '7' } };
      return (await reads.read(anOrderRead(asked))).data.number;
    };
    expect([await read('1', 'one'), await read('2', 'one'), await read('3', 'two')]).toEqual(['1', '1', '2']);
    expect(heard).toEqual([{ customer: '7' }, 2, { customer: '7' }, { customer: '7' }, 2]);
  });

  it('knows connections, their sources and manifests', async () => {
    const { url } = await served();
    const { reads } = connected(url);
    expect(await reads.connectionIds()).toEqual([A_CONNECTION_ID]);
    expect((await reads.sourceOf(A_CONNECTION_ID)).adapter).toBe('fake-erp');
    expect(await reads.manifestOf(A_CONNECTION_ID)).toEqual(JSON.parse(JSON.stringify(anErpManifest())));
    expect(await outcomeOf(reads.sourceOf('unheard-of'))).toBe('not-found');
  });
});

describe('several gateways', () => {
  it('share connections out: one gateway asks the ERP, whoever reads', async () => {
    let calls = 0;
    const counting = ordersThat((async () => ((calls += 1), aReading(aSalesOrderDetailView()))) as never);
    const urls = [(await served(counting)).url, (await served(counting)).url];
    await connected(...urls).reads.read(anOrderRead());
    await connected(...urls.toReversed()).reads.read(anOrderRead());
    expect(calls).toBe(1);
  });

  it('stand in for one that is gone', async () => {
    const { url } = await served();
    const dead = await deadUrl();
    for (const urls of [
      [url, dead],
      [dead, url],
    ]) {
      expect(await connected(...urls).reads.read(anOrderRead())).toMatchObject({ source: { adapter: 'fake-erp' } });
    }
    expect(await outcomeOf(connected(dead).reads.read(anOrderRead()))).toBe('unavailable');
  });
});

describe('changes', () => {
  const ORDER_CHANGED = { kind: 'order', key: '100234', hard: false } as const;
  const translating: ServedParts = {
    connection: { events: { translate: ({ body }) => ({ id: body, changes: [ORDER_CHANGED] }) } },
  };
  const notice = { method: 'POST', headers: { a: 'b', absent: undefined }, query: {}, body: '1' };

  it('are handed to the gateway, and heard of by every process that listens', async () => {
    const { url } = await served(translating);
    const remotes = [connected(url), connected(url)];
    const heard: ConnectionChange[][] = remotes.map(() => []);
    remotes.forEach((remote, index) => remote.changes.changes.subscribe((change) => heard[index]?.push(change)));
    await until(() => remotes.every(({ connections }) => connections.health(A_CONNECTION_ID).since !== ''));
    const [remote] = remotes;
    await remote?.reads.read(anOrderRead());
    await until(() => remotes.every(({ connections }) => connections.health(A_CONNECTION_ID).state === 'up'));
    expect(await remote?.changes.receive(A_CONNECTION_ID, notice)).toEqual({
      accepted: true,
      duplicate: false,
      changes: 1,
    });
    expect((await remote?.reads.read(anOrderRead()))?.freshness.state).toBe('live');
    await until(() => heard.every((changes) => changes.length > 0));
    expect(heard.map(([first]) => first)).toEqual(
      Array(2).fill({ connectionId: A_CONNECTION_ID, change: ORDER_CHANGED }),
    );
  });

  it('that were missed count as changes of everything, once the gateway is back', async () => {
    const first = await served(translating);
    const { port } = new URL(first.url);
    const remote = connected(first.url);
    await until(() => remote.connections.health(A_CONNECTION_ID).since !== undefined);
    await remote.reads.read(anOrderRead());
    await until(() => remote.connections.health(A_CONNECTION_ID).state === 'up');
    const heard: ConnectionChange[] = [];
    remote.changes.changes.subscribe((change) => heard.push(change));
    await first.close();
    await until(() => remote.connections.health(A_CONNECTION_ID).state === 'unknown');
    await served({ ...translating, port: Number(port) });
    await until(() => heard.length > 0);
    expect(heard).toContainEqual({ connectionId: A_CONNECTION_ID, change: { kind: 'order', key: '*', hard: false } });
  });
});

describe('connections that another process holds', () => {
  it('are checked, tried and opened anew there', async () => {
    let closed = 0;
    const { url } = await served({ connection: { close: async () => void (closed += 1) } });
    const { connections, reads } = connected(url);
    await connections.check(aCandidate());
    expect(await outcomeOf(connections.check(aCandidate({ adapter: 'none' })))).toBe('unsupported');
    expect(await connections.probe(aCandidate())).toEqual([{ check: 'address', ok: true, detail: 'It answers.' }]);
    await reads.read(anOrderRead());
    const before = closed;
    await connections.reset(A_CONNECTION_ID);
    await until(() => closed > before);
  });

  it('are tried in vain where no gateway answers, which is a verdict and not an error', async () => {
    const { connections } = connected(await deadUrl());
    expect(await connections.probe(aCandidate())).toMatchObject([{ check: 'address', ok: false }]);
    expect(await outcomeOf(connections.reset(A_CONNECTION_ID))).toBe('unavailable');
  });

  it('are opened anew by a gateway that could not be told at the time, when it comes back', async () => {
    const gone = await served();
    const { port } = new URL(gone.url);
    const other = await served();
    await gone.close();
    await connected(gone.url, other.url).connections.reset(A_CONNECTION_ID);
    const back = await served({ port: Number(port) });
    const resets = jest.spyOn(back.gateway.connections, 'reset');
    await until(() => resets.mock.calls.length === 1);
    expect(resets).toHaveBeenCalledWith(A_CONNECTION_ID);
  });
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => (server.closeAllConnections(), server.close()) });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
