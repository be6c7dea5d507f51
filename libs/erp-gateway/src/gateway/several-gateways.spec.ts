import type { ConnectionChange, ErpAdapter, ErpChange, RawErpNotice } from '@headwater/erp-contracts';
import {
  A_CONNECTION_ID,
  anErpManifest,
  aReading,
  aSalesOrderDetailView,
  fakeErpAdapter,
  fakeErpConnection,
  fakeErpReaders,
} from '@headwater/erp-testing';
import { systemClock } from '@headwater/kernel';
import { randomUUID } from 'node:crypto';
import { SharedGatewayState } from '../shared/shared-gateway-state';
import { aCandidate, aGateway, anOrderRead, type GatewayUnderTest } from '../testing/a-gateway';
import { someRedis, until, type RedisUnderTest } from '../testing/redis-server';
import { systemTimers } from '../timers';

const ORDER_CHANGED: ErpChange = { kind: 'order', key: '100234', hard: false };
const NOTICE: RawErpNotice = { method: 'POST', headers: {}, query: {}, body: '' };

interface Replica {
  readonly gateway: GatewayUnderTest;
  readonly heard: ConnectionChange[];
  readonly calls: () => number;
  /** The settings of each connection that was opened, in order. */
  readonly opened: unknown[];
  readonly shared: SharedGatewayState;
}

jest.setTimeout(60_000);

let redis: RedisUnderTest;
let secretKey: string;
let replicas: Replica[];

beforeAll(async () => {
  redis = await someRedis();
});

afterAll(() => redis.stop());

beforeEach(() => {
  secretKey = randomUUID();
  replicas = [];
});

afterEach(async () => {
  await Promise.all(replicas.map(({ gateway }) => gateway.close()));
});

/** One replica of a deployment: its own gateway, over its own connection to the same ERP. */
async function start(): Promise<Replica> {
  const shared = new SharedGatewayState({
    ...{ url: redis.url, secretKey, observer: {}, patienceMs: 5_000 },
    ...{ clock: systemClock, timers: systemTimers },
  });
  let calls = 0;
  const get = async () => {
    calls += 1;
    return aReading(aSalesOrderDetailView());
  };
  const orders = { ...fakeErpReaders().orders, get };
  const events = { translate: () => ({ id: randomUUID(), changes: [ORDER_CHANGED] }) };
  const opened: unknown[] = [];
  const adapter: ErpAdapter = {
    ...fakeErpAdapter(fakeErpConnection({ orders, events }), anErpManifest()),
    connect: ({ settings }) => {
      opened.push(settings);
      return fakeErpConnection({ orders, events });
    },
  };
  const gateway = aGateway({ options: { shared, adapters: [adapter], clock: systemClock, timers: systemTimers } });
  const heard: ConnectionChange[] = [];
  gateway.changes.changes.subscribe((change) => heard.push(change));
  const replica = { gateway, heard, calls: () => calls, opened, shared };
  replicas.push(replica);
  await until(() => shared.view().state === 'following');
  return replica;
}

async function entriesOf({ shared }: Replica): Promise<readonly string[]> {
  return (await shared.link.command('KEYS', [`${shared.names.prefix}:entry:*`], 5_000)) as readonly string[];
}

describe('several gateways with one Redis', () => {
  it('an answer fetched by one is cached for the other', async () => {
    const [one, other] = [await start(), await start()];
    await one.gateway.reads.read(anOrderRead());
    await until(async () => (await entriesOf(one)).length === 1);
    const answer = await other.gateway.reads.read(anOrderRead());
    expect(answer).toMatchObject({ data: aSalesOrderDetailView(), freshness: { state: 'cached' } });
    expect([one.calls(), other.calls()]).toEqual([1, 0]);
  });

  it('a notice to one is announced by both, after the invalidation', async () => {
    const [one, other] = [await start(), await start()];
    await other.gateway.reads.read(anOrderRead());
    await one.gateway.changes.receive(A_CONNECTION_ID, NOTICE);
    await until(() => other.heard.length > 0);
    expect(other.heard[0]).toEqual({ connectionId: A_CONNECTION_ID, change: ORDER_CHANGED });
    expect((await other.gateway.reads.read(anOrderRead())).freshness.state).toBe('live');
    expect(one.heard).toHaveLength(1);
  });

  it('settings that one was told of are those of the other from then on', async () => {
    const [one, other] = [await start(), await start()];
    await other.gateway.reads.read(anOrderRead());
    other.gateway.configured.set(A_CONNECTION_ID, aCandidate({ settings: { company: '2' } }));
    one.gateway.configured.set(A_CONNECTION_ID, aCandidate({ settings: { company: '2' } }));
    await one.gateway.connections.reset(A_CONNECTION_ID);
    await until(async () => {
      await other.gateway.reads.read(anOrderRead());
      return other.opened.length === 2;
    });
    expect(other.opened).toEqual([{}, { company: '2' }]);
  });
});
