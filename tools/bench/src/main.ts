/** `npm run bench`: prints each comparison side by side, measured in one run, and writes bench/results.json. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct } from '../../dev/product.mts';
import { optionsFromEnvironment } from '../../dev/options.mts';
import { DEMO_PASSWORD, seedDemo } from '../../dev/seed-demo.mts';
import { signIn } from '../../dev/api-session.mts';
import { controlOf } from '../../dev/control.mts';
import { ownDatabase } from '../../dev/throw-away-database.mts';
import type { BenchedProduct } from './benched-product';
import { cachedReadOverHttp } from './cached-read-over-http';
import { concurrentEqualReads } from './concurrent-equal-reads';
import { gatewayVersusDirect } from './gateway-versus-direct';
import { mappingThroughput } from './mapping/mapping-throughput';
import { overviewVersusSlowest } from './overview-versus-slowest';
import { printResult } from './print-result';
import type { BenchResult } from './result';
import { staleReads } from './stale-reads';

const BENCHES: readonly ((product: BenchedProduct) => Promise<BenchResult>)[] = [
  gatewayVersusDirect,
  cachedReadOverHttp,
  overviewVersusSlowest,
  concurrentEqualReads,
  staleReads,
  mappingThroughput,
];

async function main(): Promise<void> {
  const options = optionsFromEnvironment();
  const dataFolder = mkdtempSync(join(tmpdir(), 'headwater-bench-'));
  const database = await ownDatabase(options.databaseUrl);
  const product = await startProduct({
    ...{ ...options, dataFolder, port: 0, simulatorsPort: 0, logLevel: 'warn' },
    ...database.option,
  });
  try {
    await seedDemo(product.url, product.simulators);
    const results = await measure(await benched(product.url, product.simulators['infor-sxe'] ?? ''));
    mkdirSync('bench', { recursive: true });
    writeFileSync(
      'bench/results.json',
      `${JSON.stringify({ node: process.version, cpus: cpus().length, results }, null, 2)}\n`,
    );
  } finally {
    await product.stop();
    await database.drop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function benched(url: string, sxeUrl: string): Promise<BenchedProduct> {
  const rep = await signIn(url, 'rep@headwater.demo', DEMO_PASSWORD);
  const { items } = await rep.get<{ items: readonly { id: string; company: string }[] }>('/api/erp/connections');
  const sxe = controlOf(sxeUrl);
  return { url, rep, sxe, sxeUrl, connectionId: items.find(({ company }) => company === '1')?.id ?? '' };
}

async function measure(product: BenchedProduct): Promise<readonly BenchResult[]> {
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
