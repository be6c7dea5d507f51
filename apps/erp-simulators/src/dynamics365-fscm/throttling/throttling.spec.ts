import { DEFAULT_LIMITS } from '../options';
import { startFscm, type FscmClient, type Reply } from '../testing/fscm-client';

function cookieOf({ headers }: Reply): string {
  return /ARRAffinity=[^;]+/.exec(headers.get('set-cookie') ?? '')?.[0] ?? '';
}

describe('limits of one user', () => {
  let now = 0;
  const clock = { now: () => Date.now(), monotonic: () => now };
  const ask = (fscm: FscmClient, cookie?: string): Promise<Reply> =>
    fscm.call('/data/Warehouses?$top=1', cookie === undefined ? {} : { headers: { cookie } });

  it('count requests on each web server, to which a cookie pins', async () => {
    const fscm = await startFscm({ userLimits: { ...DEFAULT_LIMITS, requests: 3 } }, { customers: 12, clock });
    const cookie = cookieOf(await ask(fscm));
    expect(cookie).toMatch(/^ARRAffinity=[0-9a-f]{64}$/);
    now += 100_000;
    for (const status of [200, 200, 429]) expect((await ask(fscm, cookie)).status).toBe(status);
    const refused = await ask(fscm, cookie);
    expect(refused.json).toEqual({
      Message: 'Number of requests exceeded the limit of 3 over the time window of 300 seconds.',
    });
    expect([refused.headers.get('retry-after'), refused.headers.get('set-cookie')]).toEqual(['200', null]);
    const [other, same] = [await ask(fscm), await ask(fscm)];
    expect([other.status, same.status]).toEqual([200, 429]);
    expect(cookieOf(other)).not.toBe(cookie);
    now += 200_000;
    expect((await ask(fscm, cookie)).status).toBe(200);
    await fscm.stop();
  });

  it('count the time calls took', async () => {
    let tick = 0;
    const slow = { now: () => Date.now(), monotonic: () => (tick += 400) };
    const limits = { ...DEFAULT_LIMITS, executionS: 1 };
    const fscm = await startFscm({ userLimits: limits, webServers: 1 }, { customers: 12, clock: slow });
    const replies: Reply[] = [];
    while (replies.at(-1)?.status !== 429 && replies.length < 20) replies.push(await ask(fscm));
    expect(replies.length).toBeGreaterThan(1);
    expect(replies.at(-1)?.json['Message']).toMatch(
      /^Combined execution time of incoming requests exceeded limit of 1 seconds/,
    );
    await fscm.stop();
  });

  it('are those of the documentation by default, and can be off', async () => {
    expect(DEFAULT_LIMITS).toEqual({ windowS: 300, requests: 6_000, executionS: 1_200, concurrent: 52 });
    const fscm = await startFscm({ userLimits: 'off', webServers: 1 }, { customers: 12, clock });
    for (let at = 0; at < 20; at += 1) expect((await ask(fscm)).status).toBe(200);
    await fscm.stop();
  });
});

describe('limits of the environment', () => {
  let now = 0;
  const clock = { now: () => Date.now(), monotonic: () => now };
  const start = (priority: 'High' | 'Low', more: object = {}): Promise<FscmClient> =>
    startFscm(
      { resourceLimit: { windowS: 60, requests: 8, priority, retryAfterS: 5 }, ...more },
      { customers: 12, clock },
    );
  const admitted = async (fscm: FscmClient): Promise<number> => {
    let count = 0;
    while ((await fscm.call('/data/')).status === 200) count += 1;
    return count;
  };

  it('turn low priorities away first', async () => {
    const [low, high] = [await start('Low'), await start('High')];
    expect([await admitted(low), await admitted(high)]).toEqual([4, 8]);
    await low.stop();
    await high.stop();
  });

  it('make who does not wait wait longer, and let in who waited', async () => {
    const fscm = await start('Low');
    await admitted(fscm);
    const wait = async (): Promise<number> => Number((await fscm.call('/data/')).headers.get('retry-after'));
    expect([await wait(), await wait(), await wait()]).toEqual([10, 20, 40]);
    const refused = await fscm.call('/data/');
    expect(refused.json['Message']).toContain('system experiencing high resource utilization');
    now += 80_000;
    expect((await fscm.call('/data/')).status).toBe(200);
    await fscm.stop();
  });

  it('may be told on a page for people', async () => {
    const fscm = await start('Low', { frontEndErrors: 'html' });
    await admitted(fscm);
    const { status, text, headers } = await fscm.call('/data/');
    expect([status, headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8']);
    expect(text).toContain('high resource utilization');
    await fscm.stop();
  });
});
