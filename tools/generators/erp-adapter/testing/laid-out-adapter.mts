import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Tree } from '@nx/devkit';

const root = join(import.meta.dirname, '../../../..');

/** Texts of everything the generator created or changed, by path. */
export function generatedTexts(tree: Tree): Readonly<Record<string, string>> {
  return Object.fromEntries(tree.listChanges().map(({ path, content }) => [path, content?.toString() ?? '']));
}

export interface Ended {
  readonly code: number;
  readonly output: string;
}

export interface LaidOutAdapter {
  /** Runs a program of the workspace in the adapter's folder. */
  node(program: string, ...args: readonly string[]): Ended;
  remove(): void;
}

/**
 * The generated files on disk beside links to everything else they need: what a developer has after running the
 * generator, and this workspace untouched.
 */
export function layOut(texts: Readonly<Record<string, string>>, adapter: string): LaidOutAdapter {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'headwater-generated-')));
  mkdirSync(join(folder, 'libs'));
  const libs = ['kernel', 'erp-contracts', 'erp-adapter-kit', 'erp-testing'].map((name) => `libs/${name}`);
  for (const path of ['node_modules', 'tools', 'tsconfig.base.json', ...libs]) {
    symlinkSync(join(root, path), join(folder, path));
  }
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return {
    node: (program, ...args) => runNode(join(folder, adapter), [join(root, program), ...args]),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What ESLint says against texts that lie nowhere. */
export function lintTexts(texts: Readonly<Record<string, string>>): readonly string[] {
  const program = join(import.meta.dirname, 'lint-texts.mts');
  const { code, output } = runNode(root, [program], JSON.stringify(texts));
  if (code !== 0) throw new Error(`ESLint failed: ${output}`);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as readonly string[];
}

/** Nothing of the jest and the Nx around this one: the program is to run as a developer starts it. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:NX_|NODE_OPTIONS$|JEST_|FORCE_COLOR$)/.test(name));
  const modules = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
  return { ...Object.fromEntries(own), NODE_OPTIONS: modules, NO_COLOR: '1' };
}

function runNode(cwd: string, args: readonly string[], input = ''): Ended {
  const ended = spawnSync(process.execPath, [...args], { cwd, env: ownEnvironment(), input, encoding: 'utf8' });
  return { code: ended.status ?? 1, output: `${ended.stderr}${ended.stdout}` };
}
