import { ErpError, type ErpAdapter, type ErpCall, type ErpConnection, type OrderKey } from '@headwater/erp-contracts';
import {
  A_CONNECTION_ID,
  anErpManifest,
  aReading,
  aSalesOrderDetailView,
  fakeErpConnection,
  fakeErpReaders,
} from '@headwater/erp-testing';
import { aCandidate, aGateway, anOrderRead, never, outcomeOf, type GatewayUnderTest } from '../testing/a-gateway';
import { settled } from '../testing/manual-clock';

/** An adapter that hands out numbered connections and notes which were closed. */
function aNumberingAdapter(build: (number: number) => Partial<ErpConnection> = () => ({})): ErpAdapter & {
  readonly closed: number[];
  opened: number;
} {
  const closed: number[] = [];
  const adapter = {
    manifest: anErpManifest(),
    closed,
    opened: 0,
    connect: () => {
      const number = (adapter.opened += 1);
      return fakeErpConnection({
        company: String(number),
        ...fakeErpReaders(),
        orders: {
          ...fakeErpReaders().orders,
          get: async () => aReading(aSalesOrderDetailView(), { company: String(number) }),
        },
        close: async () => void closed.push(number),
        ...build(number),
      });
    },
  };
  return adapter;
}

const fresh = anOrderRead({ fresh: true });

