import { ErpError, type ErpCall } from '@headwater/erp-contracts';
import { aReading, aSalesOrderDetailView, fakeErpReaders } from '@headwater/erp-testing';
import fc from 'fast-check';
import { aGateway, anOrderRead, outcomeOf } from '../testing/a-gateway';
import { settled } from '../testing/manual-clock';

type Behaviour = 'answers' | 'fails' | 'throws' | 'hangs' | 'fails late' | 'answers late';

const behaviours = fc.array(
  fc.constantFrom<Behaviour>('answers', 'fails', 'throws', 'hangs', 'fails late', 'answers late'),
  { minLength: 1, maxLength: 12 },
);
const leaves = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });

/** Behaves as told, and where it is late, settles only when everybody has long given up. */
function anErpThat(plan: readonly Behaviour[]): {
  orders: ReturnType<typeof fakeErpReaders>['orders'];
  settle: () => void;
} {
  const late: (() => void)[] = [];
  let call = 0;
  const get = (_query: unknown, { signal }: ErpCall) => {
    const behaviour = plan[(call += 1) % plan.length];
    if (behaviour === 'throws') throw new TypeError('As the test says.');
    return new Promise<ReturnType<typeof aReading<ReturnType<typeof aSalesOrderDetailView>>>>((resolve, reject) => {
      const answer = (): void => resolve(aReading(aSalesOrderDetailView()));
      const fail = (): void => reject(new ErpError('unavailable', 'As the test says.'));
      if (behaviour === 'answers') answer();
      if (behaviour === 'fails') fail();
      if (behaviour === 'answers late') late.push(answer);
      if (behaviour === 'fails late') late.push(fail);
      if (behaviour === 'hangs') signal.addEventListener('abort', fail, { once: true });
    });
  };
  return { orders: { ...fakeErpReaders().orders, get }, settle: () => late.forEach((end) => end()) };
}

describe('whatever an ERP and its readers do', () => {
  it('every read ends, no rejection goes unheard (it would fail this test), and no timer is left', async () => {
    await fc.assert(
      fc.asyncProperty(behaviours, leaves, async (plan, leaving) => {
        const erp = anErpThat(plan);
        const { reads, connections, clock, close } = aGateway({ connection: { orders: erp.orders } });
        const readers = leaving.map((leaves, index) => ({ leaves, index, abort: new AbortController() }));
        const outcomes = readers.map(({ index, abort }) =>
          outcomeOf(
            reads.read(
              anOrderRead({ query: { number: String(index % 3) }, signal: abort.signal, fresh: index % 2 === 0 }),
            ),
          ),
        );
        await settled();
        for (const { leaves, abort } of readers) if (leaves) abort.abort();
        await connections.reset(anOrderRead().connectionId);
        await clock.advance(10_000);
        erp.settle();
        expect(await Promise.all(outcomes)).toHaveLength(12);
        await close();
        expect(clock.pending).toBe(0);
      }),
      { numRuns: 60 },
    );
    await settled();
  });
});
