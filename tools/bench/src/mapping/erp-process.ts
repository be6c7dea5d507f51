import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { workspaceRoot } from '../../../dev/workspace-root.mts';
import type { Exchange } from './answering';
import type { Told } from './answers';

/** An ERP that answers in another process, so that what it spends is not counted. */
export interface ErpProcess {
  readonly origin: string;
  /** What `call` asks of the ERP, and what it is answered. */
  exchangesOf(call: () => Promise<unknown>): Promise<readonly Exchange[]>;
  stop(): void;
}

export async function startErpProcess(adapter: string, read: string): Promise<ErpProcess> {
  const child = fork(join(workspaceRoot, 'dist/bench/answers.mjs'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const { origin } = await told<{ readonly origin: string }>(child, { adapter, read });
  return {
    origin,
    exchangesOf: async (call) => {
      child.send('forget' satisfies Told);
      // An answer to a question sent after it: by then it is forgotten.
      await told(child, 'exchanges');
      await call();
      return told<readonly Exchange[]>(child, 'exchanges');
    },
    stop: () => void child.kill(),
  };
}

async function told<T>(child: ChildProcess, what: Told): Promise<T> {
  const answer = once(child, 'message');
  child.send(what);
  const [message] = (await answer) as [T];
  return message;
}
