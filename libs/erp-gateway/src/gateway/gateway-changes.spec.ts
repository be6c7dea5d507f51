import { ErpError, type ConnectionChange, type ErpChange, type RawErpNotice } from '@headwater/erp-contracts';
import { A_CONNECTION_ID, aPageOf, aReading, fakeErpReaders } from '@headwater/erp-testing';
import {
  aGateway,
  anOrderRead,
  aRead,
  outcomeOf,
  type GatewayParts,
  type GatewayUnderTest,
} from '../testing/a-gateway';

function aNotice(body: string): RawErpNotice {
  return { method: 'POST', headers: {}, query: {}, body };
}

const ORDER_CHANGED: ErpChange = { kind: 'order', key: '100234', customer: '1001', hard: false };

/** An ERP whose notices are `{ id, changes }`, and whose senders must know the word. */
function aNotifyingGateway(parts: GatewayParts = {}): GatewayUnderTest & { heard: ConnectionChange[] } {
  const events = {
    translate: ({ body }: RawErpNotice) => {
      if (body === 'forged') throw new ErpError('unauthorized', 'The signature is wrong.');
      return JSON.parse(body) as { id: string; changes: ErpChange[] };
    },
  };
  const orders = { ...fakeErpReaders().orders, list: async () => aReading(aPageOf<never>()) };
  const gateway = aGateway({ ...parts, connection: { events, orders } });
  const heard: ConnectionChange[] = [];
  gateway.changes.changes.subscribe((change) => heard.push(change));
  return { ...gateway, heard };
}

const ORDER_NOTICE = aNotice(JSON.stringify({ id: 'n-1', changes: [ORDER_CHANGED] }));
const ORDERS_OF_1001 = aRead({ operation: 'orders.list', query: { customer: '1001', limit: 10 } });
const ORDERS_OF_2002 = aRead({ operation: 'orders.list', query: { customer: '2002', limit: 10 } });

async function stateOf(gateway: GatewayUnderTest, read: typeof ORDERS_OF_1001): Promise<string> {
  return (await gateway.reads.read(read)).freshness.state;
}

describe('a change notice', () => {
  it('invalidates what it names, for every principal, and tells whoever listens', async () => {
    const gateway = aNotifyingGateway();
    for (const principal of ['ann', 'bob']) {
      await gateway.reads.read({ ...ORDERS_OF_1001, scope: { principal } });
      await gateway.reads.read({ ...ORDERS_OF_2002, scope: { principal } });
    }
    const receipt = await gateway.changes.receive(A_CONNECTION_ID, ORDER_NOTICE);
    expect(receipt).toEqual({ accepted: true, duplicate: false, changes: 1 });
    expect(gateway.heard).toEqual([{ connectionId: A_CONNECTION_ID, change: ORDER_CHANGED }]);
    for (const principal of ['ann', 'bob']) {
      expect(await stateOf(gateway, { ...ORDERS_OF_1001, scope: { principal } })).toBe('live');
      expect(await stateOf(gateway, { ...ORDERS_OF_2002, scope: { principal } })).toBe('cached');
    }
  });

  it('that is doubled invalidates again and is announced once', async () => {
    const gateway = aNotifyingGateway();
    await gateway.changes.receive(A_CONNECTION_ID, ORDER_NOTICE);
    await gateway.reads.read(anOrderRead());
    const receipt = await gateway.changes.receive(A_CONNECTION_ID, ORDER_NOTICE);
    expect(receipt).toEqual({ accepted: true, duplicate: true, changes: 1 });
    expect(gateway.heard).toHaveLength(1);
    expect((await gateway.reads.read(anOrderRead())).freshness.state).toBe('live');
  });

  it('with the id of a notice from another connection is no double', async () => {
    const gateway = aNotifyingGateway();
    gateway.configured.set('other', { connectionId: 'other', adapter: 'fake-erp', settings: {} });
    await gateway.changes.receive('other', ORDER_NOTICE);
    expect(await gateway.changes.receive(A_CONNECTION_ID, ORDER_NOTICE)).toMatchObject({ duplicate: false });
  });

  it('invalidates and is announced once more after the time the ERP takes to settle', async () => {
    const gateway = aNotifyingGateway({ candidate: { settleMs: 2_000 } });
    await gateway.changes.receive(A_CONNECTION_ID, ORDER_NOTICE);
    await gateway.reads.read(anOrderRead());
    await gateway.clock.advance(1_999);
    expect((await gateway.reads.read(anOrderRead())).freshness.state).toBe('cached');
    await gateway.clock.advance(1);
    expect(gateway.heard).toHaveLength(2);
    expect((await gateway.reads.read(anOrderRead())).freshness.state).toBe('live');
  });

  it('that is forged changes nothing', async () => {
    const gateway = aNotifyingGateway();
    await gateway.reads.read(anOrderRead());
    expect(await outcomeOf(gateway.changes.receive(A_CONNECTION_ID, aNotice('forged')))).toBe('unauthorized');
    expect((await gateway.reads.read(anOrderRead())).freshness.state).toBe('cached');
    expect(gateway.heard).toEqual([]);
  });

  it('about nothing Headwater reads is accepted without effect', async () => {
    const gateway = aNotifyingGateway();
    const notice = aNotice(JSON.stringify({ id: 'n-2', changes: [] }));
    expect(await gateway.changes.receive(A_CONNECTION_ID, notice)).toEqual({
      accepted: true,
      duplicate: false,
      changes: 0,
    });
  });

  it('to an ERP without notices, or to no connection at all, is refused', async () => {
    const { changes } = aGateway();
    expect(await outcomeOf(changes.receive(A_CONNECTION_ID, ORDER_NOTICE))).toBe('unsupported');
    expect(await outcomeOf(changes.receive('nowhere', ORDER_NOTICE))).toBe('not-found');
  });

  it('leaves nothing behind when the gateway closes', async () => {
    const gateway = aNotifyingGateway({ candidate: { settleMs: 2_000 } });
    await gateway.changes.receive(A_CONNECTION_ID, ORDER_NOTICE);
    await gateway.close();
    expect(gateway.clock.pending).toBe(0);
  });
});
