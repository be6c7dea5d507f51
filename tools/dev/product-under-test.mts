/** The product as end-to-end tests meet it: built, filled with the demo, and nobody else's. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn, type ApiSession } from './api-session.mts';
import { controlOf, type SimulatorControl } from './control.mts';
import type { RunningGateways } from './gateways.mts';
import type { ProductOptions } from './options.mts';
import { startProduct } from './product.mts';
import { DEMO_PASSWORD, seedDemo } from './seed-demo.mts';
import { ownDatabase } from './throw-away-database.mts';

export interface ProductUnderTest {
  readonly url: string;
  readonly admin: ApiSession;
  readonly manager: ApiSession;
  readonly rep: ApiSession;
  /** The SX.e simulator's control side. */
  readonly sxe: SimulatorControl;
  /** Base URL of the SX.e simulator. */
  readonly sxeUrl: string;
  /** Base URL of every simulator by its ERP, for example `netsuite`. */
  readonly simulators: Readonly<Record<string, string>>;
  /** Connection to company 1. */
  readonly connectionId: string;
  readonly dataFolder: string;
  readonly databaseUrl: string;
  /** Gateways in processes of their own, where they were asked for. */
  readonly gateways: RunningGateways | undefined;
  stop(): Promise<void>;
}

/** The built product with its demo, on free ports, with a data folder and a database of its own. */
export async function startProductUnderTest(
  topology: Pick<ProductOptions, 'gateways'> = {},
): Promise<ProductUnderTest> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'headwater-e2e-'));
  const given = process.env['TEST_DATABASE_URL'];
  const database = await ownDatabase(given === '' ? undefined : given);
  const base = { ...topology, dataFolder, host: '127.0.0.1', port: 0, simulatorsPort: 0, logLevel: 'debug' };
  const product = await startProduct({ ...base, ...database.option });
  const stop = async (): Promise<void> => {
    await product.stop();
    await database.drop();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    await seedDemo(product.url, product.simulators);
    const session = (name: string): Promise<ApiSession> => signIn(product.url, `${name}@headwater.demo`, DEMO_PASSWORD);
    const [admin, manager, rep] = await Promise.all([session('admin'), session('manager'), session('rep')]);
    const { items } = await admin.get<{ items: readonly { id: string; company: string }[] }>('/api/erp/connections');
    const connectionId = items.find(({ company }) => company === '1')?.id ?? '';
    const sxeUrl = product.simulators['infor-sxe'] ?? '';
    const { url, databaseUrl, simulators, gateways } = product;
    const sxe = controlOf(sxeUrl);
    const people = { admin, manager, rep };
    return { url, ...people, sxe, sxeUrl, simulators, connectionId, dataFolder, databaseUrl, gateways, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
