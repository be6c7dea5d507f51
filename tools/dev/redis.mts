/** A Redis for benchmarks and tests of the whole: one that is there, or one started for the occasion. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface StartedRedis {
  readonly url: string;
  stop(): Promise<void>;
}

/** The Redis of REDIS_URL, or the one at 127.0.0.1:6379, or one of its own. Throws naming what is missing. */
export async function someRedis(): Promise<StartedRedis> {
  const given = process.env['REDIS_URL'];
  if (given !== undefined && given !== '') return { url: given, stop: async () => undefined };
  if (await answers(6379)) return { url: 'redis://127.0.0.1:6379', stop: async () => undefined };
  return startRedis();
}

/** A Redis of its own that keeps nothing on disk; needs redis-server or valkey-server on the PATH. */
export async function startRedis(): Promise<StartedRedis> {
  const port = await freePort();
  for (const program of ['redis-server', 'valkey-server']) {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const child = spawn(program, args, { stdio: 'ignore' });
    const started = await Promise.race([once(child, 'spawn').then(() => true), once(child, 'error').then(() => false)]);
    if (!started) continue;
    for (let tries = 0; !(await answers(port)); tries += 1) {
      if (tries > 200) throw new Error(`${program} was started and does not answer.`);
      await wait(25);
    }
    const stop = async (): Promise<void> => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    };
    return { url: `redis://127.0.0.1:${port}`, stop };
  }
  throw new Error(
    'This needs a Redis: set REDIS_URL, run one at 127.0.0.1:6379, or put redis-server or valkey-server on the PATH.',
  );
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
  return new Promise((done) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.setTimeout(1_000, () => socket.destroy());
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (reply) => {
      done(/^(\+PONG|-NOAUTH)/.test(String(reply)));
      socket.destroy();
    });
    socket.once('error', () => done(false));
    socket.once('close', () => done(false));
  });
}
