import { ErpError } from '@headwater/erp-contracts';
import { aCache, aKey, aPolicy } from '../testing/a-cache';
import { HandDrivenLoads } from '../testing/hand-driven-loads';
import { settled } from '../testing/manual-clock';

const times = <T>(count: number, of: () => T): T[] => Array.from({ length: count }, of);

describe('B5: at most one call runs and one is pending', () => {
  it('with 10,000 equal reads at once: one call answers all', async () => {
    const { cache, clock } = aCache();
    const loads = new HandDrivenLoads<string>();
    const answers = times(10_000, () => cache.read(aKey(), aPolicy(), loads.load));
    loads.at(0).answer('one');
    const all = await Promise.all(answers);
    expect(loads.started).toHaveLength(1);
    expect(all.filter(({ decision }) => decision === 'joined')).toHaveLength(9_999);
    expect(clock.pending).toBe(0);
  });

  it('with 1,000 invalidations and readers between them: one runs, one waits', async () => {
    const { cache } = aCache();
    const loads = new HandDrivenLoads<number>();
    const answers = [cache.read(aKey(), aPolicy(), loads.load)];
    for (let count = 0; count < 1_000; count += 1) {
      await cache.invalidate(['stock:A'], 'soft');
      answers.push(cache.read(aKey(), aPolicy(), loads.load));
    }
    expect(loads.started).toHaveLength(1);
    loads.at(0).answer(0);
    await settled();
    loads.at(1).answer(1);
    const values = (await Promise.all(answers)).map((answer) => answer.kind === 'value' && answer.value);
    expect(values).toEqual([0, ...times(1_000, () => 1)]);
    expect(loads.mostRunning).toBe(1);
    expect(loads.started).toHaveLength(2);
  });

  it('and who comes after a further invalidation still shares a pending call that has not begun', async () => {
    const { cache } = aCache();
    const loads = new HandDrivenLoads<string>();
    const first = cache.read(aKey(), aPolicy(), loads.load);
    await cache.invalidate(['stock:A'], 'soft');
    const second = cache.read(aKey(), aPolicy(), loads.load);
    await cache.invalidate(['stock:A'], 'soft');
    const third = cache.read(aKey(), aPolicy(), loads.load);
    loads.at(0).answer('before');
    await first;
    loads.at(1).answer('after both');
    expect(await Promise.all([second, third])).toMatchObject([{ value: 'after both' }, { value: 'after both' }]);
    expect(cache.kept.entries).toBe(1);
  });

  it('when asked past the cache, too: those who come later share the next call', async () => {
    const { cache } = aCache();
    const loads = new HandDrivenLoads<string>();
    const fresh = aPolicy({ mode: 'fresh' });
    const answers = times(100, () => cache.read(aKey(), fresh, loads.load));
    loads.at(0).answer('first');
    await settled();
    loads.at(1).answer('second');
    const values = (await Promise.all(answers)).map((answer) => answer.kind === 'value' && answer.value);
    expect(values).toEqual(['first', ...times(99, () => 'second')]);
    expect(loads.started).toHaveLength(2);
  });

  it('and what a call past the cache brings is kept for the others', async () => {
    const { cache } = aCache();
    await cache.read(aKey(), aPolicy({ mode: 'fresh' }), async () => ({ value: 1, tags: [] }));
    const answer = await cache.read(aKey(), aPolicy(), async () => ({ value: 2, tags: [] }));
    expect(answer).toMatchObject({ decision: 'hit', value: 1 });
  });

  it('and a failure answers everyone who shared the call', async () => {
    const { cache } = aCache();
    const loads = new HandDrivenLoads<string>();
    const answers = times(10, () => cache.read(aKey(), aPolicy(), loads.load));
    loads.at(0).fail(new ErpError('unavailable', 'As the test says.'));
    for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ error: { code: 'unavailable' } });
  });

  it('and a load that throws before it returns a promise is a failure, not a crash', async () => {
    const { cache } = aCache();
    const answer = await cache.read(aKey(), aPolicy(), () => {
      throw new TypeError('As the test says.');
    });
    expect(answer).toMatchObject({ kind: 'failed', error: { code: 'bad-response' } });
  });
});

describe('a reader that stops waiting', () => {
  it('by going away does not end the call for others', async () => {
    const { cache } = aCache();
    const loads = new HandDrivenLoads<string>();
    const leaver = new AbortController();
    const gone = cache.read(aKey(), aPolicy({ signal: leaver.signal }), loads.load);
    const stays = cache.read(aKey(), aPolicy(), loads.load);
    leaver.abort();
    expect(await gone).toMatchObject({ kind: 'failed' });
    expect(loads.at(0).signal.aborted).toBe(false);
    loads.at(0).answer('here');
    expect(await stays).toMatchObject({ value: 'here' });
  });

  it('by going away ends the call when nobody else waits, and the next reader gets a call of its own', async () => {
    const { cache } = aCache();
    const loads = new HandDrivenLoads<string>();
    const leaver = new AbortController();
    const gone = cache.read(aKey(), aPolicy({ signal: leaver.signal }), loads.load);
    leaver.abort();
    await gone;
    expect(loads.at(0).signal.aborted).toBe(true);
    const next = cache.read(aKey(), aPolicy(), loads.load);
    loads.at(1).answer('here');
    expect(await next).toMatchObject({ value: 'here', decision: 'miss' });
  });

  it('at its own deadline leaves the call running, to fill the cache', async () => {
    const { cache, clock } = aCache();
    const loads = new HandDrivenLoads<string>();
    const impatient = cache.read(aKey(), aPolicy({ deadlineMs: 100 }), loads.load);
    await clock.advance(100);
    expect(await impatient).toMatchObject({ kind: 'failed', error: { code: 'timeout' } });
    loads.at(0).answer('late');
    await settled();
    expect(await cache.read(aKey(), aPolicy(), loads.load)).toMatchObject({ decision: 'hit', value: 'late' });
  });

  it('from a pending call that has not begun cancels it when nobody else waits', async () => {
    const { cache, clock } = aCache();
    const loads = new HandDrivenLoads<string>();
    const first = cache.read(aKey(), aPolicy(), loads.load);
    await cache.invalidate(['stock:A'], 'soft');
    const second = cache.read(aKey(), aPolicy({ deadlineMs: 100 }), loads.load);
    await clock.advance(100);
    loads.at(0).answer('old');
    await Promise.all([first, second]);
    expect(loads.started).toHaveLength(1);
  });

  it('from an overtaken call lets the pending one begin at once', async () => {
    const { cache } = aCache();
    const loads = new HandDrivenLoads<string>();
    const leaver = new AbortController();
    const gone = cache.read(aKey(), aPolicy({ signal: leaver.signal }), loads.load);
    await cache.invalidate(['stock:A'], 'soft');
    const next = cache.read(aKey(), aPolicy(), loads.load);
    leaver.abort();
    await gone;
    loads.at(1).answer('new');
    expect(await next).toMatchObject({ value: 'new' });
  });
});

describe('a call that hangs', () => {
  it('ends at its own deadline also when it ignores its signal, and its late answer is ignored', async () => {
    const { cache, clock } = aCache();
    const loads = new HandDrivenLoads<string>();
    const patient = cache.read(aKey(), aPolicy({ deadlineMs: 60_000 }), loads.load);
    await clock.advance(10_000);
    expect(await patient).toMatchObject({ kind: 'failed', error: { code: 'timeout' } });
    expect(loads.at(0).signal.aborted).toBe(true);
    loads.at(0).answer('far too late');
    await settled();
    expect(cache.kept.entries).toBe(0);
  });
});
