import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn, type ApiSession } from '../../dev/api-session.mts';
import { controlOf } from '../../dev/control.mts';
import { optionsFromEnvironment } from '../../dev/options.mts';
import { startProduct, type RunningProduct } from '../../dev/product.mts';
import { DEMO_PASSWORD, seedDemo, type DemoOptions } from '../../dev/seed-demo.mts';
import { ownDatabase } from '../../dev/throw-away-database.mts';
import type { BenchedProduct } from './benched-product';

/** The product as a benchmark meets it that also changes how it is set up. */
export interface StartedProduct extends BenchedProduct {
  readonly admin: ApiSession;
  readonly running: RunningProduct;
  readonly dataFolder: string;
}

/** Runs a benchmark on the built product with its demo, on free ports and a database of its own; ends all of it after. */
export async function withProduct(
  work: (product: StartedProduct) => Promise<void>,
  demo: DemoOptions = {},
): Promise<void> {
  const options = optionsFromEnvironment();
  const dataFolder = mkdtempSync(join(tmpdir(), 'headwater-bench-'));
  const database = await ownDatabase(options.databaseUrl);
  const own = { dataFolder, port: 0, simulatorsPort: 0, logLevel: 'warn' };
  const running = await startProduct({ ...options, ...own, ...database.option });
  try {
    await seedDemo(running.url, running.simulators, demo);
    await work({ ...(await benched(running)), running, dataFolder });
  } finally {
    await running.stop();
    await database.drop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function benched({ url, simulators }: RunningProduct): Promise<BenchedProduct & { readonly admin: ApiSession }> {
  const [admin, rep] = await Promise.all(
    ['admin', 'rep'].map((name) => signIn(url, `${name}@headwater.demo`, DEMO_PASSWORD)),
  );
  if (admin === undefined || rep === undefined) throw new Error('The demo has an admin and a rep.');
  const { items } = await rep.get<{ items: readonly { id: string; name: string }[] }>('/api/erp/connections');
  const sxeUrl = simulators['infor-sxe'] ?? '';
  const connectionId = items.find(({ name }) => name === 'SX.e East')?.id ?? '';
  return { url, rep, admin, sxe: controlOf(sxeUrl), sxeUrl, connectionId };
}
