import { ErpError } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import { type AccessToken, createTokenSource } from './token-source';

function fakeClock() {
  let ms = 0;
  const clock: Clock = { now: () => ms, monotonic: () => ms };
  return { clock, pass: (more: number) => (ms += more) };
}

function tokens(lifeS: number) {
  let count = 0;
  const pending: (() => void)[] = [];
  const fetchToken = (): Promise<AccessToken> => {
    count += 1;
    const value = `t${String(count)}`;
    return new Promise((resolve) => pending.push(() => resolve({ value, expiresInS: lifeS })));
  };
  return { fetchToken, answer: () => pending.splice(0).forEach((resolve) => resolve()), count: () => count };
}

const signal = new AbortController().signal;

describe('a token source', () => {
  it('fetches one token however many ask at once', async () => {
    const { clock } = fakeClock();
    const issuer = tokens(7200);
    const source = createTokenSource({ clock, fetchToken: issuer.fetchToken, timeoutMs: 1_000 });
    const asked = [source.token(signal), source.token(signal), source.token(signal)];
    issuer.answer();
    expect(await Promise.all(asked)).toEqual(['t1', 't1', 't1']);
    expect(issuer.count()).toBe(1);
  });

  it('renews a minute before the end, and a tenth before the end of short lives', async () => {
    for (const [lifeS, goodMs] of [
      [7200, 7_140_000],
      [100, 90_000],
    ] as const) {
      const { clock, pass } = fakeClock();
      const issuer = tokens(lifeS);
      const source = createTokenSource({ clock, fetchToken: issuer.fetchToken, timeoutMs: 1_000 });
      const ask = async (): Promise<string> => {
        const asked = source.token(signal);
        issuer.answer();
        return asked;
      };
      expect(await ask()).toBe('t1');
      pass(goodMs - 1);
      expect(await ask()).toBe('t1');
      pass(1);
      expect(await ask()).toBe('t2');
    }
  });

  it('shares a renewal among all whose token was refused', async () => {
    const issuer = tokens(7200);
    const source = createTokenSource({ clock: fakeClock().clock, fetchToken: issuer.fetchToken, timeoutMs: 1_000 });
    const first = source.token(signal);
    issuer.answer();
    const refused = await first;
    const early = [source.renewed(refused, signal), source.renewed(refused, signal)];
    issuer.answer();
    expect(await Promise.all(early)).toEqual(['t2', 't2']);
    expect(await source.renewed(refused, signal)).toBe('t2');
    expect(issuer.count()).toBe(2);
  });

  it('lets one reader give up without taking the token from the others', async () => {
    const issuer = tokens(7200);
    const source = createTokenSource({ clock: fakeClock().clock, fetchToken: issuer.fetchToken, timeoutMs: 1_000 });
    const hasty = new AbortController();
    const gaveUp = source.token(hasty.signal);
    const patient = source.token(signal);
    hasty.abort();
    await expect(gaveUp).rejects.toMatchObject({ code: 'timeout' });
    issuer.answer();
    expect(await patient).toBe('t1');
  });

  it('forgets a failure: the next reader asks again', async () => {
    let failing = true;
    const source = createTokenSource({
      clock: fakeClock().clock,
      timeoutMs: 1_000,
      fetchToken: async () => {
        if (failing) throw new ErpError('unauthorized', 'Refused.');
        return { value: 'good', expiresInS: 60 };
      },
    });
    await expect(source.token(signal)).rejects.toMatchObject({ code: 'unauthorized' });
    failing = false;
    expect(await source.token(signal)).toBe('good');
  });
});
