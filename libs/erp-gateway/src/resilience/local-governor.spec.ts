import fc from 'fast-check';
import { settled } from '../testing/manual-clock';
import type { CallPriority, GovernedPlace } from './concurrency-governor';
import { LocalConcurrencyGovernor } from './local-governor';

const patient = new AbortController().signal;

function request(overrides: Partial<Parameters<LocalConcurrencyGovernor['acquire']>[0]> = {}) {
  return { account: 'a', limit: 1, signal: patient, priority: 'interactive' as CallPriority, ...overrides };
}

describe('the places of an account', () => {
  it('are counted for each account by itself', async () => {
    const governor = new LocalConcurrencyGovernor();
    await governor.acquire(request());
    await governor.acquire(request({ account: 'b' }));
    expect([governor.taken('a'), governor.taken('b'), governor.taken('c')]).toEqual([1, 1, 0]);
  });

  it('go to people before the background, and a place given back twice counts once', async () => {
    const governor = new LocalConcurrencyGovernor();
    const place = await governor.acquire(request());
    const entered: string[] = [];
    for (const priority of ['background', 'interactive', 'interactive'] as const) {
      void governor.acquire(request({ priority })).then(() => entered.push(priority));
    }
    place.release();
    place.release();
    await settled();
    expect(entered).toEqual(['interactive']);
    expect(governor.taken('a')).toBe(1);
  });

  it('are not waited for any longer than the signal says', async () => {
    const governor = new LocalConcurrencyGovernor();
    const place = await governor.acquire(request());
    const impatient = new AbortController();
    const waiting = governor.acquire(request({ signal: impatient.signal }));
    impatient.abort(new Error('too late'));
    await expect(waiting).rejects.toThrow('too late');
    await expect(governor.acquire(request({ signal: impatient.signal }))).rejects.toThrow('too late');
    place.release();
    expect(governor.taken('a')).toBe(0);
  });

  it('are never more than there are, and none is lost, whoever comes and goes', async () => {
    const steps = fc.array(fc.constantFrom('come', 'come in the background', 'go', 'give up'), { maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), steps, async (limit, history) => {
        const governor = new LocalConcurrencyGovernor();
        const held: GovernedPlace[] = [];
        const waiting: AbortController[] = [];
        for (const step of history) {
          if (step === 'go') held.shift()?.release();
          else if (step === 'give up') waiting.shift()?.abort();
          else {
            const abort = new AbortController();
            waiting.push(abort);
            const priority = step === 'come' ? 'interactive' : 'background';
            governor.acquire(request({ limit, signal: abort.signal, priority })).then(
              (place) => held.push(place),
              () => undefined,
            );
          }
          await settled();
          expect(held.length).toBeLessThanOrEqual(limit);
          expect(governor.taken('a')).toBe(held.length);
        }
        for (const abort of waiting) abort.abort();
        for (const place of held) place.release();
        expect(governor.taken('a')).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
