import { type ErpAnswer, ErpError } from '@headwater/erp-contracts';
import { A_CONNECTION_ID } from '@headwater/erp-testing';
import fc from 'fast-check';
import { outcomeOf } from '../testing/a-gateway';
import { aSharingErp, CREDIT, INVOICES, ORDER } from '../testing/a-sharing-erp';
import { settled } from '../testing/manual-clock';

const orderSays = (answer: unknown): string => (answer as ErpAnswer<{ number: string }>).data.number;
const creditSays = (answer: unknown): string => (answer as ErpAnswer<{ customer: string }>).data.customer;

describe('reads that ask the ERP the same', () => {
  it('share one call, and each has its answer', async () => {
    const { gateway, calls } = aSharingErp();
    const answers = [gateway.reads.read(ORDER), gateway.reads.read(CREDIT)] as const;
    await settled();
    expect(calls).toHaveLength(1);
    await calls[0]?.answer('row');
    expect([orderSays(await answers[0]), creditSays(await answers[1])]).toEqual(['row', 'row']);
  });

  it('ask once each where one comes after the other, because nothing is kept', async () => {
    const { gateway, calls } = aSharingErp();
    const first = gateway.reads.read(ORDER);
    await settled();
    await calls[0]?.answer('then');
    await first;
    const second = gateway.reads.read(CREDIT);
    await settled();
    await calls[1]?.answer('now');
    expect(creditSays(await second)).toBe('now');
  });

  it('never share with those of another ERP principal', async () => {
    const { gateway, calls, close } = aSharingErp();
    for (const principal of ['service', 'jd', 'mk']) {
      void outcomeOf(gateway.reads.read({ ...ORDER, scope: { principal } }));
      void outcomeOf(gateway.reads.read({ ...CREDIT, scope: { principal } }));
    }
    await settled();
    expect(calls).toHaveLength(3);
    await close();
  });

  it.each([
    ['soft', { hard: false }],
    ['hard', { hard: true }],
  ])('do not share a call that began before a change (%s), of whatever it was', async (_kind, change) => {
    const erp = aSharingErp();
    const before = erp.gateway.reads.read(ORDER);
    await settled();
    await erp.change(change);
    const after = erp.gateway.reads.read(CREDIT);
    await settled();
    expect(erp.calls).toHaveLength(2);
    await erp.calls[0]?.answer('old');
    await erp.calls[1]?.answer('new');
    expect([orderSays(await before), creditSays(await after)]).toEqual(['old', 'new']);
  });

  it('begun before a change may share a call that began after it', async () => {
    const erp = aSharingErp();
    const before = outcomeOf(erp.gateway.reads.read(ORDER));
    await settled();
    await erp.change();
    void outcomeOf(erp.gateway.reads.read(CREDIT));
    void outcomeOf(erp.gateway.reads.read(INVOICES));
    await settled();
    expect(erp.calls).toHaveLength(2);
    await erp.close();
    await before;
  });
});

