import { ErpError } from '@headwater/erp-contracts';
import { s4Metadata } from '../testing/s4-fixtures';
import { createModelSource } from './model-source';

interface Handle {
  readonly answer: (xml: string) => void;
  readonly fail: (error: unknown) => void;
}

/** A client whose calls are answered by hand. */
function byHand() {
  const calls: Handle[] = [];
  const metadata = (): Promise<string> => new Promise((answer, fail) => calls.push({ answer, fail }));
  return { client: { metadata }, calls };
}

function source(now: { ms: number } = { ms: 0 }) {
  const hand = byHand();
  const clock = { now: () => 0, monotonic: () => now.ms };
  return { ...hand, models: createModelSource({ client: hand.client, clock, connectionId: 'c1', timeoutMs: 1_000 }) };
}

const XML = s4Metadata('stock', 'current');
const patient = { signal: new AbortController().signal };

describe('the models of a connection', () => {
  it('are read once for each API, however many ask', async () => {
    const { models, calls } = source();
    const asked = Array.from({ length: 100 }, () => models.model('stock', patient));
    expect(calls).toHaveLength(1);
    calls[0]?.answer(XML);
    await Promise.all(asked);
    await models.model('stock', patient);
    expect(calls).toHaveLength(1);
    void models.model('billing', patient);
    expect(calls).toHaveLength(2);
  });

  it('are read for the others where one gives up', async () => {
    const { models, calls } = source();
    const hurried = new AbortController();
    const gaveUp = models.model('stock', { signal: hurried.signal });
    const waits = models.model('stock', patient);
    hurried.abort();
    await expect(gaveUp).rejects.toMatchObject({ code: 'timeout' });
    calls[0]?.answer(XML);
    expect((await waits).sets.has('A_MaterialStock')).toBe(true);
  });

  it('are asked for again after a failure, which everyone who waited hears', async () => {
    const { models, calls } = source();
    const both = [models.model('stock', patient), models.model('stock', patient)];
    calls[0]?.fail(new ErpError('unavailable', 'no'));
    for (const failed of both) await expect(failed).rejects.toMatchObject({ code: 'unavailable' });
    const again = models.model('stock', patient);
    calls[1]?.answer(XML);
    expect((await again).sets.size).toBe(2);
  });

  it('are no models where SAP answers something else', async () => {
    const { models, calls } = source();
    const asked = models.model('stock', patient);
    calls[0]?.answer('<html>VENDORWORD</html>');
    await expect(asked).rejects.toMatchObject({
      code: 'bad-response',
      message: 'SAP S/4HANA answered with no description of API_MATERIAL_STOCK_SRV.',
    });
  });

  it('are read anew a day later, as an upgrade may have come', async () => {
    const now = { ms: 0 };
    const { models, calls } = source(now);
    const first = models.model('stock', patient);
    calls[0]?.answer(XML);
    await first;
    now.ms = 24 * 3_600_000;
    void models.model('stock', patient);
    expect(calls).toHaveLength(2);
  });

  it('are not asked for after the deadline', async () => {
    const { models, calls } = source();
    await expect(models.model('stock', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'timeout' });
    expect(calls).toHaveLength(0);
  });
});
