import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { ExpectedFinding } from './samples.mts';
import { foreignEnvironment, type SampleWorkspace } from './workspace.mts';

export interface LintOutcome {
  readonly failed: boolean;
  readonly findings: readonly string[];
  readonly output: string;
}

/** `nx lint` of every sample in one go; outcomes by project name. */
export async function lintSamples({ folder }: SampleWorkspace): Promise<ReadonlyMap<string, LintOutcome>> {
  const args = ['run-many', '-t', 'lint', '-p', 'sample-*', '--parallel=2', '--outputStyle=static', '--skip-nx-cache'];
  const { output } = await runNode(folder, [join(folder, 'node_modules/nx/dist/bin/nx.js'), ...args]);
  const failed = new Set([...output.matchAll(/^\s*-\s*(sample-\S+):lint/gm)].map(([, project]) => project));
  const parts = output.split(/^> nx run (\S+):lint$/m).slice(1);
  const outcomes = new Map<string, LintOutcome>();
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [project = '', text = ''] = parts.slice(at, at + 2);
    const body = text.split(/^—{3,}|^-{10,}|^ NX /m)[0] ?? '';
    outcomes.set(project, { failed: failed.has(project), findings: findingsIn(body), output: body });
  }
  return outcomes;
}

/** Does this line of ESLint's report say what was expected? */
export function isFinding(line: string, { rule, message }: ExpectedFinding): boolean {
  return line.includes(message) && (rule === undefined || line.endsWith(` ${rule}`));
}

/** One text for each finding of ESLint's report, with its rule at the end. */
function findingsIn(report: string): readonly string[] {
  return report
    .split(/^\s+\d+:\d+\s+(?:error|warning)\s+/m)
    .slice(1)
    .map((text) => text.split(/^\/|^✖/m)[0] ?? '')
    .map((text) => text.replace(/\s+/g, ' ').trim());
}

interface Ended {
  readonly code: number;
  readonly output: string;
}

export interface LintCall {
  readonly folder: string;
  /** The program that lints it, by its path in the workspace. */
  readonly by: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Lints one folder of a workspace without Nx around it. */
export function lintFolder(workspace: SampleWorkspace, { folder, by, env = {} }: LintCall): Promise<Ended> {
  return runNode(workspace.folder, [join(workspace.folder, by), folder], env);
}

/** Runs a Node program to its end; resolves with its exit code and all it printed, without colours. */
function runNode(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...foreignEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code: code ?? 1, output: stripVTControlCharacters(printed.join('')) }));
  });
}
