import { randomUUID } from 'node:crypto';
import type { GovernedPlace } from '../../resilience/concurrency-governor';
import { aProcess, type ProcessUnderTest } from '../../testing/a-process';
import { CuttableLink } from '../../testing/cuttable-link';
import { someRedis, until, type RedisUnderTest } from '../../testing/redis-server';
import type { RedisConcurrencyGovernor } from './redis-concurrency-governor';

const LIMIT = 4;

jest.setTimeout(60_000);

let redis: RedisUnderTest;
let links: CuttableLink[];
let processes: ProcessUnderTest[];
let secretKey: string;

beforeAll(async () => {
  redis = await someRedis();
});

afterAll(() => redis.stop());

beforeEach(() => {
  links = [];
  processes = [];
  secretKey = randomUUID();
});

afterEach(async () => {
  for (const { shared } of processes) shared.close();
  await Promise.all(links.map((link) => link.close()));
});

/** As many processes as are expected, each over a way to Redis of its own. */
async function governors(replicas: number): Promise<readonly RedisConcurrencyGovernor[]> {
  for (let index = 0; index < replicas; index += 1) {
    const link = await CuttableLink.to(redis.url);
    links.push(link);
    processes.push(aProcess({ url: link.url, secretKey, replicas }));
  }
  await Promise.all(processes.map((process) => process.following()));
  return processes.map(({ shared }) => shared.governor);
}

function place(governor: RedisConcurrencyGovernor, ms = 5_000, priority: 'interactive' | 'background' = 'interactive') {
  return governor.acquire({ account: 'TSTDRV-1', limit: LIMIT, signal: AbortSignal.timeout(ms), priority });
}

/** Takes as many places as there are within the time. */
async function allPlaces(governor: RedisConcurrencyGovernor, ms = 1_500): Promise<readonly GovernedPlace[]> {
  const tried = await Promise.allSettled(Array.from({ length: LIMIT * 2 }, () => place(governor, ms)));
  return tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

describe('places at an ERP account, over several processes', () => {
  it('are never more than the account has, and all of them are used', async () => {
    const all = await governors(4);
    let inside = 0;
    let most = 0;
    const call = async (governor: RedisConcurrencyGovernor): Promise<void> => {
      const taken = await place(governor, 30_000);
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 3));
      inside -= 1;
      taken.release();
    };
    await Promise.all(Array.from({ length: 200 }, (_, index) => call(all[index % 4]!)));
    expect(most).toBe(LIMIT);
    expect(inside).toBe(0);
  });

  it('one process may have them all while the others want none', async () => {
    const [one] = await governors(4);
    expect(await allPlaces(one!, 3_000)).toHaveLength(LIMIT);
  });

  it('one that waits gets the place another process gives back', async () => {
    const [one, other] = await governors(2);
    const held = await allPlaces(one!, 3_000);
    const waiting = place(other!, 10_000);
    held[0]!.release();
    await waiting;
    expect(one!.taken('TSTDRV-1') + other!.taken('TSTDRV-1')).toBe(LIMIT);
  });

  it('a reader who goes away takes no place and holds up nobody', async () => {
    const [one] = await governors(1);
    const held = await allPlaces(one!);
    const away = new AbortController();
    const gone = one!.acquire({ account: 'TSTDRV-1', limit: LIMIT, signal: away.signal, priority: 'interactive' });
    away.abort(new Error('gone'));
    await expect(gone).rejects.toThrow('gone');
    const next = place(one!, 10_000);
    held[0]!.release();
    await next;
    expect(one!.taken('TSTDRV-1')).toBe(LIMIT);
  });

  it('people go before the background, whoever came first', async () => {
    const [one] = await governors(1);
    const held = await allPlaces(one!);
    const order: string[] = [];
    const asking = (['background', 'interactive'] as const).map(async (priority) => {
      const taken = await place(one!, 10_000, priority);
      order.push(priority);
      taken.release();
    });
    held[0]!.release();
    await Promise.all(asking);
    expect(order).toEqual(['interactive', 'background']);
  });

  it('giving a place back twice frees one place', async () => {
    const [one] = await governors(1);
    const held = await allPlaces(one!);
    held[0]!.release();
    held[0]!.release();
    expect(await allPlaces(one!)).toHaveLength(1);
  });
});

describe('places while Redis is away', () => {
  it('each process has its share at once, where nobody had more', async () => {
    const all = await governors(2);
    await place(all[0]!);
    for (const link of links) link.cut();
    await until(() => processes.every(({ shared }) => shared.view().state === 'cut'));
    const [first, second] = [await allPlaces(all[0]!), await allPlaces(all[1]!)];
    expect([first.length + 1, second.length]).toEqual([2, 2]);
  });

  it('no process begins anything while another may still have more than its share', async () => {
    const [one, other] = await governors(2);
    expect(await allPlaces(one!, 3_000)).toHaveLength(LIMIT);
    for (const link of links) link.cut();
    await until(() => processes.every(({ shared }) => shared.view().state === 'cut'));
    expect(await allPlaces(other!)).toHaveLength(0);
  });

  it('one that is cut off alone has its share, and the others leave it to it', async () => {
    const [one, other] = await governors(2);
    links[0]!.cut();
    await until(() => processes[0]!.shared.view().state === 'cut');
    expect(await allPlaces(one!)).toHaveLength(2);
    expect(await allPlaces(other!)).toHaveLength(2);
  });

  it('what was begun without Redis counts when it is back', async () => {
    const [one, other] = await governors(2);
    for (const link of links) link.cut();
    await until(() => processes.every(({ shared }) => shared.view().state === 'cut'));
    expect(await allPlaces(one!)).toHaveLength(2);
    for (const link of links) link.mend();
    await Promise.all(processes.map((process) => process.following()));
    expect(await allPlaces(other!, 3_000)).toHaveLength(2);
  });

  it('after Redis lost its memory, what is under way still counts', async () => {
    const [one, other] = await governors(2);
    expect(await allPlaces(one!, 3_000)).toHaveLength(LIMIT);
    const { link, names } = processes[0]!.shared;
    const keys = (await link.command('KEYS', [`${names.prefix}*`], 1_000)) as readonly string[];
    await link.command('DEL', keys, 1_000);
    expect(await allPlaces(other!, 3_000)).toHaveLength(0);
  });
});
