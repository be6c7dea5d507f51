/** `npm run bench -- --only governance`: whether four replicas together keep to what an ERP allows at once. */
import { setTimeout } from 'node:timers/promises';
import { ReplicasClient } from '../chaos/replicas-client';
import { startStand, type Stand, type StandOptions } from '../chaos/stand';
import { printResult } from '../print-result';
import { type BenchResult } from '../result';
import { callsAtOnce } from './calls-at-once';

const REPLICAS = 4;
/** As a connection to NetSuite is set up. */
const LIMIT = 4;
const READERS = 48;
const SECONDS = 20;
const ERP = 'netsuite';
const LATENCY = { latencyMs: 60, jitterMs: 40 };

interface Setting {
  readonly name: string;
  readonly stand: StandOptions;
  /** What becomes of it halfway. */
  readonly halfway?: (stand: Stand) => Promise<void>;
}

const SHARING: StandOptions = { replicas: REPLICAS, redis: true, gateways: 0, allErps: true };
const SETTINGS: readonly Setting[] = [
  { name: 'a Redis in common', stand: SHARING },
  { name: 'Redis killed halfway', stand: SHARING, halfway: async ({ redis }) => redis?.kill() },
  { name: 'no Redis, each its share', stand: { ...SHARING, redis: false } },
  { name: 'each as if it were alone', stand: { ...SHARING, redis: false, told: 1 } },
];

const rows: BenchResult['rows'][number][] = [];
for (const setting of SETTINGS) rows.push(await measured(setting));
printResult({
  title: `${REPLICAS} replicas and an ERP that allows ${LIMIT} calls at once`,
  method: `NetSuite answers in 60 to 100 ms; ${READERS} readers, each asking anew as it is answered, every question the first of its kind, ${SECONDS} s; calls at once by the log of the ERP`,
  rows,
});
const [shared, killed, apart] = rows;
if ([shared, killed, apart].some((row) => Number(row?.['calls at once, at most']) > LIMIT)) process.exitCode = 1;

async function measured({ name, stand: options, halfway }: Setting): Promise<BenchResult['rows'][number]> {
  const stand = await startStand(options);
  try {
    const erp = stand.erp(ERP);
    const client = new ReplicasClient(stand.replicaUrls);
    await client.signIn();
    const questions = await questionsOf(stand, client);
    // Sign-in and the first sockets of each replica are no part of it.
    for (let replica = 0; replica < REPLICAS; replica += 1) await client.get(questions[replica] ?? '');
    await erp.reset();
    await erp.faults(LATENCY);
    const outcomes = await asked(client, questions.slice(REPLICAS), () => halfway?.(stand));
    await erp.faults({});
    const { calls } = await erp.log();
    const services = calls.filter(({ path }) => path.startsWith('/services/rest/') || path.startsWith('/app/site/'));
    return {
      replicas: name,
      'reads answered': outcomes.answered,
      'reads that failed': outcomes.failed,
      'ERP calls': services.length,
      'calls at once, at most': callsAtOnce(services),
    };
  } finally {
    await stand.stop();
  }
}

/** Credit and open orders of every customer: each is asked once, so that no cache answers. */
async function questionsOf(stand: Stand, client: ReplicasClient): Promise<readonly string[]> {
  const { body } = await client.get('/api/erp/connections');
  const { items } = body as { readonly items: readonly { readonly id: string; readonly name: string }[] };
  const connection = items.find(({ name }) => name === 'NetSuite')?.id ?? '';
  const { items: customers } = await stand.erp(ERP).truth<{ items: { number: string }[] }>('customers?limit=3000');
  return customers.flatMap(({ number }) =>
    ['credit', 'orders', 'invoices'].map(
      (what) => `/api/erp/connections/${connection}/${what}?customer=${encodeURIComponent(number)}`,
    ),
  );
}

interface Outcomes {
  readonly answered: number;
  readonly failed: number;
}

async function asked(
  client: ReplicasClient,
  questions: readonly string[],
  halfway: () => Promise<void> | undefined,
): Promise<Outcomes> {
  const until = Date.now() + SECONDS * 1000;
  let next = 0;
  let answered = 0;
  const reader = async (): Promise<void> => {
    while (Date.now() < until && next < questions.length) {
      const { status } = await client.get(questions[next++] ?? '');
      if (status === 200) answered += 1;
    }
  };
  const turning = setTimeout((SECONDS / 2) * 1000).then(halfway);
  await Promise.all([turning, ...Array.from({ length: READERS }, reader)]);
  return { answered, failed: next - answered };
}
