import { ErpError } from '@headwater/erp-contracts';
import { randomUUID } from 'node:crypto';
import type { Load } from '../cache/cache-read';
import { aProcess, type ProcessUnderTest } from '../testing/a-process';
import { CuttableLink } from '../testing/cuttable-link';
import { HandDrivenLoads } from '../testing/hand-driven-loads';
import { someRedis, until, type RedisUnderTest } from '../testing/redis-server';

jest.setTimeout(60_000);

let redis: RedisUnderTest;
let link: CuttableLink;
let processes: ProcessUnderTest[];
let secretKey: string;

beforeAll(async () => {
  redis = await someRedis();
});

afterAll(() => redis.stop());

beforeEach(async () => {
  link = await CuttableLink.to(redis.url);
  processes = [];
  secretKey = randomUUID();
});

afterEach(async () => {
  for (const { shared } of processes) shared.close();
  await link.close();
});

async function start(url = redis.url, patienceMs?: number): Promise<ProcessUnderTest> {
  const process = aProcess({ url, secretKey, ...(patienceMs === undefined ? {} : { patienceMs }) });
  processes.push(process);
  await process.following();
  return process;
}

function answering<V>(value: V, tags: readonly string[] = []): jest.Mock<ReturnType<Load<V>>> {
  return jest.fn(async () => ({ value, tags }));
}

const noAnswer: Load<never> = async () => {
  throw new ErpError('unavailable', 'The ERP is away.');
};

/** Reads in a process that holds nothing of its own, until what another process fetched has arrived in Redis. */
async function sharedValue(from: ProcessUnderTest, value: unknown, id = 'q'): Promise<void> {
  await until(async () => {
    const found = await from.shared.level.find({ key: keyText(id), maxAgeMs: 60_000, olderToo: true });
    return JSON.stringify(found?.value) === JSON.stringify(value);
  });
}

function keyText(id: string): string {
  return `1:${'erp-1/service'.length}:erp-1/service${id}`;
}

describe('B3: several processes with one Redis', () => {
  it('a value fetched by one is given by the other, with its age', async () => {
    const [a, b] = [await start(), await start()];
    const load = answering({ onHand: '7' });
    await a.read(load);
    await sharedValue(b, { onHand: '7' });
    const before = performance.now();
    const answer = await b.read(load);
    expect(answer).toMatchObject({ decision: 'shared', value: { onHand: '7' } });
    expect(answer.kind === 'value' && answer.fetchedAt).toBeLessThan(before);
    expect(load).toHaveBeenCalledTimes(1);
    expect(await b.read(load)).toMatchObject({ decision: 'hit' });
  });

  it('an acknowledged invalidation reaches every process', async () => {
    const [a, b] = [await start(), await start()];
    await a.read(answering('old'));
    await b.read(answering('old'));
    expect(await a.cache.invalidate(['stock:A'], 'soft')).toBe('everywhere');
    await until(async () => {
      const answer = await b.read(answering('new'));
      return answer.kind === 'value' && answer.value === 'new';
    });
  });

  it('what did not change stays cached in every process', async () => {
    const [a, b] = [await start(), await start()];
    await b.read(answering('known'));
    await b.read(answering('old'), { tags: ['stock:B'] }, 'other');
    await a.cache.invalidate(['stock:B'], 'hard');
    await until(async () => JSON.stringify(await b.read(answering('new'), {}, 'other')).includes('"new"'));
    expect(await b.read(answering('new'))).toMatchObject({ decision: 'hit', value: 'known' });
  });

  it('after the acknowledgement no process takes an older value from Redis, however late it hears', async () => {
    const [a, b] = [await start(), await start(link.url)];
    await a.read(answering('old'));
    await sharedValue(b, 'old');
    // B hears nothing any more, and does not know it yet; its commands would still be answered.
    await a.cache.invalidate(['stock:A'], 'soft');
    const found = await b.shared.level.find({ key: keyText('q'), maxAgeMs: 60_000, olderToo: false });
    expect(found).toBeUndefined();
  });

  it('a load that another process overtakes leaves nothing in Redis', async () => {
    const [a, b] = [await start(), await start()];
    const loads = new HandDrivenLoads<string>();
    const reading = a.read(loads.load);
    await until(() => loads.started.length === 1);
    await b.cache.invalidate(['stock:A'], 'soft');
    loads.at(0).answer('old');
    await reading;
    await a.shared.level.invalidate(['another'], 'soft');
    expect(await b.shared.level.find({ key: keyText('q'), maxAgeMs: 60_000, olderToo: true })).toBeUndefined();
    expect(await b.read(answering('new'))).toMatchObject({ decision: 'miss', value: 'new' });
  });

  it('a tag that only the answer tells counts across processes too', async () => {
    const [a, b] = [await start(), await start()];
    await a.read(answering('with item X', ['item:X']));
    await sharedValue(b, 'with item X');
    await b.cache.invalidate(['item:X'], 'soft');
    expect(await b.read(answering('new'))).toMatchObject({ decision: 'miss', value: 'new' });
  });

  it('a reader past the cache is not answered from Redis, and leaves the newer value there', async () => {
    const [a, b, c] = [await start(), await start(), await start()];
    await a.read(answering('old'));
    await sharedValue(b, 'old');
    expect(await b.read(answering('new'), { mode: 'fresh' })).toMatchObject({ decision: 'bypass', value: 'new' });
    await sharedValue(c, 'new');
  });

  it('principals share nothing through Redis', async () => {
    const [a, b] = [await start(), await start()];
    await a.read(answering('for all eyes'));
    await sharedValue(b, 'for all eyes');
    const key = { partition: 'erp-1/operator-7', id: 'q', schemaVersion: 1 };
    const policy = { tags: [], ttlMs: 1_000, lastKnownMs: 1_000, deadlineMs: 1_000, loadTimeoutMs: 1_000 };
    const answer = await b.cache.read(key, { ...policy, mode: 'cached' }, answering('for seven'));
    expect(answer).toMatchObject({ value: 'for seven', decision: 'miss' });
  });

  it('a value of another schema version is not found', async () => {
    const [a, b] = [await start(), await start()];
    await a.read(answering('shape 1'));
    await sharedValue(b, 'shape 1');
    const key = { partition: 'erp-1/service', id: 'q', schemaVersion: 2 };
    const policy = { tags: [], ttlMs: 1_000, lastKnownMs: 1_000, deadlineMs: 1_000, loadTimeoutMs: 1_000 };
    expect(await b.cache.read(key, { ...policy, mode: 'cached' }, answering('shape 2'))).toMatchObject({
      value: 'shape 2',
    });
  });
});

