import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { readSamples, SAMPLES } from './samples.mts';

const root = resolve(import.meta.dirname, '../../..');

const COPIED = [
  'nx.json',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'eslint.config.mjs',
  'apps',
  'libs',
  'tools/eslint',
];
const LEFT_OUT: ReadonlySet<string> = new Set([
  'node_modules',
  'dist',
  'forbidden-samples',
  'fixtures',
  '.angular',
  'assets',
]);

export interface SampleWorkspace {
  readonly folder: string;
  remove(): void;
}

/**
 * A copy of this workspace with every sample laid into it as a project, because the rule about boundaries works on
 * the project graph. It lies outside the repository: neither its graph nor its lint ever sees a sample.
 */
export function layOutSamples(): SampleWorkspace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'headwater-samples-')));
  const filter = (path: string): boolean => !LEFT_OUT.has(basename(path));
  for (const path of COPIED) cpSync(join(root, path), join(folder, path), { recursive: true, filter });
  for (const sample of readSamples()) {
    for (const area of ['apps', 'libs', 'tools']) {
      const from = join(SAMPLES, sample.folder, area);
      if (existsSync(from)) cpSync(from, join(folder, area), { recursive: true });
    }
  }
  mkdirSync(join(folder, '.nx'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The environment of commands run in another workspace: nothing of the Nx run that may be around this one. */
export function foreignEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:NX_|NODE_OPTIONS$|JEST_|FORCE_COLOR$)/.test(name));
  return { ...Object.fromEntries(own), NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', NO_COLOR: '1' };
}
