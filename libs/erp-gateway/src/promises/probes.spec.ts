import { type ErpAnswer, type ErpCall, ErpError, type VendorRead } from '@headwater/erp-contracts';
import { aReading, aSalesOrderDetailView, fakeErpReaders } from '@headwater/erp-testing';
import { aGateway, anOrderRead, outcomeOf } from '../testing/a-gateway';
import { settled } from '../testing/manual-clock';

const DOWN = new ErpError('unavailable', 'As the test says.');
const PARTS = ['header', 'lines', 'shipments'] as const;

/** An ERP whose orders take a vendor call for each part, all at once. */
function anErpOfParts() {
  const erp = { says: (_part: string): Promise<string> => Promise.reject(DOWN), asked: [] as string[] };
  const partOf = (number: string, part: string): VendorRead<string> => ({
    question: `GET /orders/${number}/${part}`,
    ask: async () => {
      erp.asked.push(part);
      return { value: await erp.says(part), bytes: 10 };
    },
  });
  const get = async ({ number }: { readonly number: string }, call: ErpCall) => {
    await Promise.all(PARTS.map((part) => call.share?.(partOf(number, part), call.signal)));
    return aReading(aSalesOrderDetailView({ number }));
  };
  const { orders } = fakeErpReaders();
  const gateway = aGateway({ connection: { orders: { ...orders, get } } });
  const read = async (number: string): Promise<string> => {
    const outcome = await outcomeOf(gateway.reads.read(anOrderRead({ query: { number } })));
    return typeof outcome === 'string' ? outcome : (outcome as ErpAnswer<unknown>).freshness.state;
  };
  /** Reads that fail until the breaker keeps the next back. */
  const fall = async (): Promise<void> => {
    for (let n = 0; n < 8; n += 1) {
      const outcome = read(`early-${n}`);
      await gateway.clock.advance(1_000);
      await outcome;
    }
    await gateway.clock.advance(10_000);
    erp.asked.length = 0;
  };
  return { erp, gateway, read, fall };
}

describe('a read that probes an ERP which gave no answers', () => {
  it('asks it one thing, and nothing more where that is not answered', async () => {
    const { erp, read, fall } = anErpOfParts();
    await fall();
    expect(await read('1')).toBe('unavailable');
    expect(erp.asked).toEqual(['header']);
  });

  it('asks the rest as soon as the first was answered', async () => {
    const { erp, read, fall } = anErpOfParts();
    await fall();
    const answers = new Map<string, () => void>();
    erp.says = (part) => new Promise((resolve) => answers.set(part, () => resolve(part)));
    const outcome = read('1');
    await settled();
    expect(erp.asked).toEqual(['header']);
    answers.get('header')?.();
    await settled();
    expect(erp.asked).toEqual([...PARTS]);
    answers.get('lines')?.();
    answers.get('shipments')?.();
    expect(await outcome).toBe('live');
  });

  it('takes "there is no such thing" for an answer', async () => {
    const { erp, read, fall } = anErpOfParts();
    await fall();
    erp.says = () => Promise.reject(new ErpError('not-found', 'As the test says.'));
    expect(await read('1')).toBe('not-found');
    expect(erp.asked).toEqual([...PARTS]);
    erp.says = (part) => Promise.resolve(part);
    expect(await read('2')).toBe('live');
  });

  it('waits no longer for the first than its own time', async () => {
    const { erp, gateway, read, fall } = anErpOfParts();
    await fall();
    erp.says = () => new Promise(() => undefined);
    const outcome = read('1');
    await gateway.clock.advance(60_000);
    expect(await outcome).toBe('timeout');
    expect(erp.asked).toEqual(['header']);
  });
});
