/** `node tools/bench/bench.mts --only soak [--minutes 30] [--rate 300]`: whether the API stays the same under a mixed load. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { accountsOf } from '../accounts-of';
import { customersWithOrders } from '../benched-product';
import { printResult } from '../print-result';
import { withProduct, type StartedProduct } from '../with-product';
import { MixedLoad, type LoadMinute } from './mixed-load';
import { figuresDuring, type ProcessFigures } from './process-figures';
import { isFlat } from './trend';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { minutes: text, rate: text }, strict: false });
const minutes = Number(values.minutes ?? 30);
const rate = Number(values.rate ?? 300);
const MINUTE_MS = 60_000;
const CUSTOMERS = 200;
/** A garbage collector leaves waves of this size in memory that does not grow. */
const TOLERANCE = 0.1;

interface Minute extends ProcessFigures, LoadMinute {}

await withProduct(async (product) => {
  await product.sxe.faults({ latencyMs: 20, jitterMs: 20, match: 'sxapi|FetchWhere' });
  const load = await mixedLoad(product);
  const done: Minute[] = [];
  for (let minute = 1; minute <= minutes; minute += 1) {
    const { result, figures } = await figuresDuring(product.url, load.run(MINUTE_MS, rate));
    const record = { ...result, ...figures };
    done.push(record);
    console.log(JSON.stringify(rowOf(record, minute)));
  }
  await load.close();
  const unhandled = unhandledIn(product.dataFolder);
  printResult({
    title: 'A mixed load over time',
    method: `${rate} requests/s for ${minutes} min, ERP latency 20 to 40 ms; the lowest heap of each minute, other figures at its end; ${verdictOf(done)}; ${unhandled} unhandled rejections in the log`,
    rows: done.map((record, index) => rowOf(record, index + 1)),
  });
  if (unhandled > 0) process.exitCode = 1;
});

async function mixedLoad(product: StartedProduct): Promise<MixedLoad> {
  const customers = await customersWithOrders(product, CUSTOMERS);
  const { items } = await product.sxe.truth<{ items: readonly { number: string }[] }>('items?limit=500');
  const answer = await fetch(`${product.url}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: product.url },
    body: JSON.stringify({ email: 'rep@headwater.demo', password: 'headwater-demo' }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const { url, connectionId } = product;
  const accounts = await accountsOf(product, customers);
  return new MixedLoad({ url, cookie, connectionId, customers, accounts, items: items.map(({ number }) => number) });
}

function rowOf({ latencies, failures, rssMb, heapMb, handles, eventLoopP99Ms }: Minute, minute: number) {
  return {
    minute,
    answers: latencies.totalCount,
    failures,
    'p50 ms': Number((latencies.getValueAtPercentile(50) / 1000).toFixed(1)),
    'p99 ms': Number((latencies.getValueAtPercentile(99) / 1000).toFixed(1)),
    'RSS MB': Math.round(rssMb),
    'heap MB': Math.round(heapMb),
    handles,
    'event loop p99 ms': Number(eventLoopP99Ms.toFixed(1)),
  };
}

function verdictOf(done: readonly Minute[]): string {
  const verdict = (name: string, of: (minute: Minute) => number): string =>
    `${name} ${isFlat(done.map(of), TOLERANCE) ? 'flat' : 'RISING'}`;
  return [
    verdict('RSS', ({ rssMb }) => rssMb),
    verdict('heap', ({ heapMb }) => heapMb),
    verdict('handles', ({ handles }) => handles),
  ].join(', ');
}

/** Node ends a process at an unhandled rejection unless something listens; what listens writes a line. */
function unhandledIn(dataFolder: string): number {
  const log = readFileSync(join(dataFolder, 'logs', 'api.log'), 'utf8');
  return log.split('\n').filter((line) => /unhandled ?rejection/i.test(line)).length;
}
