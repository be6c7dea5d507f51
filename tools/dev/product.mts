/** The whole product on this machine: PostgreSQL, the ERP simulators, and the API with the built web app. */
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startNode, type RunningChild } from './child-process.mts';
import { freePort } from './free-port.mts';
import { startGateways, type RunningGateways } from './gateways.mts';
import type { ProductOptions } from './options.mts';
import { startPostgres } from './postgres.mts';
import { demoSecretKey } from './secret-key.mts';
import { workspaceRoot } from './workspace-root.mts';

export interface RunningProduct {
  /** Where the app and its API answer. */
  readonly url: string;
  /** Base URL of each simulator by its id, for example `infor-sxe`. */
  readonly simulators: Readonly<Record<string, string>>;
  readonly databaseUrl: string;
  readonly api: RunningChild;
  /** Gateways in processes of their own, where there are any. */
  readonly gateways: RunningGateways | undefined;
  /** Ends everything that was started, last started first. */
  stop(): Promise<void>;
}

/** Starts the built product (`npm run build`); rejects, with everything ended again, where a part does not start. */
export async function startProduct(options: ProductOptions): Promise<RunningProduct> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.reverse()) await end();
    stops.length = 0;
  };
  try {
    mkdirSync(join(options.dataFolder, 'logs'), { recursive: true });
    const databaseUrl = options.databaseUrl ?? (await embeddedPostgres(options.dataFolder, stops));
    const simulators = await startSimulators(options);
    stops.push(simulators.stop);
    const env = await serverEnvironment(options, databaseUrl);
    const gateways = await gatewaysFor(options, env, stops);
    const api = await startApi({ ...options, port: env.port }, databaseUrl, gateways?.env);
    stops.push(api.stop);
    const url = String(api.ready['url']);
    return { url, simulators: urlsOf(simulators), databaseUrl, api, gateways, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function embeddedPostgres(dataFolder: string, stops: (() => Promise<void>)[]): Promise<string> {
  const postgres = await startPostgres(dataFolder);
  stops.push(() => postgres.stop());
  return postgres.url;
}

export function startSimulators(options: ProductOptions): Promise<RunningChild> {
  return startNode({
    name: 'The ERP simulators',
    args: [join(workspaceRoot, 'dist/erp-simulators/main.mjs')],
    env: { SIMULATORS_PORT: String(options.simulatorsPort), HOST: '127.0.0.1' },
    onLine: logLines(options.dataFolder, 'simulators'),
  });
}

export interface ServerEnvironment {
  /** The API's. */
  readonly port: number;
  /** What API and gateways have in common. */
  readonly shared: Readonly<Record<string, string>>;
}

/** What every server process of the product is told. */
export async function serverEnvironment(options: ProductOptions, databaseUrl: string): Promise<ServerEnvironment> {
  // ERPs that notify subscribers are told the address, so it has to be known before the start.
  const port = options.port === 0 ? await freePort() : options.port;
  const host = options.host === '0.0.0.0' ? '127.0.0.1' : options.host;
  const shared = {
    PUBLIC_URL: process.env['PUBLIC_URL'] ?? `http://${host}:${port}`,
    HOST: options.host,
    DATABASE_URL: databaseUrl,
    HEADWATER_SECRET_KEY: process.env['HEADWATER_SECRET_KEY'] ?? demoSecretKey(options.dataFolder),
    LOG_LEVEL: options.logLevel,
    NODE_ENV: 'production',
  };
  return { port, shared };
}

async function gatewaysFor(
  { gateways: count = 0, dataFolder }: ProductOptions,
  { shared }: ServerEnvironment,
  stops: (() => Promise<void>)[],
): Promise<RunningGateways | undefined> {
  if (count === 0) return undefined;
  const gateways = await startGateways({ count, dataFolder, env: shared, onLine: logLines(dataFolder, 'gateway') });
  stops.push(async () => void (await Promise.all(gateways.children.map((child) => child.stop()))));
  return gateways;
}

/** One API process; `env` comes beside what every one of them needs. */
export async function startApi(
  options: ProductOptions,
  databaseUrl: string,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningChild> {
  const { port, shared } = await serverEnvironment(options, databaseUrl);
  return startNode({
    name: 'The API',
    args: ['--enable-source-maps', join(workspaceRoot, 'dist/api/main.mjs')],
    env: {
      ...shared,
      PORT: String(port),
      HEADWATER_DATA: options.dataFolder,
      HEADWATER_DEMO: 'true',
      WEB_ROOT: join(workspaceRoot, 'dist/web/browser'),
      ...env,
    },
    onLine: logLines(options.dataFolder, 'api'),
  });
}

function logLines(dataFolder: string, name: string): (line: string) => void {
  const file = createWriteStream(join(dataFolder, 'logs', `${name}.log`), { flags: 'a' });
  return (line) => void file.write(`${line}\n`);
}

function urlsOf(simulators: RunningChild): Readonly<Record<string, string>> {
  return simulators.ready['simulators'] as Readonly<Record<string, string>>;
}
