import { type ConnectionChange, type ErpChangeSweep, ErpError, type ErpSubscriptions } from '@headwater/erp-contracts';
import { A_CONNECTION_ID } from '@headwater/erp-testing';
import { aGateway, anOrderRead, type GatewayUnderTest } from '../testing/a-gateway';
import type { FailedWatch } from './observer';

const EVERY_MS = 5_000;
const ORDER_CHANGED = { kind: 'order', key: '100234', hard: false } as const;

/** An ERP whose changes are swept up: a numbered log, read from a position on. */
function aSweptErp() {
  const log: (typeof ORDER_CHANGED)[] = [];
  const asked: (string | undefined)[] = [];
  const erp = { failing: false, log, asked };
  const sweep: ErpChangeSweep = {
    everyMs: EVERY_MS,
    since: async (position) => {
      asked.push(position);
      if (erp.failing) throw new ErpError('unavailable', 'It is down.');
      return { changes: position === undefined ? [] : log.slice(Number(position)), position: String(log.length) };
    },
  };
  return { ...erp, erp, sweep };
}

async function opened(gateway: GatewayUnderTest): Promise<ConnectionChange[]> {
  const heard: ConnectionChange[] = [];
  gateway.changes.changes.subscribe((change) => heard.push(change));
  await gateway.reads.read(anOrderRead());
  await gateway.clock.advance(0);
  return heard;
}

describe('an ERP without notices', () => {
  it('is asked for its present when opened, and for what changed since in turns', async () => {
    const { sweep, log, asked } = aSweptErp();
    const gateway = aGateway({ connection: { sweep } });
    const heard = await opened(gateway);
    expect(asked).toEqual([undefined]);
    log.push(ORDER_CHANGED);
    await gateway.clock.advance(EVERY_MS);
    expect(asked).toEqual([undefined, '0']);
    expect(heard).toEqual([{ connectionId: A_CONNECTION_ID, change: ORDER_CHANGED }]);
    await gateway.clock.advance(EVERY_MS);
    expect(asked.at(-1)).toBe('1');
    expect(heard).toHaveLength(1);
    await gateway.close();
  });

  it('has its changed values read anew', async () => {
    const { sweep, log } = aSweptErp();
    const gateway = aGateway({ connection: { sweep } });
    await opened(gateway);
    expect((await gateway.reads.read(anOrderRead())).freshness.state).toBe('cached');
    log.push(ORDER_CHANGED);
    await gateway.clock.advance(EVERY_MS);
    expect((await gateway.reads.read(anOrderRead())).freshness.state).toBe('live');
    await gateway.close();
  });

  it('loses no change while it is down', async () => {
    const failures: FailedWatch[] = [];
    const { sweep, erp, log, asked } = aSweptErp();
    const gateway = aGateway({
      connection: { sweep },
      options: { observer: { watchFailed: (failure) => failures.push(failure) } },
    });
    const heard = await opened(gateway);
    erp.failing = true;
    log.push(ORDER_CHANGED);
    await gateway.clock.advance(EVERY_MS * 2);
    expect(failures).toEqual(Array(2).fill({ connectionId: A_CONNECTION_ID, what: 'sweep', code: 'unavailable' }));
    erp.failing = false;
    await gateway.clock.advance(EVERY_MS);
    expect(asked.slice(-3)).toEqual(['0', '0', '0']);
    expect(heard).toHaveLength(1);
    await gateway.close();
  });

  it('is not asked once its connection is given up', async () => {
    const { sweep, asked } = aSweptErp();
    const gateway = aGateway({ connection: { sweep } });
    await opened(gateway);
    await gateway.connections.reset(A_CONNECTION_ID);
    await gateway.clock.advance(EVERY_MS * 3);
    expect(asked).toHaveLength(1);
    await gateway.close();
    expect(gateway.clock.pending).toBe(0);
  });
});

describe('an ERP that notifies subscribers', () => {
  const DAYS_3 = 3 * 24 * 3_600_000;

  function aSubscribedErp() {
    const urls: string[] = [];
    const erp = { failing: false, urls };
    const subscriptions = (now: () => number): ErpSubscriptions => ({
      ensure: async (url) => {
        urls.push(url);
        if (erp.failing) throw new ErpError('forbidden', 'Not allowed.');
        return { validUntil: new Date(now() + DAYS_3).toISOString() };
      },
    });
    return { erp, urls, subscriptions };
  }

  it('is subscribed to when opened, and again long before it forgets', async () => {
    const { urls, subscriptions } = aSubscribedErp();
    const clock: { now: () => number } = { now: () => 0 };
    const gateway = aGateway({
      connection: { subscriptions: subscriptions(() => clock.now()) },
      options: { notificationUrl: (id) => `https://crm.example/api/erp/events/${id}` },
    });
    clock.now = () => gateway.clock.now();
    await opened(gateway);
    expect(urls).toEqual([`https://crm.example/api/erp/events/${A_CONNECTION_ID}`]);
    await gateway.clock.advance(DAYS_3 - 1);
    expect(urls.length).toBeGreaterThan(1);
    await gateway.close();
  });

  it('is asked again soon after a refusal', async () => {
    const { erp, urls, subscriptions } = aSubscribedErp();
    erp.failing = true;
    const gateway = aGateway({
      connection: { subscriptions: subscriptions(() => 0) },
      options: { notificationUrl: (id) => `https://crm.example/${id}` },
    });
    await opened(gateway);
    await gateway.clock.advance(60_000);
    expect(urls).toHaveLength(2);
    await gateway.close();
  });

  it('is left alone where it cannot reach this deployment', async () => {
    const { urls, subscriptions } = aSubscribedErp();
    const gateway = aGateway({ connection: { subscriptions: subscriptions(() => 0) } });
    await opened(gateway);
    expect(urls).toEqual([]);
    await gateway.close();
  });
});
