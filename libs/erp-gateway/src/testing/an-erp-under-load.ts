import { ErpError, type ErpCall, type ErpOperation, type ErpRead, type Reading } from '@headwater/erp-contracts';
import {
  aBatchOf,
  aCreditView,
  aCustomerView,
  anAvailabilityView,
  anItemView,
  aReading,
  aSalesOrderDetailView,
  fakeErpReaders,
} from '@headwater/erp-testing';
import type { BreakerChange, RepeatedCall, SparedCall } from '../gateway/observer';
import { aGateway, aRead, outcomeOf, type GatewayParts, type GatewayUnderTest } from './a-gateway';
import { settled } from './manual-clock';

/** What the ERP does with calls: answers, fails each in its own way, or never says a word. */
export type ErpMood = 'answers' | 'hangs' | ErpError;

export interface UpstreamCall {
  readonly operation: ErpOperation;
  /** Monotonic. */
  readonly at: number;
}

export interface ReadOutcome {
  readonly operation: ErpOperation;
  readonly askedAt: number;
  /** `live`, `cached`, `last-known` or the code of a failure. */
  readonly outcome: string;
}

export interface ErpUnderLoad {
  readonly gateway: GatewayUnderTest;
  /** Every call the ERP got. */
  readonly calls: UpstreamCall[];
  /** Calls it works on now, and the most there ever were at a time. */
  inFlight: number;
  mostInFlight: number;
  /** Changes what it does from now on; calls that hang go on hanging. */
  mood: ErpMood | ((operation: ErpOperation) => ErpMood);
  /** How long it takes to answer or to fail, in milliseconds. */
  latencyMs: number;
  readonly breakers: (BreakerChange & { readonly at: number })[];
  readonly spared: SparedCall[];
  readonly repeated: RepeatedCall[];
  /** Reads at a steady rate, each of something else; resolves with what became of them. */
  demand(demand: Demand): Promise<readonly ReadOutcome[]>;
  /** Closes the gateway, with all the time it takes. */
  close(): Promise<void>;
}

export interface Demand {
  readonly perSecond: number;
  readonly forMs: number;
  readonly operations?: readonly ErpOperation[];
  readonly deadlineMs?: number;
}

/** One question of each kind about the thing of that number. */
const READS: { readonly [operation: string]: (number: string) => ErpRead } = {
  'orders.get': (number) => aRead({ operation: 'orders.get', query: { number } }) as unknown as ErpRead,
  'customers.get': (number) => aRead({ operation: 'customers.get', query: { number } }) as unknown as ErpRead,
  'items.get': (number) => aRead({ operation: 'items.get', query: { number } }) as unknown as ErpRead,
  'credit.get': (customer) => aRead({ operation: 'credit.get', query: { customer } }) as unknown as ErpRead,
  'availability.list': (item) =>
    aRead({ operation: 'availability.list', query: { items: [item] } }) as unknown as ErpRead,
};

export const LOADED_OPERATIONS = Object.keys(READS) as readonly ErpOperation[];

export function readOf(operation: ErpOperation, number: string, deadlineMs?: number): ErpRead {
  const build = READS[operation];
  if (build === undefined) throw new RangeError(`no question for ${operation}`);
  return { ...build(number), ...(deadlineMs === undefined ? {} : { deadlineMs }) };
}

/** A gateway over an ERP whose mood a test decides, in hand-driven time. */
export function anErpUnderLoad(parts: GatewayParts = {}): ErpUnderLoad {
  const readers = fakeErpReaders();
  const ask =
    <T>(operation: ErpOperation, answer: () => T) =>
    (_query: unknown, { signal }: ErpCall): Promise<Reading<T>> =>
      upstream(erp, { operation, answer, signal });
  const gateway = aGateway({
    ...parts,
    connection: {
      orders: { ...readers.orders, get: ask('orders.get', () => aSalesOrderDetailView()) },
      customers: { ...readers.customers, get: ask('customers.get', () => aCustomerView()) },
      items: { ...readers.items, get: ask('items.get', () => anItemView()) },
      credit: { get: ask('credit.get', () => aCreditView()) },
      availability: { list: ask('availability.list', () => aBatchOf([anAvailabilityView()])) },
      ...parts.connection,
    },
    options: {
      ...parts.options,
      observer: {
        breakerChanged: (change) => erp.breakers.push({ ...change, at: gateway.clock.monotonic() }),
        callSpared: (call) => erp.spared.push(call),
        callRepeated: (call) => erp.repeated.push(call),
        ...parts.options?.observer,
      },
    },
  });
  const erp: ErpUnderLoad = {
    gateway,
    calls: [],
    inFlight: 0,
    mostInFlight: 0,
    mood: 'answers',
    latencyMs: 80,
    breakers: [],
    spared: [],
    repeated: [],
    demand: (demand) => demanded(gateway, demand),
    close: async () => {
      const closed = gateway.close();
      await gateway.clock.advance(10_000);
      await closed;
    },
  };
  return erp;
}

interface Asked<T> {
  readonly operation: ErpOperation;
  readonly answer: () => T;
  readonly signal: AbortSignal;
}

function upstream<T>(erp: ErpUnderLoad, { operation, answer, signal }: Asked<T>): Promise<Reading<T>> {
  const { clock } = erp.gateway;
  const mood = typeof erp.mood === 'function' ? erp.mood(operation) : erp.mood;
  erp.calls.push({ operation, at: clock.monotonic() });
  erp.inFlight += 1;
  erp.mostInFlight = Math.max(erp.mostInFlight, erp.inFlight);
  return new Promise<Reading<T>>((resolve, reject) => {
    const cancel = clock.after(mood === 'hangs' ? 1e9 : erp.latencyMs, () =>
      mood instanceof ErpError ? reject(mood) : resolve(aReading(answer())),
    );
    signal.addEventListener('abort', () => {
      cancel();
      reject(signal.reason);
    });
  }).finally(() => (erp.inFlight -= 1));
}

let asked = 0;

async function demanded(gateway: GatewayUnderTest, demand: Demand): Promise<readonly ReadOutcome[]> {
  const { perSecond, forMs, operations = LOADED_OPERATIONS, deadlineMs = 3_000 } = demand;
  const outcomes: Promise<ReadOutcome>[] = [];
  const everyMs = 1_000 / perSecond;
  const startedAt = gateway.clock.monotonic();
  for (let read = 0; read * everyMs < forMs; read += 1) {
    await gateway.clock.advance(startedAt + read * everyMs - gateway.clock.monotonic());
    const operation = operations[read % operations.length] ?? 'orders.get';
    const askedAt = gateway.clock.monotonic();
    asked += 1;
    const answer = outcomeOf(gateway.reads.read(readOf(operation, String(asked), deadlineMs)));
    outcomes.push(answer.then((result) => ({ operation, askedAt, outcome: stateOf(result) })));
  }
  await gateway.clock.advance(startedAt + forMs - gateway.clock.monotonic());
  await settled();
  const ended = Promise.all(outcomes);
  await gateway.clock.advance(deadlineMs);
  return ended;
}

function stateOf(result: unknown): string {
  return typeof result === 'string' ? result : (result as { freshness: { state: string } }).freshness.state;
}
