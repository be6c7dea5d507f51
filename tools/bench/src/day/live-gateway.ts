import { createEpicorP21Adapter } from '@headwater/erp-adapters/epicor-p21';
import {
  ErpConnectionSource,
  type ErpAdapter,
  type ErpConnectionCandidate,
  type ErpOperation,
  type QueryOf,
} from '@headwater/erp-contracts';
import { createErpGateway, type ErpGateway } from '@headwater/erp-gateway';
import { CONNECTION_ID, ruleNotice } from './p21-connection';
import type { AnsweringSystem, GivenAnswer, Question } from './questions';
import { seededRandom } from './seeded-random';
import type { SimulatedClock } from './simulated-clock';
import { availableWord, priceWord, shippedWord } from './truth';

export interface LiveOptions {
  readonly candidate: ErpConnectionCandidate;
  readonly clock: SimulatedClock;
  /** Whether the site's rule reports what is saved. */
  readonly notices: boolean;
  readonly seed: string;
}

const DEADLINE_MS = 30_000;

/** Headwater's gateway as the API runs it, on the clock of the day. */
export class LiveGateway implements AnsweringSystem {
  readonly #gateway: ErpGateway;

  constructor(private readonly options: LiveOptions) {
    const { clock, candidate, seed } = options;
    const random = seededRandom(`${seed}/expiry`);
    this.#gateway = createErpGateway({
      adapters: [held(createEpicorP21Adapter({ clock }), clock)],
      connections: new OneConnection(candidate),
      clock,
      timers: clock,
      random: () => random.next(),
    });
  }

  async answer(question: Question): Promise<GivenAnswer> {
    switch (question.kind) {
      case 'available': {
        const { data, freshness } = await this.#read('availability.list', { items: [question.item] });
        return { value: availableWord(data.items.map(({ available }) => available.value)), ageMs: freshness.ageMs };
      }
      case 'shipped': {
        const { data, freshness } = await this.#read('orders.get', { number: question.order });
        return { value: shippedWord(data.status), ageMs: freshness.ageMs };
      }
      case 'price': {
        const { customer, item, unit } = question;
        const query = { customer, items: [{ item, quantity: '1', unit }] };
        const { data, freshness } = await this.#read('prices.quote', query);
        return { value: priceWord(data.items[0]?.unitPrice.amount ?? ''), ageMs: freshness.ageMs };
      }
    }
  }

  async told(notice: { readonly table: string; readonly key: string }): Promise<void> {
    if (!this.options.notices) return;
    await this.#gateway.changes.receive(CONNECTION_ID, ruleNotice(this.options.candidate.settings, notice));
  }

  close(): Promise<void> {
    return this.#gateway.close();
  }

  #read<O extends ErpOperation>(operation: O, query: QueryOf<O>) {
    const scope = { principal: 'service' } as const;
    return this.#gateway.reads.read<O>({
      connectionId: CONNECTION_ID,
      operation,
      query,
      scope,
      deadlineMs: DEADLINE_MS,
    });
  }
}

/** Time does not go on during a sweep, or the day would be over before the first one has ended. */
function held(adapter: ErpAdapter, clock: SimulatedClock): ErpAdapter {
  return {
    ...adapter,
    connect: (config) => {
      const connection = adapter.connect(config);
      const { sweep } = connection;
      if (sweep === undefined) return connection;
      const since: typeof sweep.since = (position, call) => clock.hold(sweep.since(position, call));
      return { ...connection, sweep: { ...sweep, since } };
    },
  };
}

class OneConnection extends ErpConnectionSource {
  constructor(private readonly candidate: ErpConnectionCandidate) {
    super();
  }

  find(): Promise<ErpConnectionCandidate> {
    return Promise.resolve(this.candidate);
  }

  enabledIds(): Promise<readonly string[]> {
    return Promise.resolve([CONNECTION_ID]);
  }
}