describe('a connection', () => {
  it('is opened once, at its first read, however many come together', async () => {
    const adapter = aNumberingAdapter();
    const { reads } = aGateway({ options: { adapters: [adapter] } });
    expect(adapter.opened).toBe(0);
    await Promise.all(['1', '2', '3'].map((number) => reads.read(anOrderRead({ query: { number } }))));
    expect(adapter.opened).toBe(1);
  });

  it('that is unknown, or of an unknown kind, is said to be so, and is found once it exists', async () => {
    const { reads, configured } = aGateway();
    configured.delete(A_CONNECTION_ID);
    expect(await outcomeOf(reads.read(anOrderRead()))).toBe('not-found');
    configured.set(A_CONNECTION_ID, aCandidate({ adapter: 'unheard-of' }));
    expect(await outcomeOf(reads.read(anOrderRead()))).toBe('unsupported');
    configured.set(A_CONNECTION_ID, aCandidate());
    expect((await reads.sourceOf(A_CONNECTION_ID)).adapter).toBe('fake-erp');
    expect((await reads.manifestOf(A_CONNECTION_ID)).name).toBe('Fake ERP');
  });

  it('that was reset is closed and opened anew, and nothing of it is left in the cache', async () => {
    const adapter = aNumberingAdapter();
    const { reads, connections, kept, clock } = aGateway({ options: { adapters: [adapter] } });
    expect((await reads.read(anOrderRead())).source.company).toBe('1');
    await clock.advance(1_000);
    await connections.reset(A_CONNECTION_ID);
    expect(kept().entries).toBe(0);
    expect(await reads.read(anOrderRead())).toMatchObject({ source: { company: '2' }, freshness: { state: 'live' } });
    expect(adapter.closed).toEqual([1]);
  });

  it('that was reset lets its running calls end before it closes', async () => {
    const answer = Promise.withResolvers<void>();
    const get = async () => (await answer.promise, aReading(aSalesOrderDetailView()));
    const adapter = aNumberingAdapter(() => ({ orders: { ...fakeErpReaders().orders, get } }));
    const { reads, connections } = aGateway({ options: { adapters: [adapter] } });
    const running = reads.read(anOrderRead());
    await settled();
    await connections.reset(A_CONNECTION_ID);
    await settled();
    expect(adapter.closed).toEqual([]);
    answer.resolve();
    await running;
    await settled();
    expect(adapter.closed).toEqual([1]);
  });

  it('that was reset while it was being opened is opened again for the next reader', async () => {
    const adapter = aNumberingAdapter();
    const found = Promise.withResolvers<void>();
    const find = async () => (await found.promise, aCandidate());
    const { reads, connections } = aGateway({
      options: { adapters: [adapter], connections: { find, enabledIds: async () => [] } },
    });
    const early = reads.sourceOf(A_CONNECTION_ID);
    await connections.reset(A_CONNECTION_ID);
    const late = reads.sourceOf(A_CONNECTION_ID);
    found.resolve();
    expect([(await early).company, (await late).company]).toEqual(['1', '2']);
    await settled();
    expect(adapter.closed).toEqual([1]);
  });

  it('that does not close cleanly is reported, and harms nobody', async () => {
    const closeFailed = jest.fn();
    const adapter = aNumberingAdapter(() => ({ close: () => Promise.reject(new Error('stuck')) }));
    const { reads, connections } = aGateway({ options: { adapters: [adapter], observer: { closeFailed } } });
    await reads.read(anOrderRead());
    await connections.reset(A_CONNECTION_ID);
    await settled();
    expect(closeFailed).toHaveBeenCalledWith(A_CONNECTION_ID, expect.any(Error));
  });

  it('bears no more calls at a time than its manifest says; the rest wait for a place', async () => {
    const running = new Set<AbortSignal>();
    let most = 0;
    const get = (_query: unknown, { signal }: ErpCall): Promise<never> => {
      running.add(signal);
      most = Math.max(most, [...running].filter(({ aborted }) => !aborted).length);
      return never();
    };
    const { reads, clock } = aGateway({ connection: { orders: { ...fakeErpReaders().orders, get } } });
    const numbers = Array.from({ length: 10 }, (_, index) => String(index));
    const codes = Promise.all(numbers.map((number) => outcomeOf(reads.read(anOrderRead({ query: { number } })))));
    await clock.advance(1_999);
    expect(running.size).toBe(4);
    await clock.advance(1);
    expect(new Set((await codes).slice(0, 4))).toEqual(new Set(['timeout']));
    for (const code of (await codes).slice(4)) expect(['timeout', 'unavailable']).toContain(code);
    expect(running.size).toBe(4);
    expect(most).toBe(4);
  });

  it('gives a place in the queue up with the last reader who waits for it', async () => {
    const asked: string[] = [];
    const get = ({ number }: OrderKey): Promise<never> => (asked.push(number), never());
    const manifest = { limits: { maxConcurrency: 1, timeoutMs: 2_000 } };
    const { reads, clock } = aGateway({ manifest, connection: { orders: { ...fakeErpReaders().orders, get } } });
    const leaver = new AbortController();
    const all = [
      outcomeOf(reads.read(anOrderRead({ query: { number: '1' } }))),
      outcomeOf(reads.read(anOrderRead({ query: { number: '2' }, signal: leaver.signal }))),
    ];
    await settled();
    leaver.abort();
    await clock.advance(4_000);
    await Promise.all(all);
    expect(asked).toEqual(['1']);
  });
});

describe('the gateway that is closed', () => {
  it('closes every connection, ends running calls and refuses new ones', async () => {
    const adapter = aNumberingAdapter(() => ({ orders: { ...fakeErpReaders().orders, get: never } }));
    const { reads, close, clock } = aGateway({ options: { adapters: [adapter] } });
    const running = outcomeOf(reads.read(anOrderRead()));
    await settled();
    const closed = close();
    await clock.advance(5_000);
    await closed;
    expect(await running).toBe('timeout');
    expect(adapter.closed).toEqual([1]);
    expect(await outcomeOf(reads.read(anOrderRead()))).toBe('unavailable');
    expect(clock.pending).toBe(0);
  });
});