describe('B3 and B4: what may stand in', () => {
  it('a process without a value of its own shows the last-known one of another, labelled where it changed', async () => {
    const [a, b] = [await start(), await start()];
    await a.read(answering('known'));
    await sharedValue(b, 'known');
    await a.cache.invalidate(['stock:A'], 'soft');
    expect(await b.read(noAnswer)).toMatchObject({ decision: 'last-known', value: 'known', changedSince: true });
  });

  it('a value that is merely too old stands in unlabelled as changed', async () => {
    const [a, b] = [await start(), await start()];
    await a.read(answering('known'));
    await sharedValue(b, 'known');
    const answer = await b.read(noAnswer, { ttlMs: 0 });
    expect(answer).toMatchObject({ decision: 'last-known', value: 'known', changedSince: false });
  });

  it('a hard invalidation forbids even that', async () => {
    const [a, b] = [await start(), await start()];
    await a.read(answering('void'));
    await sharedValue(b, 'void');
    await a.cache.invalidate(['stock:A'], 'hard');
    expect(await b.read(noAnswer)).toMatchObject({ kind: 'failed' });
  });

  it('a value leaves Redis when it may not even stand in any more', async () => {
    const [a, b] = [await start(), await start()];
    await a.read(answering('short'), { ttlMs: 100, lastKnownMs: 300 });
    await sharedValue(b, 'short');
    await until(
      async () => (await b.shared.level.find({ key: keyText('q'), maxAgeMs: 60_000, olderToo: true })) === undefined,
    );
  });

  it('a refusal takes the value of every process away from those who have none yet', async () => {
    const [a, b] = [await start(), await start()];
    await a.read(answering('secret'));
    await sharedValue(b, 'secret');
    const refused: Load<never> = async () => {
      throw new ErpError('forbidden', 'No more.');
    };
    await a.read(refused, { mode: 'fresh' });
    await until(
      async () => (await b.shared.level.find({ key: keyText('q'), maxAgeMs: 1e6, olderToo: true })) === undefined,
    );
    expect(await b.read(noAnswer)).toMatchObject({ kind: 'failed' });
  });
});

