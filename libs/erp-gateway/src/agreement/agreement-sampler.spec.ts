import { ErpError, type ErpChange, type RawErpNotice } from '@headwater/erp-contracts';
import { A_CONNECTION_ID, aReading, aSalesOrderDetailView, fakeErpReaders } from '@headwater/erp-testing';
import { aGateway, anOrderRead, never, outcomeOf, type GatewayParts } from '../testing/a-gateway';

interface Erp {
  status: 'open' | 'shipped';
  code?: ErpError['code'];
  calls: number;
  hold?: Promise<void>;
}

/** A gateway that compares every kept answer with an ERP the spec changes. */
function aComparingGateway(parts: GatewayParts = {}) {
  const erp: Erp = { status: 'open', calls: 0 };
  const get = async () => {
    erp.calls += 1;
    await erp.hold;
    if (erp.code !== undefined) throw new ErpError(erp.code, 'No.');
    return aReading(aSalesOrderDetailView({ status: erp.status }));
  };
  const gateway = aGateway({
    ...parts,
    connection: { ...parts.connection, orders: { ...fakeErpReaders().orders, get } },
    options: { comparedShare: 1, ...parts.options },
  });
  const hit = async () => {
    await gateway.reads.read(anOrderRead());
    await gateway.reads.read(anOrderRead());
    await gateway.clock.advance(0);
  };
  const agreement = async () => (await gateway.connections.report(A_CONNECTION_ID, 60)).agreement;
  return { ...gateway, erp, hit, agreement };
}

const NOTICES = { translate: ({ body }: RawErpNotice) => JSON.parse(body) };
const CHANGED: ErpChange = { kind: 'order', key: '100234', hard: false };

function noticeOf(change: ErpChange): RawErpNotice {
  return { method: 'POST', headers: {}, query: {}, body: JSON.stringify({ id: change.key, changes: [change] }) };
}

describe('a kept answer that is compared', () => {
  it('agrees where the ERP says the same', async () => {
    const { hit, agreement, erp } = aComparingGateway();
    await hit();
    expect(erp.calls).toBe(2);
    expect(await agreement()).toMatchObject({ state: 'sampling', sampled: 1, agreed: 1, agreedShare: 1 });
  });

  it('differs, unreported, where the ERP changed and sends no notices', async () => {
    const { reads, clock, agreement, erp } = aComparingGateway();
    await reads.read(anOrderRead());
    erp.status = 'shipped';
    await reads.read(anOrderRead());
    await clock.advance(0);
    expect(await agreement()).toMatchObject({ agreed: 0, unreported: 1, agreedShare: 0 });
  });

  it('differs, reported, where the notice of the change comes soon after', async () => {
    const { reads, changes, clock, agreement, erp } = aComparingGateway({ connection: { events: NOTICES } });
    await reads.read(anOrderRead());
    erp.status = 'shipped';
    await reads.read(anOrderRead());
    await clock.advance(2_000);
    await changes.receive(A_CONNECTION_ID, noticeOf(CHANGED));
    await clock.advance(20_000);
    expect(await agreement()).toMatchObject({ reported: 1, unreported: 0 });
  });

  it('is not excused by the notice of something else', async () => {
    const { reads, changes, clock, agreement, erp } = aComparingGateway({ connection: { events: NOTICES } });
    await reads.read(anOrderRead());
    erp.status = 'shipped';
    await reads.read(anOrderRead());
    await clock.advance(0);
    await changes.receive(A_CONNECTION_ID, noticeOf({ kind: 'item', key: 'UNRELATED', hard: false }));
    await clock.advance(20_000);
    expect(await agreement()).toMatchObject({ reported: 0, unreported: 1 });
  });

  it('differs where the ERP no longer knows it', async () => {
    const { reads, clock, agreement, erp } = aComparingGateway();
    await reads.read(anOrderRead());
    erp.code = 'not-found';
    await reads.read(anOrderRead());
    await clock.advance(0);
    expect(await agreement()).toMatchObject({ unreported: 1 });
  });

  it('is not called compared where the ERP does not answer', async () => {
    const { reads, clock, agreement, erp } = aComparingGateway();
    await reads.read(anOrderRead());
    erp.code = 'unavailable';
    await reads.read(anOrderRead());
    await clock.advance(0);
    const figures = await agreement();
    expect(figures).toMatchObject({ notCompared: 1, agreed: 0, unreported: 0 });
    expect(figures).not.toHaveProperty('agreedShare');
  });

  it('costs its reader nothing, and is no read of anybody', async () => {
    const gateway = aComparingGateway();
    await gateway.reads.read(anOrderRead());
    gateway.erp.hold = never();
    expect((await gateway.reads.read(anOrderRead())).freshness.state).toBe('cached');
    const { reads } = await gateway.connections.report(A_CONNECTION_ID, 60);
    expect(reads).toMatchObject({ count: 2, hits: 1, bypassed: 0 });
  });
});