describe('a probe', () => {
  it('asks a connection of its own and closes it', async () => {
    const adapter = aNumberingAdapter();
    const { connections } = aGateway({ options: { adapters: [adapter] } });
    expect(await connections.probe(aCandidate())).toEqual([{ check: 'address', ok: true, detail: 'It answers.' }]);
    expect(adapter.closed).toEqual([1]);
    expect(connections.health(A_CONNECTION_ID).state).toBe('unknown');
  });

  it.each<[string, Partial<ErpConnection>]>([
    ['fails', { probe: () => Promise.reject(new ErpError('unavailable', 'Nobody there.')) }],
    ['hangs', { probe: never }],
  ])('that %s is a verdict, not an error', async (_how, connection) => {
    const { connections, clock } = aGateway({ connection });
    const verdicts = connections.probe(aCandidate());
    await clock.advance(20_000);
    expect(await verdicts).toMatchObject([{ check: 'address', ok: false }]);
    expect(clock.pending).toBe(0);
  });

  it('of an unknown kind of ERP is a verdict, too', async () => {
    expect(await aGateway().connections.probe(aCandidate({ adapter: 'none' }))).toMatchObject([{ ok: false }]);
  });
});

describe('a check of settings', () => {
  it('opens and closes the adapter’s connection without a call', async () => {
    const adapter = aNumberingAdapter(() => ({ probe: never }));
    await aGateway({ options: { adapters: [adapter] } }).connections.check(aCandidate());
    expect(adapter.closed).toEqual([1]);
  });

  it('fails as the adapter says, or for want of one', async () => {
    const adapter = aNumberingAdapter(() => {
      throw new ErpError('invalid-request', 'The address is not allowed.');
    });
    const { connections } = aGateway({ options: { adapters: [adapter] } });
    expect(await outcomeOf(connections.check(aCandidate()))).toBe('invalid-request');
    expect(await outcomeOf(connections.check(aCandidate({ adapter: 'none' })))).toBe('unsupported');
  });
});

describe('health', () => {
  async function readsThat(outcomes: readonly string[]): Promise<GatewayUnderTest> {
    let next = 0;
    const get = async () => {
      const outcome = outcomes[(next += 1) - 1] ?? 'ok';
      if (outcome !== 'ok') throw new ErpError(outcome as 'timeout', 'As the test says.');
      return aReading(aSalesOrderDetailView());
    };
    const gateway = aGateway({ connection: { orders: { ...fakeErpReaders().orders, get } } });
    while (next < outcomes.length) {
      await outcomeOf(gateway.reads.read(fresh));
      await gateway.clock.advance(1_000);
    }
    return gateway;
  }

  it.each([
    ['unknown', []],
    ['up', ['ok']],
    ['up', ['not-found']],
    ['degraded', ['ok', 'unavailable']],
    ['down', ['unavailable', 'timeout', 'unavailable']],
    ['credentials', ['ok', 'unauthorized']],
    ['up', ['unauthorized', 'ok']],
    ['up', ['unavailable', 'unavailable', 'unavailable', 'ok']],
    ['degraded', ['ok', 'unavailable', 'ok']],
  ])('is %s after %j', async (state, outcomes) => {
    const { connections } = await readsThat(outcomes);
    expect(connections.health(A_CONNECTION_ID).state).toBe(state);
  });

  it('tells since when, what was last good and last wrong, and counts calls, hits and joined reads', async () => {
    const { connections, reads } = await readsThat(['ok', 'unavailable', 'unavailable', 'unavailable']);
    await Promise.all([reads.read(anOrderRead()), reads.read(anOrderRead())]);
    await Promise.all([
      reads.read(anOrderRead({ query: { number: '2' } })),
      reads.read(anOrderRead({ query: { number: '2' } })),
    ]);
    expect(connections.health(A_CONNECTION_ID)).toEqual({
      connectionId: A_CONNECTION_ID,
      state: 'up',
      since: '2026-11-23T09:14:06.120Z',
      lastGoodAt: '2026-11-23T09:14:06.120Z',
      lastError: { code: 'unavailable', at: '2026-11-23T09:14:05.120Z' },
      calls: 5,
      failures: 3,
      cacheHits: 2,
      coalesced: 1,
      latencyMs: { p50: expect.any(Number), p95: expect.any(Number) },
    });
  });
});