describe('B3: when Redis cannot be reached', () => {
  it('an invalidation holds here at once, and everywhere once Redis is back', async () => {
    const [a, b] = [await start(), await start(link.url)];
    await a.read(answering('old'));
    await b.read(answering('old'));
    link.cut();
    await until(() => b.shared.view().state === 'cut');
    expect(await b.cache.invalidate(['stock:A'], 'soft')).toBe('here');
    expect(await b.read(answering('new'))).toMatchObject({ decision: 'miss', value: 'new' });
    expect(await a.read(answering('new'))).toMatchObject({ decision: 'hit', value: 'old' });
    link.mend();
    await b.following();
    await until(async () => JSON.stringify(await a.read(answering('new'))).includes('"new"'));
  });

  it('a process that missed invalidations counts everything as changed when it is back', async () => {
    const [a, b] = [await start(), await start(link.url)];
    await b.read(answering('old'));
    link.cut();
    await until(() => b.shared.view().state === 'cut');
    await a.cache.invalidate(['stock:A'], 'soft');
    expect(await b.read(answering('new'))).toMatchObject({ decision: 'hit', value: 'old' });
    link.mend();
    await b.following();
    expect(await b.read(answering('new'))).toMatchObject({ value: 'new' });
  });

  it('a process that missed nothing keeps what it has', async () => {
    const b = await start(link.url);
    await b.read(answering('known'));
    link.cut();
    await until(() => b.shared.view().state === 'cut');
    link.mend();
    await b.following();
    expect(await b.read(answering('new'))).toMatchObject({ decision: 'hit', value: 'known' });
  });

  it('reads wait for a Redis that hangs no longer than its deadline, and soon not at all', async () => {
    const b = await start(link.url, 20);
    link.hold();
    for (let id = 0; id < 5; id += 1) {
      expect(await b.read(answering('live'), {}, `hung-${id}`)).toMatchObject({ decision: 'miss' });
    }
    expect(b.shared.link.isResponsive).toBe(false);
    await until(() => b.shared.view().state === 'cut', 10_000);
    link.mend();
    await b.following();
    expect(b.shared.link.isResponsive).toBe(true);
  });

  it('generations of another server, or behind what was seen, begin a new epoch', async () => {
    const [a, b] = [await start(), await start(link.url)];
    for (const [field, value] of [
      ['run', 'another'],
      ['seq', '0'],
    ] as const) {
      await a.cache.invalidate(['another'], 'soft');
      await b.read(answering('old'), {}, field);
      link.cut();
      await until(() => b.shared.view().state === 'cut');
      await a.shared.link.command('HSET', [a.shared.names.generations, field, value], 5_000);
      link.mend();
      await b.following();
      expect(await b.read(answering('new'), {}, field)).toMatchObject({ value: 'new' });
      await until(() => a.shared.level.stamp()?.epoch === b.shared.level.stamp()?.epoch);
    }
  });

  it('lost generations begin a new epoch, in which nothing older is current', async () => {
    const [a, b] = [await start(), await start()];
    await a.read(answering('old'));
    await b.read(answering('old'));
    await sharedValue(b, 'old');
    await a.shared.link.command('DEL', [a.shared.names.generations], 1_000);
    expect(await a.cache.invalidate(['another'], 'soft')).toBe('everywhere');
    await until(async () => JSON.stringify(await b.read(answering('new'))).includes('"new"'));
    expect(await a.read(answering('new'))).toMatchObject({ value: 'new' });
  });
});

describe('B3: when a message is lost', () => {
  /** Takes a number as an invalidation does, and says nothing of it. */
  async function unheard({ shared }: ProcessUnderTest): Promise<void> {
    await shared.link.command('HINCRBY', [shared.names.generations, 'seq', 1], 5_000);
  }

  it('the next one shows the gap, and everything counts as changed', async () => {
    const [a, b] = [await start(), await start()];
    await b.read(answering('old'));
    await unheard(a);
    await a.cache.invalidate(['another'], 'soft');
    await until(async () => JSON.stringify(await b.read(answering('new'))).includes('"new"'));
  });

  it('and none follows, comparing the numbers finds it', async () => {
    const [a, b] = [await start(), await start()];
    await b.read(answering('old'));
    await unheard(a);
    await until(async () => JSON.stringify(await b.read(answering('new'))).includes('"new"'));
  });
});

async function contentOf(link: ProcessUnderTest['shared']['link'], key: string): Promise<unknown> {
  const type = await link.command('TYPE', [key], 5_000);
  if (type === 'hash') return link.command('HGETALL', [key], 5_000);
  return type === 'zset' ? link.command('ZRANGE', [key, 0, -1], 5_000) : link.command('GET', [key], 5_000);
}

describe('what Redis holds', () => {
  it('no name, value or message shows anything of the ERP', async () => {
    const [a, b] = [await start(), await start()];
    const heard: string[] = [];
    const monitor = a.shared.link;
    await a.read(answering({ price: 'PLANTED-1249.50' }, ['item:PLANTED-SKU']), { tags: ['order:PLANTED-9'] });
    await sharedValue(b, { price: 'PLANTED-1249.50' });
    await a.cache.invalidate(['order:PLANTED-10'], 'soft');
    const keys = (await monitor.command('KEYS', [`${a.shared.names.prefix}*`], 5_000)) as readonly string[];
    for (const key of keys) heard.push(key, JSON.stringify(await contentOf(monitor, key)));
    expect(keys.length).toBeGreaterThanOrEqual(2);
    expect(heard.join('\n')).not.toMatch(/PLANTED|erp-1|order|price/);
  });
});
