/** A headless Chromium for tests and screenshots: the machine's own where there is one, else the one npm brought. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { workspaceRoot } from './workspace-root.mts';

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Tests drive one page on loopback: no sandbox is needed, and none is possible as root. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

export async function launchBrowser(): Promise<Browser> {
  const system = SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (system !== undefined) return chromium.launch({ executablePath: system, args: ARGS });
  const { path, libraries } = shippedBrowser();
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const env = { ...Object.fromEntries(inherited), ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }) };
  return chromium.launch({ executablePath: path, args: ARGS, env });
}

interface ShippedBrowser {
  readonly path: string;
  /** Folder of the system libraries that came along, where this machine lacks them. */
  readonly libraries: string | undefined;
}

/**
 * The package unpacks into the temporary folder: one folder a user, because it is private to who came first. In a
 * process of its own, because a test's copy of the environment does not reach the temporary folder of Node.
 */
function shippedBrowser(): ShippedBrowser {
  const folder = join(tmpdir(), `headwater-browser-${userInfo().username}`);
  mkdirSync(folder, { recursive: true });
  const unpack = (script: string): string =>
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: workspaceRoot,
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: folder },
    });
  const path = unpack(`
    import chromium from '@sparticuz/chromium';
    process.stdout.write(await chromium.executablePath());`);
  if (!lacksLibraries(path)) return { path, libraries: undefined };
  unpack(`
    import { inflate } from '@sparticuz/chromium';
    await inflate('node_modules/@sparticuz/chromium/bin/al2023.tar.br');`);
  return { path, libraries: join(folder, 'al2023/lib') };
}

function lacksLibraries(path: string): boolean {
  return execFileSync('ldd', [path], { encoding: 'utf8' }).includes('not found');
}
