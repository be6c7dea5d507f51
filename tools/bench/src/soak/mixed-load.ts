import { Pool } from 'undici';
import { build, type Histogram } from 'hdr-histogram-js';
import { seededRandom } from '../day/seeded-random';

export interface MixedLoadTargets {
  readonly url: string;
  readonly cookie: string;
  readonly connectionId: string;
  readonly customers: readonly string[];
  readonly items: readonly string[];
  readonly accounts: readonly string[];
}

/** What one minute of the load came to. */
export interface LoadMinute {
  readonly latencies: Histogram;
  readonly failures: number;
}

/** Out of a thousand requests: mostly what reps look at again and again, some of it new to the cache. */
const MIX = { availability: 450, orders: 250, credit: 150, accounts: 140, page: 10 };

/** Requests at a fixed rate for one minute after another, whatever the answers do. */
export class MixedLoad {
  readonly #random = seededRandom('soak');
  readonly #pool: Pool;
  #failures = 0;
  #latencies = newHistogram();

  constructor(private readonly targets: MixedLoadTargets) {
    this.#pool = new Pool(targets.url, { connections: 64, pipelining: 1 });
  }

  /** Lets the load run for `ms`. */
  async run(ms: number, perSecond: number): Promise<LoadMinute> {
    this.#latencies = newHistogram();
    this.#failures = 0;
    const start = performance.now();
    const total = Math.round((ms / 1000) * perSecond);
    const running: Promise<void>[] = [];
    for (let n = 0; n < total; n += 1) {
      const wait = start + (n * 1000) / perSecond - performance.now();
      if (wait > 1) await new Promise((resume) => setTimeout(resume, wait));
      running.push(this.#one());
    }
    await Promise.all(running);
    return { latencies: this.#latencies, failures: this.#failures };
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  async #one(): Promise<void> {
    const began = performance.now();
    try {
      const headers = { cookie: this.targets.cookie };
      const { statusCode, body } = await this.#pool.request({ path: this.#path(), method: 'GET', headers });
      await body.dump();
      if (statusCode >= 400) this.#failures += 1;
    } catch {
      this.#failures += 1;
    }
    this.#latencies.recordValue(Math.max(1, Math.round((performance.now() - began) * 1000)));
  }

  #path(): string {
    const { connectionId, customers, items, accounts } = this.targets;
    const erp = `/api/erp/connections/${connectionId}`;
    const random = this.#random;
    const dice = random.below(1000);
    if (dice < MIX.availability)
      return `${erp}/availability?items=${encodeURIComponent(random.pickEarly(items))}&warehouse=MAIN`;
    if (dice < MIX.availability + MIX.orders) return `${erp}/orders?customer=${random.pickEarly(customers)}&limit=10`;
    if (dice < MIX.availability + MIX.orders + MIX.credit)
      return `${erp}/credit?customer=${random.pickEarly(customers)}`;
    if (dice < 1000 - MIX.page) return '/api/accounts?limit=20';
    return `/api/accounts/${random.pickEarly(accounts)}/erp`;
  }
}

function newHistogram(): Histogram {
  return build({
    lowestDiscernibleValue: 1,
    highestTrackableValue: 120_000_000,
    numberOfSignificantValueDigits: 3,
  });
}
