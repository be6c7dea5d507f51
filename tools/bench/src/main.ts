/** `npm run bench`: prints each comparison side by side, measured in one run, and writes bench/results.json. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { cachedReadOverHttp } from './overhead/cached-read-over-http';
import { concurrentEqualReads } from './concurrent-equal-reads';
import { gatewayVersusDirect } from './overhead/gateway-versus-direct';
import { mappingThroughput } from './mapping/mapping-throughput';
import { overviewVersusSlowest } from './overview/overview-versus-slowest';
import { printResult } from './print-result';
import type { BenchResult } from './result';
import { staleReads } from './stale-reads';
import { withProduct, type StartedProduct } from './with-product';

const BENCHES: readonly ((product: StartedProduct) => Promise<BenchResult>)[] = [
  gatewayVersusDirect,
  cachedReadOverHttp,
  overviewVersusSlowest,
  concurrentEqualReads,
  staleReads,
  mappingThroughput,
];

async function main(): Promise<void> {
  await withProduct(async (product) => {
    const results = await measure(product);
    mkdirSync('bench', { recursive: true });
    const report = { node: process.version, cpus: cpus().length, results };
    writeFileSync('bench/results.json', `${JSON.stringify(report, null, 2)}\n`);
  });
}

async function measure(product: StartedProduct): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = [];
  for (const bench of BENCHES) {
    const result = await bench(product);
    await product.sxe.faults({});
    printResult(result);
    results.push(result);
  }
  return results;
}

await main();
