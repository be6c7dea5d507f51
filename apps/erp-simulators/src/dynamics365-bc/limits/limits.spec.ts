import { DEMO_CREDENTIALS as DEMO } from '../credentials';
import { errorOf, startBc, type BcClient, type BcReply } from '../../testing/bc-client';
import { DEFAULT_BC_LIMITS, type BcLimits, type BcOptions } from '../options';
import { UserQueue } from './user-queue';

const limits = (more: Partial<BcLimits>): BcLimits => ({ ...DEFAULT_BC_LIMITS, ...more });

async function withBc<T>(options: Partial<BcOptions>, use: (bc: BcClient) => Promise<T>, now = () => 0): Promise<T> {
  const bc = await startBc(options, { customers: 20, clock: { now: () => Date.now(), monotonic: now } });
  try {
    await bc.token();
    return await use(bc);
  } finally {
    await bc.stop();
  }
}

const said = (reply: BcReply): readonly unknown[] => [
  reply.status,
  errorOf(reply).code,
  reply.headers.get('retry-after'),
];

describe('the limits of a user', () => {
  it('admit as many requests as a sliding window holds, then answer 429 without a hint how long to wait', async () => {
    let now = 0;
    await withBc(
      { limits: limits({ requestsPerWindow: 3, windowMs: 1_000 }) },
      async (bc) => {
        const statuses = async (count: number): Promise<readonly number[]> => {
          const replies: number[] = [];
          for (let at = 0; at < count; at += 1) replies.push((await bc.ask('companies')).status);
          return replies;
        };
        expect(await statuses(3)).toEqual([200, 200, 200]);
        expect(said(await bc.ask('companies'))).toEqual([429, 'Application_TooManyRequests', null]);
        now = 999;
        expect(await statuses(1)).toEqual([429]);
        now = 1_001;
        expect(await statuses(4)).toEqual([200, 200, 200, 429]);
      },
      () => now,
    );
  });

  it('count each user alone', async () => {
    await withBc({ limits: limits({ requestsPerWindow: 1 }) }, async (bc) => {
      const authorization = `Basic ${Buffer.from(`${DEMO.userName}:${DEMO.webServiceAccessKey}`).toString('base64')}`;
      expect((await bc.ask('companies')).status).toBe(200);
      expect((await bc.ask('companies')).status).toBe(429);
      expect((await bc.ask('/BC/api/v2.0/companies', { headers: { authorization } })).status).toBe(200);
    });
  });

  it('process a few at a time, let some wait, and answer 429 to the rest', async () => {
    await withBc({ processingMs: 150, limits: limits({ concurrent: 2, queued: 3 }) }, async (bc) => {
      const replies = await Promise.all(Array.from({ length: 8 }, () => bc.ask('companies')));
      const statuses = replies.map(({ status }) => status).toSorted();
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
      expect((await bc.ask('companies')).status).toBe(200);
    });
  });

  it('answer 503 to those that waited too long', async () => {
    await withBc({ processingMs: 400, limits: limits({ concurrent: 1, queueWaitMs: 50 }) }, async (bc) => {
      const replies = await Promise.all([bc.ask('companies'), bc.ask('companies')]);
      expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 503]);
    });
  });

  it('answer 408 to what is processed too long, and 504 where the gateway gives up before', async () => {
    await withBc({ processingMs: 500, limits: limits({ operationMs: 20 }) }, async (bc) => {
      expect(said(await bc.ask('companies'))).toEqual([408, 'Internal_ServerError', null]);
    });
    await withBc({ processingMs: 500, limits: limits({ operationMs: 200, hardMs: 20 }) }, async (bc) => {
      expect(said(await bc.ask('companies'))).toEqual([504, 'Unknown', null]);
    });
  });

  it('are the documented ones unless told otherwise', () => {
    expect(DEFAULT_BC_LIMITS).toEqual({
      concurrent: 5,
      queued: 95,
      requestsPerWindow: 6_000,
      windowMs: 300_000,
      queueWaitMs: 480_000,
      operationMs: 480_000,
      hardMs: 600_000,
    });
  });
});

describe('the queue of a user', () => {
  it('takes turns in the order of arrival, and hands a place on', async () => {
    const queue = new UserQueue(1, 2);
    const order: string[] = [];
    const enter = (name: string) => queue.enter(60_000)?.then(() => order.push(name));
    const turns = [enter('first'), enter('second'), enter('third')];
    expect(enter('too many')).toBeUndefined();
    await turns[0];
    queue.leave();
    queue.leave();
    await Promise.all(turns);
    expect(order).toEqual(['first', 'second', 'third']);
    queue.leave();
    await enter('fourth');
    expect(order.at(-1)).toBe('fourth');
  });
});
