import { DEMO_CREDENTIALS as DEMO } from '../credentials';
import { errorOf, startBc, type BcClient, type BcReply } from '../../testing/bc-client';
import { DEFAULT_BC_LIMITS, type BcLimits, type BcOptions } from '../options';
import { BcRefusal } from '../refusal';
import { Governor } from './governor';
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

  describe('that asks for several things at a time', () => {
    const clock = { now: () => 0, monotonic: () => 0 };

    /** Work that is done when it is told so. */
    function gate(): { readonly open: () => void; readonly opened: Promise<string> } {
      let open = (): void => {};
      const opened = new Promise<string>((done) => (open = () => done('done')));
      return { open, opened };
    }

    const outcome = async (answer: Promise<string>): Promise<unknown> => {
      try {
        return await answer;
      } catch (error) {
        return error instanceof BcRefusal ? error.facts.status : error;
      }
    };

    it('process a few, let some wait, and answer 429 to the rest', async () => {
      const governor = new Governor(clock, { processingMs: 0, limits: limits({ concurrent: 2, queued: 3 }) });
      const { open, opened } = gate();
      const answers = Array.from({ length: 8 }, () => outcome(governor.govern('me', () => opened)));
      expect(await Promise.all(answers.slice(5))).toEqual([429, 429, 429]);
      expect(await outcome(governor.govern('somebody else', () => Promise.resolve('done')))).toBe('done');
      open();
      expect(await Promise.all(answers.slice(0, 5))).toEqual(['done', 'done', 'done', 'done', 'done']);
      expect(await outcome(governor.govern('me', () => Promise.resolve('again')))).toBe('again');
    });

    it('answer 503 to what waited too long, and give its place to nobody', async () => {
      const governor = new Governor(clock, { processingMs: 0, limits: limits({ concurrent: 1, queueWaitMs: 5 }) });
      const { open, opened } = gate();
      const running = outcome(governor.govern('me', () => opened));
      expect(await outcome(governor.govern('me', () => Promise.resolve('too late')))).toBe(503);
      open();
      expect(await running).toBe('done');
      expect(await outcome(governor.govern('me', () => Promise.resolve('again')))).toBe('again');
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
