import { type ErpCall, type ErpChangeSweep } from '@headwater/erp-contracts';
import { anErpUnderLoad } from '../testing/an-erp-under-load';

describe('people', () => {
  it('are served before a sweep that came earlier, and the sweep after them', async () => {
    const order: string[] = [];
    const sweep: ErpChangeSweep = {
      everyMs: 1_000,
      since: async () => {
        order.push('sweep');
        return { changes: [], position: '1' };
      },
    };
    const erp = anErpUnderLoad({
      manifest: { limits: { maxConcurrency: 1, timeoutMs: 20_000 } },
      connection: { sweep },
    });
    erp.mood = (operation) => {
      order.push(operation);
      return 'answers';
    };
    erp.latencyMs = 1_100;
    // The first read opens the connection, whose sweep finds the only place taken.
    const reads = erp.demand({ perSecond: 5, forMs: 1_000, operations: ['orders.get'], deadlineMs: 15_000 });
    expect((await reads).map(({ outcome }) => outcome)).toEqual(Array.from({ length: 5 }, () => 'live'));
    expect(order.slice(0, 6)).toEqual([...Array.from({ length: 5 }, () => 'orders.get'), 'sweep']);
    await erp.close();
  });
});

describe('a reader who cannot be served in time', () => {
  it('hears so at once where the line is too long already, and the ERP is not asked for nothing', async () => {
    const erp = anErpUnderLoad({ manifest: { limits: { maxConcurrency: 2, timeoutMs: 20_000 } } });
    erp.latencyMs = 200;
    const reads = await erp.demand({ perSecond: 50, forMs: 10_000, deadlineMs: 2_000, operations: ['orders.get'] });
    const live = reads.filter(({ outcome }) => outcome === 'live');
    // Two places of 200 ms serve ten reads a second; five times as many are asked for.
    expect(live.length).toBeGreaterThan(90);
    expect(erp.calls.length).toBeLessThan(live.length + 10);
    expect(erp.spared.length).toBeGreaterThan(300);
    expect(new Set(erp.spared.map(({ by }) => by))).toEqual(new Set(['queue']));
    await erp.close();
    expect(erp.gateway.clock.pending).toBe(0);
  });
});

describe('a call', () => {
  it('is given no place to itself where the ERP counts reads', async () => {
    const seen: (keyof ErpCall)[][] = [];
    const erp = anErpUnderLoad({
      connection: {
        sweep: {
          everyMs: 1_000,
          since: async (_position, call) => {
            seen.push(Object.keys(call) as (keyof ErpCall)[]);
            return { changes: [], position: '1' };
          },
        },
      },
    });
    await erp.demand({ perSecond: 1, forMs: 1_000 });
    expect(seen[0]).toEqual(['signal']);
    await erp.close();
  });
});