describe('a shared call', () => {
  it('goes on while anyone waits for it, and ends with the last', async () => {
    const { gateway, calls } = aSharingErp();
    const readers = [new AbortController(), new AbortController()];
    const reads = [ORDER, CREDIT].map((read, index) =>
      outcomeOf(gateway.reads.read({ ...read, signal: readers[index]!.signal } as typeof ORDER)),
    );
    await settled();
    readers[0]?.abort();
    await settled();
    expect(calls[0]?.signal.aborted).toBe(false);
    readers[1]?.abort();
    await settled();
    expect(calls[0]?.signal.aborted).toBe(true);
    expect(await Promise.all(reads)).toEqual(['timeout', 'timeout']);
  });

  it('survives the deadline of the reader that began it', async () => {
    const { gateway, calls, close } = aSharingErp();
    void outcomeOf(gateway.reads.read({ ...ORDER, deadlineMs: 100, signal: AbortSignal.abort() }));
    const impatient = outcomeOf(gateway.reads.read({ ...ORDER, deadlineMs: 100 }));
    const patient = gateway.reads.read({ ...CREDIT, deadlineMs: 8_000 });
    await gateway.clock.advance(6_000);
    expect(await impatient).toBe('timeout');
    await calls[0]?.answer('row');
    expect(creditSays(await patient)).toBe('row');
    expect(calls).toHaveLength(1);
    await close();
  });

  it('that nobody waits for any more is not joined', async () => {
    const { gateway, calls } = aSharingErp();
    const reader = new AbortController();
    const gone = outcomeOf(gateway.reads.read({ ...ORDER, signal: reader.signal }));
    await settled();
    reader.abort();
    const next = gateway.reads.read(CREDIT);
    await settled();
    expect(calls).toHaveLength(2);
    await calls[1]?.answer('row');
    expect([await gone, creditSays(await next)]).toEqual(['timeout', 'row']);
  });

  it('stands in line with the calls of its own read behind it', async () => {
    const { gateway, calls, close } = aSharingErp({ followedBy: 3 });
    void outcomeOf(gateway.reads.read({ ...ORDER, followedBy: 2 }));
    await settled();
    expect(calls[0]?.turn).toMatchObject({ priority: 'interactive', followedBy: 5 });
    await close();
  });

  it('stands in line as whoever waits for it in the greatest hurry', async () => {
    const { gateway, calls, close } = aSharingErp();
    const reader = new AbortController();
    void outcomeOf(gateway.reads.read({ ...ORDER, priority: 'background' }));
    await settled();
    expect(calls[0]?.turn).toMatchObject({ priority: 'background' });
    void outcomeOf(gateway.reads.read({ ...CREDIT, followedBy: 2, signal: reader.signal }));
    await settled();
    expect(calls[0]?.turn).toMatchObject({ priority: 'interactive', followedBy: 2 });
    reader.abort();
    await settled();
    expect(calls[0]?.turn?.priority).toBe('background');
    await close();
  });

  it('that takes longer than usual is not what a second attempt waits for', async () => {
    const limits = { maxConcurrency: 20, timeoutMs: 9_000, hedged: ['orders'] as const };
    const { gateway, calls } = aSharingErp({ manifest: { limits } });
    for (let number = 0; number < 20; number += 1) {
      const usual = gateway.reads.read({ ...ORDER, fresh: true });
      await gateway.clock.advance(10);
      await calls.at(-1)?.answer('row');
      await usual;
    }
    calls.length = 0;
    const slow = gateway.reads.read({ ...ORDER, fresh: true });
    await gateway.clock.advance(100);
    expect(calls).toHaveLength(2);
    await calls[1]?.answer('from the second');
    expect(orderSays(await slow)).toBe('from the second');
    expect(calls[0]?.signal.aborted).toBe(true);
  });

  it('that fails is a failure of each reader, and is repeated once for all of them', async () => {
    const { gateway, calls } = aSharingErp();
    const outcomes = [ORDER, CREDIT, INVOICES].map((read) => outcomeOf(gateway.reads.read(read as typeof ORDER)));
    await settled();
    await calls[0]?.fail(new ErpError('unavailable', 'Down.'));
    await gateway.clock.advance(1);
    // The budget has one repetition saved up; three reads with a repetition each would have asked three times.
    expect(calls).toHaveLength(2);
    await calls[1]?.fail(new ErpError('unavailable', 'Still down.'));
    await gateway.clock.advance(1_000);
    expect(calls).toHaveLength(2);
    expect(await Promise.all(outcomes)).toEqual(['unavailable', 'unavailable', 'unavailable']);
  });

  it('that is refused counts once: three readers of one call do not shut out the credentials', async () => {
    const { gateway, calls } = aSharingErp();
    const outcomes = [ORDER, CREDIT, INVOICES].map((read) => outcomeOf(gateway.reads.read(read as typeof ORDER)));
    await settled();
    await calls[0]?.fail(new ErpError('unauthorized', 'Refused.'));
    expect(await Promise.all(outcomes)).toEqual(['unauthorized', 'unauthorized', 'unauthorized']);
    const states = (): string[] => gateway.resilience(A_CONNECTION_ID)!.breakers.map(({ state }) => state);
    expect(new Set(states())).toEqual(new Set(['closed']));
    for (const at of [1, 2]) {
      const again = outcomeOf(gateway.reads.read(ORDER));
      await settled();
      await calls[at]?.fail(new ErpError('unauthorized', 'Refused.'));
      await again;
    }
    expect(states()).toContain('open');
  });
});

