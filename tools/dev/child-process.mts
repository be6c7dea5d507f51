/** Children of the development commands: started, waited for until ready, and ended with their parent. */
import { spawn, type ChildProcess } from 'node:child_process';

export interface RunningChild {
  /** The JSON object of the child's ready line. */
  readonly ready: Readonly<Record<string, unknown>>;
  readonly process: ChildProcess;
  /** Resolves with the exit code when the child has ended, for whatever reason. */
  readonly exited: Promise<number>;
  stop(): Promise<void>;
}

export interface ChildOptions {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Called with each line the child prints besides its ready line. */
  readonly onLine?: (line: string) => void;
}

/**
 * Starts a Node program that reports readiness with one line of JSON holding `"ready": true`.
 * Rejects with what it printed where it ends before that.
 */
export async function startNode(options: ChildOptions): Promise<RunningChild> {
  const child = spawn(process.execPath, [...options.args], {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A Ctrl-C reaches the parent alone, which ends its children in order.
    detached: true,
  });
  const printed: string[] = [];
  const ready = await new Promise<Readonly<Record<string, unknown>>>((done, fail) => {
    const take = (line: string): void => {
      const message = readyMessage(line);
      if (message !== undefined) return done(message);
      printed.push(line);
      if (printed.length > 200) printed.shift();
      options.onLine?.(line);
    };
    eachLine(child, take);
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`${options.name} ended with ${code}:\n${printed.join('\n')}`)));
  });
  const exited = new Promise<number>((done) => child.once('exit', (code) => done(code ?? 1)));
  return { ready, process: child, exited, stop: () => stop(child) };
}

function readyMessage(line: string): Readonly<Record<string, unknown>> | undefined {
  if (!line.startsWith('{') || !line.includes('"ready"')) return undefined;
  const message = JSON.parse(line) as Readonly<Record<string, unknown>>;
  return message['ready'] === true ? message : undefined;
}

function eachLine(child: ChildProcess, take: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(take);
    });
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), 8000);
  await ended;
  clearTimeout(killer);
}

/** Runs a program to its end with its output shown; resolves with its exit code. */
export function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(command, [...args], { stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}
