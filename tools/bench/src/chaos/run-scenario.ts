import { setTimeout } from 'node:timers/promises';
import { Load, type LoadTargets } from './load';
import { isAsEver, longestWait, recoveredAfter, type Observation } from './observations';
import { MonotoneRegister } from './register';
import { ReplicasClient, whenAnswers } from './replicas-client';
import { HEALTHY, RECOVERY_MS, type ChaosScenario } from './scenarios';
import type { Stand } from './stand';

export interface ChaosPace {
  readonly perSecond: number;
  /** How long what went wrong stays wrong. */
  readonly faultMs: number;
}

/** ERP calls and requests for ERP values in one phase. */
export interface Demand {
  readonly reads: number;
  readonly calls: number;
}

export interface ScenarioRecord {
  readonly observations: readonly Observation[];
  readonly during: readonly Observation[];
  readonly demand: Readonly<Record<'before' | 'atFirst' | 'then' | 'after', Demand>>;
  readonly recoveredMs: number | undefined;
  readonly acknowledged: number;
  readonly lost: number;
  readonly longestMs: { readonly page: number; readonly other: number };
}

const BEFORE_MS = 8_000;
/** Longer than the recovery may take, so that what comes after it is seen, too. */
const AFTER_RECOVERY_MS = 5_000;
/** By then a breaker has seen enough to open. */
const AT_FIRST_MS = 5_000;
const SETTLES_MS = 60_000;

/** Load before, during and after; then every acknowledged write is looked for. */
export async function runScenario(
  stand: Stand,
  scenario: ChaosScenario,
  { perSecond, faultMs }: ChaosPace,
): Promise<ScenarioRecord> {
  const client = new ReplicasClient(stand.replicaUrls);
  await client.signIn();
  await stand.sxe.reset();
  await stand.sxe.faults(HEALTHY);
  const targets = await targetsOf(stand, client, scenario);
  const stop = new AbortController();
  const growing = targets.register.grow(stop.signal);
  const start = Date.now();
  const loading = new Load(client, targets).run(perSecond, stop.signal);
  const marks = await phases(stand, scenario, faultMs);
  stop.abort();
  const [{ observations, acknowledged }] = await Promise.all([loading, growing]);
  await whenAnswers(client, '/api/accounts?limit=1', SETTLES_MS);
  const since = (mark: number): number => mark - start;
  const during = observations.filter(
    ({ startedAt }) => startedAt >= since(marks.struck) && startedAt < since(marks.healed),
  );
  return {
    observations,
    during,
    demand: await demandOf(stand, observations, { start, ...marks }),
    recoveredMs: recoveredAfter(observations, { struckAt: since(marks.struck), healedAt: since(marks.healed) }),
    acknowledged: acknowledged.length,
    lost: await lostOf(client, acknowledged),
    longestMs: {
      page: longestWait(observations.filter(({ kind }) => kind === 'page')),
      other: longestWait(observations.filter(({ kind }) => kind !== 'page')),
    },
  };
}

interface Marks {
  readonly struck: number;
  readonly healed: number;
}

async function phases(stand: Stand, scenario: ChaosScenario, faultMs: number): Promise<Marks> {
  await setTimeout(BEFORE_MS);
  const struck = Date.now();
  await scenario.strike(stand);
  await setTimeout(faultMs);
  await scenario.heal(stand);
  const healed = Date.now();
  await setTimeout((scenario.recoveryMs ?? RECOVERY_MS) + AFTER_RECOVERY_MS);
  return { struck, healed };
}

async function targetsOf(stand: Stand, client: ReplicasClient, scenario: ChaosScenario): Promise<LoadTargets> {
  const connections = (await client.get('/api/erp/connections')).body as { items: { id: string; name: string }[] };
  const connectionId = connections.items.find(({ name }) => name === 'SX.e East')?.id ?? '';
  const accounts = (await client.get('/api/accounts?limit=100')).body as { items: { id: string }[] };
  const orders = await stand.sxe.truth<{ items: { customer: string }[] }>('orders?company=1&limit=3000');
  const { items } = await stand.sxe.truth<{ items: { number: string }[] }>('items?limit=1');
  const item = items[0]?.number ?? '';
  const levels = await stand.sxe.truth<{ items: { warehouse: string; onHand: string }[] }>(
    `stock/${encodeURIComponent(item)}`,
  );
  const first = Number(levels.items.find(({ warehouse }) => warehouse === 'MAIN')?.onHand ?? 0);
  return {
    connectionId,
    customers: [...new Set(orders.items.map(({ customer }) => customer))],
    accounts: accounts.items.map(({ id }) => id),
    register: new MonotoneRegister(stand.sxe, { item, first }),
    // Between replicas a notice takes the time of the bus, and their answers cannot be held to the millisecond.
    strict: scenario.stand.replicas === 1,
  };
}

async function demandOf(
  { sxe }: Stand,
  observations: readonly Observation[],
  { start, struck, healed }: Marks & { readonly start: number },
): Promise<ScenarioRecord['demand']> {
  const { calls } = await sxe.log();
  const at = calls.filter(({ path }) => /sxapi|FetchWhere/i.test(path)).map((call) => Date.parse(call.at));
  const phase = (from: number, to: number): Demand => ({
    reads: observations.filter(
      ({ kind, startedAt }) => kind === 'erp-read' && startedAt >= from - start && startedAt < to - start,
    ).length,
    calls: at.filter((moment) => moment >= from && moment < to).length,
  });
  const seen = struck + AT_FIRST_MS;
  return {
    before: phase(start, struck),
    atFirst: phase(struck, seen),
    then: phase(seen, healed),
    after: phase(healed, Infinity),
  };
}

async function lostOf(client: ReplicasClient, acknowledged: readonly string[]): Promise<number> {
  let lost = 0;
  for (const id of acknowledged) {
    if ((await whenAnswers(client, `/api/conversations/${id}`, 5_000)).status !== 200) lost += 1;
  }
  return lost;
}

export function troubled(observations: readonly Observation[]): readonly Observation[] {
  return observations.filter((one) => !isAsEver(one));
}
