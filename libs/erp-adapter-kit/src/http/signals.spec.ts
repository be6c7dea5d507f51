import { raceSignal, withSiblings } from './signals';

const never = new Promise<never>(() => undefined);

describe('raceSignal', () => {
  it('hands out what comes before the abort', async () => {
    await expect(raceSignal(Promise.resolve(7), new AbortController().signal)).resolves.toBe(7);
  });

  it('rejects with the reason of the abort, before and while waiting', async () => {
    await expect(raceSignal(never, AbortSignal.abort(new Error('early')))).rejects.toThrow('early');
    const controller = new AbortController();
    const waiting = raceSignal(never, controller.signal);
    controller.abort(new Error('late'));
    await expect(waiting).rejects.toThrow('late');
  });
});

describe('withSiblings', () => {
  it('aborts the calls still in flight when one fails', async () => {
    let sibling: AbortSignal | undefined;
    const work = withSiblings(new AbortController().signal, async (signal) => {
      sibling = signal;
      await Promise.all([Promise.reject(new Error('one failed')), raceSignal(never, signal)]);
    });
    await expect(work).rejects.toThrow('one failed');
    expect(sibling?.aborted).toBe(true);
  });

  it('passes an abort from outside on', async () => {
    const outside = new AbortController();
    const work = withSiblings(outside.signal, (signal) => raceSignal(never, signal));
    outside.abort(new Error('deadline'));
    await expect(work).rejects.toThrow('deadline');
  });
});