describe('a value that rests on a shared call', () => {
  it('is as old as that call, not as its own read', async () => {
    const { gateway, calls } = aSharingErp();
    void gateway.reads.read(ORDER);
    await gateway.clock.advance(1_500);
    const credit = gateway.reads.read(CREDIT);
    await settled();
    await calls[0]?.answer('row');
    expect((await credit).freshness).toMatchObject({ state: 'live', ageMs: 1_500 });
    await gateway.clock.advance(100);
    expect((await gateway.reads.read(CREDIT)).freshness).toMatchObject({ state: 'cached', ageMs: 1_600 });
  });

  it('is never of before a reader came who asked past everything known', async () => {
    const { gateway, calls, close } = aSharingErp();
    void outcomeOf(gateway.reads.read(ORDER));
    await gateway.clock.advance(1);
    const fresh = gateway.reads.read({ ...CREDIT, fresh: true });
    await settled();
    expect(calls).toHaveLength(2);
    await calls[1]?.answer('row');
    expect(creditSays(await fresh)).toBe('row');
    await close();
  });
});

describe('reference data', () => {
  it('is asked for once within its time, and again after any change or past everything known', async () => {
    const erp = aSharingErp({ referenceMs: 60_000, candidate: { ttlMs: { orders: 0, credit: 0, invoices: 0 } } });
    const read = async (wanted: typeof ORDER, answer?: string): Promise<string> => {
      const reading = erp.gateway.reads.read(wanted);
      await settled();
      if (answer !== undefined) await erp.calls.at(-1)?.answer(answer);
      return orderSays(await reading);
    };
    expect(await read(ORDER, 'one')).toBe('one');
    await erp.gateway.clock.advance(59_000);
    expect(await read(ORDER)).toBe('one');
    await erp.gateway.clock.advance(2_000);
    expect(await read(ORDER, 'two')).toBe('two');
    await erp.change();
    expect(await read(ORDER, 'three')).toBe('three');
    await erp.gateway.clock.advance(1);
    expect(await read({ ...ORDER, fresh: true }, 'four')).toBe('four');
    expect(erp.calls).toHaveLength(4);
  });
});

describe('whatever readers, pages and changes come in whatever order', () => {
  const step = fc.oneof(
    fc.record({ act: fc.constant('read' as const), of: fc.nat(2), page: fc.constantFrom(undefined, 'a', 'b') }),
    fc.record({ act: fc.constantFrom('change' as const, 'answer' as const, 'leave' as const, 'wait' as const) }),
  );

  it('no read is answered with what was asked before a change that was acknowledged before it began', async () => {
    let shared = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const erp = aSharingErp({ referenceMs: 700, candidate: { ttlMs: { orders: 0, credit: 0, invoices: 0 } } });
        const versions: number[] = [];
        const stale: unknown[] = [];
        const readers: AbortController[] = [];
        let [version, answered, reads] = [0, 0, 0];
        const note = async (): Promise<void> => {
          await settled();
          while (versions.length < erp.calls.length) versions.push(version);
        };
        for (const one of steps) {
          if (one.act === 'read') {
            const reader = new AbortController();
            const began = version;
            const wanted = [ORDER, CREDIT, INVOICES][one.of]!;
            const page = one.page === undefined ? {} : { page: one.page };
            const reading = erp.gateway.reads.read({ ...wanted, ...page, signal: reader.signal } as typeof ORDER);
            readers.push(reader);
            reads += 1;
            void reading.then(
              ({ data }) => {
                const said = 'items' in data ? (data.items as { number: string }[])[0]?.number : undefined;
                const seen = Number(said ?? (one.of === 1 ? creditSays({ data }) : orderSays({ data })));
                if (seen < began) stale.push({ seen, began });
              },
              () => undefined,
            );
          } else if (one.act === 'change') {
            // The ERP changes first, then says so.
            version += 1;
            await erp.change({ kind: 'order', key: '100234', customer: '7' });
          } else if (one.act === 'answer') {
            await erp.calls[answered]?.answer(String(versions[answered]));
            if (answered < erp.calls.length) answered += 1;
          } else if (one.act === 'leave') {
            readers.shift()?.abort();
          } else {
            await erp.gateway.clock.advance(400);
          }
          await note();
        }
        shared += reads - erp.calls.length;
        expect(stale).toEqual([]);
        await erp.close();
        expect(erp.gateway.clock.pending).toBe(0);
      }),
      { numRuns: 300 },
    );
    expect(shared).toBeGreaterThan(100);
  });
});
