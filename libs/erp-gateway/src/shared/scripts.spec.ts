import { randomUUID } from 'node:crypto';
import { aProcess, type ProcessUnderTest } from '../testing/a-process';
import { someRedis, until, type RedisUnderTest } from '../testing/redis-server';
import { TELL } from './scripts';

jest.setTimeout(60_000);

let redis: RedisUnderTest;
let process: ProcessUnderTest;

beforeAll(async () => {
  redis = await someRedis();
});

afterAll(() => redis.stop());

beforeEach(async () => {
  process = aProcess({ url: redis.url, secretKey: randomUUID() });
  await process.following();
});

afterEach(() => process.shared.close());

const QUESTION = { key: 'k', maxAgeMs: 60_000, olderToo: true };

/** Keeps a value that depends on so many things. */
async function keep(value: unknown, tags: readonly string[]): Promise<void> {
  const { level } = process.shared;
  const stamp = level.stamp();
  if (stamp === undefined) throw new Error('The process follows, so it has a stamp.');
  level.keep({ key: 'k', value, tags, fetchedAt: performance.now(), keepMs: 60_000, stamp });
  await until(async () => (await level.find(QUESTION)) !== undefined);
}

/** Tells of a tag where no more than so many are remembered. */
async function tell(tag: string, mostRemembered: number): Promise<void> {
  const { level, link, names } = process.shared;
  const { epoch } = level.stamp() ?? { epoch: '' };
  const args = [epoch, 'somebody', 'soft', 'some', names.tags([tag]), mostRemembered, 'unreadable'];
  await link.run(TELL, { keys: [names.generations, names.bus], args, deadlineMs: 5_000 });
}

describe('the generations in Redis', () => {
  it('a value that depends on thousands of things goes with any of them', async () => {
    const tags = Array.from({ length: 2_500 }, (_, index) => `item:${index}`);
    await keep('many', tags);
    expect(await process.shared.level.find(QUESTION)).toMatchObject({ value: 'many', isFresh: true });
    await process.shared.level.invalidate(['item:2499'], 'hard');
    expect(await process.shared.level.find(QUESTION)).toBeUndefined();
  });

  it('what was forgotten about changes counts as changed', async () => {
    await keep('known', ['item:A']);
    await tell('item:B', 1_000);
    expect(await process.shared.level.find(QUESTION)).toMatchObject({ value: 'known', isFresh: true });
    await tell('item:C', 3);
    expect(await process.shared.level.find(QUESTION)).toBeUndefined();
    await process.following();
    await keep('new', ['item:A']);
    expect(await process.shared.level.find(QUESTION)).toMatchObject({ value: 'new', isFresh: true });
  });

  it('a value kept under an older stamp than a change of its tags is not kept', async () => {
    const { level } = process.shared;
    const stamp = level.stamp()!;
    await level.invalidate(['item:A'], 'soft');
    level.keep({ key: 'k', value: 'old', tags: ['item:A'], fetchedAt: performance.now(), keepMs: 60_000, stamp });
    await level.invalidate(['item:Z'], 'soft');
    expect(await level.find(QUESTION)).toBeUndefined();
  });

  it('an older value does not replace a newer one', async () => {
    const { level } = process.shared;
    const stamp = level.stamp()!;
    const older = performance.now() - 1_000;
    await keep('newer', ['item:A']);
    level.keep({ key: 'k', value: 'older', tags: ['item:A'], fetchedAt: older, keepMs: 60_000, stamp });
    await level.invalidate(['item:Z'], 'soft');
    expect(await level.find(QUESTION)).toMatchObject({ value: 'newer' });
  });
});
