import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { aProcess, type ProcessUnderTest } from '../testing/a-process';
import { someRedis, until, type RedisUnderTest } from '../testing/redis-server';

const PROCESSES = 3;
const KEYS = 2;

interface Step {
  readonly process: number;
  readonly key: number;
  readonly do: 'read' | 'change' | 'wait';
  readonly ms: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  process: fc.nat({ max: PROCESSES - 1 }),
  key: fc.nat({ max: KEYS - 1 }),
  do: fc.oneof(
    { weight: 6, arbitrary: fc.constant('read' as const) },
    { weight: 2, arbitrary: fc.constant('change' as const) },
    { weight: 2, arbitrary: fc.constant('wait' as const) },
  ),
  ms: fc.nat({ max: 3 }),
});

/** A register whose values only grow, behind several processes. */
class Register {
  readonly #versions = Array.from({ length: KEYS }, () => 0);
  readonly #floors = Array.from({ length: PROCESSES }, () => Array.from({ length: KEYS }, () => 0));
  readonly #work: Promise<void>[] = [];
  stale = 0;
  reads = 0;

  constructor(private readonly processes: readonly ProcessUnderTest[]) {}

  async play({ process, key, do: what, ms }: Step): Promise<void> {
    if (what === 'wait') await wait(ms);
    else this.#work.push(what === 'read' ? this.#read(process, key, ms) : this.#change(process, key));
  }

  /** All changes have arrived everywhere, so nobody may read anything older. */
  async finish(): Promise<void> {
    await Promise.all(this.#work);
    for (const [process, one] of this.processes.entries()) {
      for (let key = 0; key < KEYS; key += 1) {
        await until(async () => (await this.#value(one, key, 0)) === this.#versions[key]);
        expect(await this.#value(this.processes[process]!, key, 0)).toBe(this.#versions[key]);
      }
    }
  }

  async #read(process: number, key: number, ms: number): Promise<void> {
    const floor = this.#floors[process]![key]!;
    const value = await this.#value(this.processes[process]!, key, ms);
    this.reads += 1;
    if (value < floor) this.stale += 1;
  }

  async #change(process: number, key: number): Promise<void> {
    const version = (this.#versions[key]! += 1);
    expect(await this.processes[process]!.cache.invalidate([`key:${key}`], 'soft')).toBe('everywhere');
    this.#floors[process]![key] = Math.max(this.#floors[process]![key]!, version);
  }

  /** The register is looked at when the load begins; the answer takes a while. */
  async #value(process: ProcessUnderTest, key: number, ms: number): Promise<number> {
    const load = async (): Promise<{ value: number; tags: [] }> => {
      const value = this.#versions[key]!;
      await wait(ms);
      return { value, tags: [] };
    };
    const answer = await process.read(load, { tags: [`key:${key}`] }, `register-${key}`);
    if (answer.kind === 'failed') throw answer.error;
    return answer.value;
  }
}

describe('the stale checker over several processes', () => {
  let redis: RedisUnderTest;

  beforeAll(async () => {
    redis = await someRedis();
  });

  afterAll(() => redis.stop());

  it('finds no read older than what its own process acknowledged, and none at all once all have heard', async () => {
    let reads = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 80, size: 'max' }), async (steps) => {
        const secretKey = randomUUID();
        const processes = Array.from({ length: PROCESSES }, () => aProcess({ url: redis.url, secretKey }));
        try {
          await Promise.all(processes.map((process) => process.following()));
          const register = new Register(processes);
          for (const one of steps) await register.play(one);
          await register.finish();
          expect(register.stale).toBe(0);
          reads += register.reads;
        } finally {
          for (const { shared } of processes) shared.close();
        }
      }),
      { numRuns: 40 },
    );
    expect(reads).toBeGreaterThan(500);
  }, 120_000);
});