describe('comparing', () => {
  it('is off unless a share is set, and takes no more than its share', async () => {
    const off = aComparingGateway({ options: { comparedShare: 0 } });
    await off.hit();
    expect([off.erp.calls, (await off.agreement()).state]).toEqual([1, 'off']);
    const drawn = [0.004, 0.006];
    const some = aComparingGateway({ options: { comparedShare: 0.005, random: () => drawn.shift() ?? 0.9 } });
    await some.reads.read(anOrderRead());
    drawn.splice(0, drawn.length, 0.006, 0.004);
    for (let times = 0; times < 4; times += 1) await some.reads.read(anOrderRead());
    await some.clock.advance(0);
    expect((await some.agreement()).agreed).toBe(1);
  });

  it('is done one at a time for a connection', async () => {
    const gateway = aComparingGateway();
    await gateway.reads.read(anOrderRead());
    gateway.erp.hold = never();
    for (let times = 0; times < 5; times += 1) await gateway.reads.read(anOrderRead());
    await gateway.clock.advance(0);
    expect(gateway.erp.calls).toBe(2);
  });

  it('leaves half the places to people', async () => {
    const gateway = aComparingGateway({ manifest: { limits: { maxConcurrency: 2, timeoutMs: 2_000 } } });
    await gateway.reads.read(anOrderRead());
    gateway.erp.hold = never();
    void outcomeOf(gateway.reads.read(anOrderRead({ query: { number: 'slow' } })));
    await gateway.clock.advance(0);
    await gateway.reads.read(anOrderRead());
    await gateway.clock.advance(0);
    expect(gateway.erp.calls).toBe(2);
  });

  it('rests for a while after the ERP asked for a pause', async () => {
    const gateway = aComparingGateway();
    await gateway.reads.read(anOrderRead());
    gateway.erp.code = 'rate-limited';
    const refused = outcomeOf(gateway.reads.read(anOrderRead({ query: { number: '2' } })));
    await gateway.clock.advance(2_000);
    expect(await refused).toBe('rate-limited');
    delete gateway.erp.code;
    await gateway.clock.advance(2_000);
    // Good answers until the connection counts as up again.
    for (let number = 10; number < 40; number += 1) {
      await gateway.reads.read(anOrderRead({ query: { number: String(number) } }));
    }
    const before = gateway.erp.calls;
    await gateway.hit();
    expect([gateway.erp.calls - before, (await gateway.agreement()).state]).toEqual([0, 'resting']);
    await gateway.clock.advance(10 * 60_000);
    expect((await gateway.agreement()).state).toBe('sampling');
  });

  it('leaves an ERP in trouble alone', async () => {
    const gateway = aComparingGateway();
    await gateway.reads.read(anOrderRead());
    gateway.erp.code = 'unavailable';
    expect(await outcomeOf(gateway.reads.read(anOrderRead({ query: { number: '2' } })))).toBe('unavailable');
    delete gateway.erp.code;
    const before = gateway.erp.calls;
    await gateway.reads.read(anOrderRead());
    await gateway.clock.advance(0);
    expect([gateway.erp.calls - before, (await gateway.agreement()).state]).toEqual([0, 'resting']);
  });

  it('leaves no timer behind when the gateway closes', async () => {
    const gateway = aComparingGateway({ connection: { events: NOTICES } });
    await gateway.reads.read(anOrderRead());
    gateway.erp.status = 'shipped';
    await gateway.reads.read(anOrderRead());
    await gateway.clock.advance(0);
    expect(gateway.clock.pending).toBe(1);
    await gateway.close();
    expect(gateway.clock.pending).toBe(0);
  });
});
