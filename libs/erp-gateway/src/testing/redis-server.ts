import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo } from 'node:net';
import { REDIS_URL } from './env';

export interface RedisUnderTest {
  /** Of a Redis that answers. */
  readonly url: string;
  stop(): Promise<void>;
}

const LOCAL = 'redis://127.0.0.1:6379';
/** Long, because a busy machine takes its time; nothing is measured by it. */
const START_MS = 20_000;
const MISSING = [
  'These specs need a Redis, and there is none:',
  '  REDIS_URL is not set,',
  '  nothing answers at 127.0.0.1:6379,',
  '  and there is no redis-server or valkey-server on the PATH.',
].join('\n');

/** The Redis of REDIS_URL, or the one of this machine, or one started for the occasion. Throws naming what is missing. */
export async function someRedis(): Promise<RedisUnderTest> {
  if (REDIS_URL !== undefined) return { url: REDIS_URL, stop: async () => undefined };
  if (await answers(6379)) return { url: LOCAL, stop: async () => undefined };
  return ownRedis();
}

/** A Redis of this spec's own, which keeps nothing on disk. */
export async function ownRedis(port?: number): Promise<RedisUnderTest & { readonly port: number }> {
  const chosen = port ?? (await freePort());
  for (const program of ['redis-server', 'valkey-server']) {
    const args = ['--port', String(chosen), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const child = spawn(program, args, { stdio: 'ignore' });
    const [outcome] = await Promise.race([once(child, 'spawn').then(() => ['started']), failed(child)]);
    if (outcome !== 'started') continue;
    await until(() => answers(chosen), START_MS);
    const stop = async (): Promise<void> => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    };
    return { url: `redis://127.0.0.1:${chosen}`, port: chosen, stop };
  }
  throw new Error(MISSING);
}

/** Waits until something holds, asking again and again. */
export async function until(holds: () => boolean | Promise<boolean>, ms = START_MS): Promise<void> {
  const giveUpAt = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > giveUpAt) throw new Error(`It did not hold within ${ms} ms: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function failed(child: ReturnType<typeof spawn>): Promise<readonly string[]> {
  await once(child, 'error');
  return ['failed'];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.setTimeout(1_000, () => socket.destroy());
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (reply) => {
      resolve(String(reply).startsWith('+PONG') || String(reply).startsWith('-NOAUTH'));
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
