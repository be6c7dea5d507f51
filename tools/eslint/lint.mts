/**
 * `node tools/eslint/lint.mts [--typed] [path …]`: ESLint with no warnings allowed, over the whole workspace or the
 * given paths; `--typed` adds the rules of typed.config.mjs.
 *
 * `@nx/enforce-module-boundaries` reads the project graph from Nx's cache, and where there is none it prints one
 * sentence and lets everything pass. So the graph is built first, and that sentence is a failure.
 */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

const SKIPPED = 'The rule will be skipped';
const eslint = join(resolve(import.meta.dirname, '../..'), 'node_modules/eslint/bin/eslint.js');

async function main(args: readonly string[]): Promise<number> {
  const paths = args.filter((arg) => arg !== '--typed');
  const config = args.includes('--typed') ? ['--config', join(import.meta.dirname, 'typed.config.mjs')] : [];
  // Nx itself has just built the graph for the task it runs.
  if (process.env['NX_TASK_TARGET_PROJECT'] === undefined) await buildGraph();
  const { code, output } = await runEslint([...config, ...(paths.length === 0 ? ['.'] : paths)]);
  if (!output.includes(SKIPPED)) return code;
  console.error('No project graph was there to check boundaries against, so nothing was proved.');
  return 2;
}

async function buildGraph(): Promise<void> {
  // One lint leaves no process behind.
  process.env['NX_DAEMON'] ??= 'false';
  const { createProjectGraphAsync } = await import('@nx/devkit');
  await createProjectGraphAsync({ exitOnError: true });
}

function runEslint(args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  const child = spawn(process.execPath, [eslint, '--max-warnings', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    chunks.push(chunk.toString());
  });
  child.stderr.on('data', (chunk: Buffer) => {
    process.stderr.write(chunk);
    chunks.push(chunk.toString());
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code: code ?? 1, output: chunks.join('') }));
  });
}

process.exitCode = await main(process.argv.slice(2));
