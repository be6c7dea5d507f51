import { ErpError, type ErpErrorCode } from '@headwater/erp-contracts';
import { anErpUnderLoad, readOf, type ErpUnderLoad } from '../testing/an-erp-under-load';
import { outcomeOf } from '../testing/a-gateway';

const LIMITS = { maxConcurrency: 6, timeoutMs: 20_000 };

async function outcomeOfFailing(failures: readonly ErpError[], deadlineMs = 3_000) {
  const erp = anErpUnderLoad({ manifest: { limits: LIMITS } });
  erp.latencyMs = 10;
  erp.mood = () => failures[erp.calls.length] ?? 'answers';
  const outcome = outcomeOf(erp.gateway.reads.read(readOf('orders.get', '1', deadlineMs)));
  await erp.gateway.clock.advance(deadlineMs);
  return { outcome: await outcome, calls: erp.calls.length };
}

function failure(code: ErpErrorCode, options: ConstructorParameters<typeof ErpError>[2] = {}): ErpError {
  return new ErpError(code, 'As the test says.', options);
}

describe('a read that fails', () => {
  it.each(['unavailable', 'timeout', 'rate-limited'] as const)('with %s is asked once more', async (code) => {
    const { outcome, calls } = await outcomeOfFailing([failure(code)]);
    expect(outcome).toMatchObject({ freshness: { state: 'live' } });
    expect(calls).toBe(2);
  });

  it.each(['invalid-request', 'forbidden', 'not-found', 'unauthorized', 'bad-response', 'conflict'] as const)(
    'with %s is not',
    async (code) => {
      expect(await outcomeOfFailing([failure(code)])).toEqual({ outcome: code, calls: 1 });
    },
  );

  it('goes by what the adapter knows better', async () => {
    expect((await outcomeOfFailing([failure('unavailable', { transient: false })])).calls).toBe(1);
    expect((await outcomeOfFailing([failure('bad-response', { transient: true })])).calls).toBe(2);
  });

  it('is asked no more often than the budget allows, and answers with its own failure', async () => {
    const down = failure('unavailable');
    expect(await outcomeOfFailing([down, down, down, down])).toEqual({ outcome: 'unavailable', calls: 2 });
  });
});

describe('a slow read', () => {
  /** An ERP whose twentieth call hangs, after enough quick ones to know what is slow. */
  async function slowCall(hedged: boolean): Promise<{ erp: ErpUnderLoad; outcome: Promise<unknown> }> {
    const limits = { ...LIMITS, ...(hedged ? { hedged: ['orders'] as const } : {}) };
    const erp = anErpUnderLoad({ manifest: { limits } });
    erp.latencyMs = 50;
    await erp.demand({ perSecond: 10, forMs: 3_000, operations: ['orders.get'] });
    erp.calls.length = 0;
    erp.mood = () => (erp.calls.length === 0 ? 'hangs' : 'answers');
    const outcome = outcomeOf(erp.gateway.reads.read(readOf('orders.get', 'slow', 3_000)));
    return { erp, outcome };
  }

  it('is asked a second time beside the first, where the manifest allows it, and the first is let go', async () => {
    const { erp, outcome } = await slowCall(true);
    await erp.gateway.clock.advance(49);
    expect(erp.calls).toHaveLength(1);
    await erp.gateway.clock.advance(60);
    expect(await outcome).toMatchObject({ freshness: { state: 'live' } });
    expect([erp.calls.length, erp.inFlight]).toEqual([2, 0]);
    expect(erp.repeated).toEqual([expect.objectContaining({ why: 'hedge', attempt: 2 })]);
    await erp.close();
    expect(erp.gateway.clock.pending).toBe(0);
  });

  it('is waited for where it does not', async () => {
    const { erp, outcome } = await slowCall(false);
    await erp.gateway.clock.advance(3_000);
    expect(await outcome).toBe('timeout');
    expect(erp.calls).toHaveLength(1);
    await erp.close();
  });
});
