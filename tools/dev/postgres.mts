/** A real PostgreSQL from npm packages, for people and tests that bring no server of their own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from './free-port.mts';
import { reachableFolders, unprivilegedUser, type PostgresFolders } from './postgres-folders.mts';

export interface RunningPostgres {
  /** Connection URL of an empty or earlier filled database named `headwater`. */
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
  /** Ends every session at once and writes nothing more, as a crash does; the next start recovers. */
  crash(): Promise<void>;
}

/**
 * Starts PostgreSQL on a loopback port, a free one unless it is named, with its data below `folder`, creating the
 * cluster on first use.
 */
export async function startPostgres(folder: string, samePort?: number): Promise<RunningPostgres> {
  const folders = await reachableFolders(folder);
  if (!existsSync(join(folders.data, 'PG_VERSION'))) await createCluster(folders);
  await stopOrphan(folders.data);
  const port = samePort ?? (await freePort());
  const server = launch(join(folders.binaries, 'postgres'), [
    ...['-D', folders.data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'],
    ...['-c', 'unix_socket_directories=', '-c', 'max_connections=120', '-c', 'log_min_messages=warning'],
  ]);
  await readyLine(server, 'ready to accept connections');
  const password = readFileSync(join(folders.data, PASSWORD_FILE), 'utf8');
  const url = `postgres://headwater:${password}@127.0.0.1:${port}/postgres`;
  // SIGINT is PostgreSQL's fast shutdown: sessions are ended, the cluster stays clean. SIGQUIT cleans up nothing.
  return { url, port, stop: () => end(server, 'SIGINT'), crash: () => end(server, 'SIGQUIT') };
}

/**
 * Ends a server that outlived its parent, which a killed parent leaves behind. Callers make sure that no other
 * living parent uses the same folder.
 */
async function stopOrphan(data: string): Promise<void> {
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || !isPostgres(pid)) return rmSync(lock, { force: true });
  process.kill(pid, 'SIGINT');
  while (isPostgres(pid)) await setTimeout(50);
}

/** True where the process is alive and, as far as this system tells, a PostgreSQL server. */
function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'ENOENT')) return false;
    throw error;
  }
}

const PASSWORD_FILE = '.headwater-password';

async function createCluster(folders: PostgresFolders): Promise<void> {
  mkdirSync(folders.data, { recursive: true });
  const password = randomBytes(18).toString('base64url');
  const passwordFile = join(dirname(folders.data), `.password-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const owner = unprivilegedUser();
  if (owner !== undefined) {
    chownSync(folders.data, owner.uid, owner.gid);
    chownSync(passwordFile, owner.uid, owner.gid);
  }
  chmodSync(folders.data, 0o700);
  const init = launch(join(folders.binaries, 'initdb'), [
    ...['-D', folders.data, '-U', 'headwater', '-A', 'scram-sha-256', '--pwfile', passwordFile],
    ...['-E', 'UTF8', '--locale=C', '--no-sync'],
  ]);
  const output = collect(init);
  const code = await exit(init);
  rmSync(passwordFile, { force: true });
  if (code !== 0) throw new Error(`initdb ended with ${code}:\n${output.join('')}`);
  writeFileSync(join(folders.data, PASSWORD_FILE), password, { mode: 0o600 });
}

/** PostgreSQL refuses to run as root, so root starts it as an unprivileged user. */
function launch(command: string, args: readonly string[]): ChildProcess {
  const owner = unprivilegedUser();
  return spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: '/',
    env: { PATH: process.env['PATH'], HOME: userInfo().homedir, LC_ALL: 'C', TZ: 'UTC' },
    // A Ctrl-C in the terminal goes to the whole process group; the server is stopped last, by us.
    detached: true,
    ...(owner === undefined ? {} : { uid: owner.uid, gid: owner.gid }),
  });
}

function collect(child: ChildProcess): string[] {
  const chunks: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  return chunks;
}

function exit(child: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}

async function readyLine(child: ChildProcess, text: string): Promise<void> {
  const output = collect(child);
  await new Promise<void>((done, fail) => {
    const look = (): void => {
      if (!output.join('').includes(text)) return;
      child.off('exit', failed);
      done();
    };
    const failed = (): void => fail(new Error(`PostgreSQL did not start:\n${output.join('')}`));
    child.stderr?.on('data', look);
    child.stdout?.on('data', look);
    child.once('exit', failed);
    child.once('error', fail);
  });
  child.stdout?.resume();
  child.stderr?.resume();
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = exit(server);
  server.kill(signal);
  await ended;
}
