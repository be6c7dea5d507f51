/**
 * Runs jest over the workspace, `node jest.mts [jest arguments]`. Server projects load Nest, which is published
 * as ES modules only, and need a flag that Angular's test set-up does not bear: so two runs, by project name.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './child-process.mts';
import { workspaceRoot } from './workspace-root.mts';

const jest = join(workspaceRoot, 'node_modules/jest/bin/jest.js');

const VM_MODULES = { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' };

/** The first spec of a file also pays for loading what it tests, which takes long on a busy machine. */
const PATIENCE = '--testTimeout=30000';

/** Names of all projects with specs, as Nx and jest know them. */
export function testedProjects(): readonly string[] {
  return ['apps', 'libs', 'tools', 'e2e', 'docs']
    .flatMap((folder) => readdirSync(join(workspaceRoot, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.name === 'jest.config.mjs' && !entry.parentPath.includes('node_modules'))
    .map((entry) => nameOf(join(entry.parentPath, 'project.json')));
}

function nameOf(projectFile: string): string {
  const { name } = JSON.parse(readFileSync(projectFile, 'utf8')) as { name?: string };
  if (name === undefined) throw new Error(`${dirname(projectFile)} has a jest configuration but no project name`);
  return name;
}

export function isBrowserProject(name: string): boolean {
  return name === 'web' || name.startsWith('web-');
}

/** Runs the named projects; resolves with jest's exit code. */
export function runJest(
  projects: readonly string[],
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const [first] = projects;
  if (first === undefined) return Promise.resolve(0);
  const flags = isBrowserProject(first) ? {} : VM_MODULES;
  return run(process.execPath, [jest, '--selectProjects', ...projects, PATIENCE, ...args], { ...flags, ...env });
}

async function main(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--selectProjects');
  const rest = at < 0 ? [] : args.slice(at + 1);
  const end = rest.findIndex((arg) => arg.startsWith('-'));
  const chosen = at < 0 ? testedProjects() : rest.slice(0, end < 0 ? undefined : end);
  const others = at < 0 ? args : [...args.slice(0, at), ...(end < 0 ? [] : rest.slice(end))];
  const browser = await runJest(chosen.filter(isBrowserProject), others);
  const server = await runJest(
    chosen.filter((name) => !isBrowserProject(name)),
    others,
  );
  process.exitCode = Math.max(browser, server);
}

if (import.meta.main) await main(process.argv.slice(2));
