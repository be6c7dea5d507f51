/**
 * `npm test`: lint with boundaries, types, every spec, and the end-to-end tests on the built product.
 * Ends with `N passed, N failed`, counting each spec, each project's type check and build, and the lint of it all as one.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './child-process.mts';
import { isBrowserProject, runJest, testedProjects } from './jest.mts';
import { startPostgres } from './postgres.mts';
import { workspaceRoot } from './workspace-root.mts';

const nx = join(workspaceRoot, 'node_modules/nx/dist/bin/nx.js');

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** The whole workspace in one ESLint: parsing shared settings and the graph once is most of the work. */
async function lint(): Promise<Tally> {
  const code = await run(process.execPath, [join(workspaceRoot, 'tools/eslint/lint.mts')]);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs Nx targets over all projects and counts tasks. */
async function nxTargets(targets: readonly string[]): Promise<Tally> {
  const output: string[] = [];
  const code = await new Promise<number>((done, fail) => {
    const args = [nx, 'run-many', '-t', ...targets, '--parallel=2', '--outputStyle=static'];
    const child = spawn(process.execPath, args, {
      cwd: workspaceRoot,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', FORCE_COLOR: '0' },
    });
    child.stdout.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      output.push(chunk.toString());
    });
    child.once('error', fail);
    child.once('exit', (exitCode) => done(exitCode ?? 1));
  });
  const text = output.join('');
  const failed = new Set(text.match(/^\s*- \S+:\S+$/gm)).size;
  const ran = new Set(text.match(/^> nx run \S+/gm)).size;
  if (code !== 0 && failed === 0) return { passed: 0, failed: 1 };
  return { passed: ran - failed, failed };
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

async function specs(
  projects: readonly string[],
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Tally> {
  if (projects.length === 0) return { passed: 0, failed: 0 };
  const folder = mkdtempSync(join(tmpdir(), 'headwater-test-'));
  const file = join(folder, 'report.json');
  const code = await runJest(projects, ['--ci', '--json', `--outputFile=${file}`, ...args], env);
  const report = JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  rmSync(folder, { recursive: true });
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}

interface Step {
  readonly name: string;
  readonly run: () => Promise<Tally>;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-postgres-'));
  const given = process.env['DATABASE_URL'];
  const postgres = given === undefined || given === '' ? await startPostgres(folder) : undefined;
  const env = { TEST_DATABASE_URL: postgres?.url ?? given ?? '' };
  const projects = testedProjects();
  const endToEnd = projects.filter((name) => name.startsWith('e2e-'));
  const server = projects.filter((name) => !isBrowserProject(name) && !endToEnd.includes(name));
  const steps: readonly Step[] = [
    { name: 'lint', run: lint },
    { name: 'types', run: () => nxTargets(['typecheck']) },
    { name: 'server specs', run: () => specs(server, ['--maxWorkers=2'], env) },
    { name: 'browser specs', run: () => specs(projects.filter(isBrowserProject), ['--maxWorkers=2'], env) },
    { name: 'build', run: () => nxTargets(['build']) },
    { name: 'end to end', run: () => specs(endToEnd, ['--runInBand'], env) },
  ];
  const results: (Tally & { readonly name: string; readonly seconds: number })[] = [];
  try {
    for (const step of steps) {
      const start = performance.now();
      console.log(`\n── ${step.name}`);
      const tally = await step.run();
      results.push({ ...tally, name: step.name, seconds: Math.round((performance.now() - start) / 1000) });
    }
  } finally {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  console.table(results, ['name', 'passed', 'failed', 'seconds']);
  const sum = (pick: (tally: Tally) => number): number => results.reduce((total, result) => total + pick(result), 0);
  const failed = sum((tally) => tally.failed);
  console.log(`${sum((tally) => tally.passed)} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
