import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { RunningChild } from '../../../dev/child-process.mts';
import { controlOf, type SimulatorControl } from '../../../dev/control.mts';
import { freePort } from '../../../dev/free-port.mts';
import { startPostgres, type RunningPostgres } from '../../../dev/postgres.mts';
import { startGateway, tlsOf, writeCertificates } from '../../../dev/gateways.mts';
import type { ProductOptions } from '../../../dev/options.mts';
import { serverEnvironment, startApi, startSimulators } from '../../../dev/product.mts';
import { seedDemo } from '../../../dev/seed-demo.mts';

export interface StandOptions {
  readonly replicas: number;
  /** Gives the replicas a Redis of their own; needs `redis-server` on this machine. */
  readonly redis: boolean;
  /** How many gateways run in processes of their own; the gateway runs inside each replica where 0. */
  readonly gateways: number;
  /** How many processes each is told there are, where that is not how many there are. */
  readonly told?: number;
  /** Connects every simulated ERP, not SX.e alone. */
  readonly allErps?: boolean;
}

interface Process {
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** The built product with everything it needs, each part a process that can be taken away and given back. */
export interface Stand {
  readonly replicaUrls: readonly string[];
  readonly sxe: SimulatorControl;
  /** The other simulators, by the id of their ERP. */
  erp(id: string): SimulatorControl;
  /** The API processes: `kill` is `kill -9`, `start` the same process again at the same address. */
  readonly replicas: readonly Process[];
  /** The gateway processes, as the replicas. */
  readonly gateways: readonly Process[];
  readonly database: Process;
  /** Absent where the stand has none. */
  readonly redis: Process | undefined;
  stop(): Promise<void>;
}

export async function startStand({
  replicas: count,
  redis: wantsRedis,
  gateways: gatewayCount,
  told,
  allErps = false,
}: StandOptions): Promise<Stand> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'headwater-chaos-'));
  mkdirSync(join(dataFolder, 'logs'));
  const options = { dataFolder, host: '127.0.0.1', port: 0, simulatorsPort: 0, logLevel: 'warn' };
  let postgres = await startPostgres(dataFolder);
  const simulators = await startSimulators(options);
  const redis = wantsRedis ? await redisProcess() : undefined;
  const sharers = told ?? (gatewayCount === 0 ? count : gatewayCount);
  const shared = { GATEWAY_REPLICAS: String(sharers), ...(redis === undefined ? {} : { REDIS_URL: redis.url }) };
  const gateways = await startGatewayProcesses(gatewayCount, { options, databaseUrl: postgres.url, env: shared });
  const env = { ...shared, ...gateways.env };
  const replicas: ReplicaProcess[] = [];
  for (let n = 0; n < count; n += 1) {
    const port = await freePort();
    const replica = new ReplicaProcess(() => startApi({ ...options, port }, postgres.url, env));
    // One after the other: the first one migrates the database.
    await replica.start();
    replicas.push(replica);
  }
  const urls = simulators.ready['simulators'] as Readonly<Record<string, string>>;
  await seedDemo(replicas[0]?.url ?? '', urls, { allErps });
  const erp = (id: string): SimulatorControl => controlOf(urls[id] ?? '');
  return {
    replicaUrls: replicas.map(({ url }) => url),
    sxe: erp('infor-sxe'),
    erp,
    replicas,
    gateways: gateways.processes,
    database: {
      kill: () => postgres.crash(),
      start: async () => void (postgres = await again(dataFolder, postgres)),
    },
    redis,
    stop: async () => {
      for (const each of [...replicas, ...gateways.processes]) await each.stop();
      await simulators.stop();
      await redis?.kill();
      await postgres.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

interface GatewayParts {
  readonly options: ProductOptions;
  readonly databaseUrl: string;
  readonly env: Readonly<Record<string, string>>;
}

interface GatewayProcesses {
  readonly processes: readonly ReplicaProcess[];
  /** For the replicas. */
  readonly env: Readonly<Record<string, string>>;
}

/** At lasting addresses: a gateway that comes back is the one its connections belong to. */
async function startGatewayProcesses(
  count: number,
  { options, databaseUrl, env }: GatewayParts,
): Promise<GatewayProcesses> {
  if (count === 0) return { processes: [], env: {} };
  const certificates = await writeCertificates(options.dataFolder);
  const { shared } = await serverEnvironment(options, databaseUrl);
  const processes: ReplicaProcess[] = [];
  while (processes.length < count) {
    const own = { ...shared, ...env, ...tlsOf(certificates, 'gateway'), PORT: String(await freePort()) };
    const gateway = new ReplicaProcess(() => startGateway(own, () => undefined));
    await gateway.start();
    processes.push(gateway);
  }
  const urls = processes.map(({ url }) => url).join(',');
  return { processes, env: { GATEWAY_URL: urls, ...tlsOf(certificates, 'api') } };
}

function again(dataFolder: string, { port }: RunningPostgres): Promise<RunningPostgres> {
  return startPostgres(dataFolder, port);
}

class ReplicaProcess implements Process {
  #child: RunningChild | undefined;
  url = '';

  constructor(private readonly launch: () => Promise<RunningChild>) {}

  async start(): Promise<void> {
    this.#child = await this.launch();
    this.url = String(this.#child.ready['url']);
  }

  async kill(): Promise<void> {
    this.#child?.process.kill('SIGKILL');
    await this.#child?.exited;
  }

  async stop(): Promise<void> {
    await this.#child?.stop();
  }
}

async function redisProcess(): Promise<Process & { readonly url: string }> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    child = spawn('redis-server', settings, { stdio: 'ignore' });
    await once(child, 'spawn');
    while (!(await listens(port))) await setTimeout(50);
  };
  const kill = async (): Promise<void> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  await start();
  return { url: `redis://127.0.0.1:${port}`, start, kill };
}

function listens(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    const say = (answer: boolean) => (): void => {
      socket.destroy();
      done(answer);
    };
    socket.once('connect', say(true));
    socket.once('error', say(false));
  });
}
