import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { workspaceRoot } from '../../../dev/workspace-root.mts';
import type { CacheSettings } from './checked-caches';
import { ITEMS, itemOf, KEYS, type ToProcess, type ToRegister, type Verdict } from './messages';

export interface RegisterOptions {
  /** One for each process. */
  readonly settings: readonly CacheSettings[];
  /** How many changes are begun in a second. */
  readonly changesPerSecond: number;
  /** Things inside the answers change too. */
  readonly withItems: boolean;
}

interface Reading {
  readonly child: ChildProcess;
  reads: number;
  verdict?: Verdict;
}

const LOAD_MS = { least: 1, most: 5 };

/** A register whose values only grow, and the processes that read it through a cache. */
export class Register {
  readonly #versions = new Map<string, number>();
  readonly #changing = new Map<string, { readonly id: number; readonly version: number; readonly process: number }>();
  readonly #processes: Reading[];
  #timer: NodeJS.Timeout | undefined;
  #changes = 0;
  #ready = 0;
  #together = 0;

  constructor(private readonly options: RegisterOptions) {
    const program = join(workspaceRoot, 'dist/bench/reading.mjs');
    this.#processes = options.settings.map((settings, index) => {
      const child = fork(program, [JSON.stringify(settings), String(index)], { serialization: 'advanced' });
      child.on('message', (message) => this.#hear(index, message as ToRegister));
      return { child, reads: 0 };
    });
  }

  get changes(): number {
    return this.#changes;
  }

  get reads(): number {
    return this.#processes.reduce((sum, { reads }) => sum + reads, 0);
  }

  /** Every process reads, and changes come at their rate. */
  async begin(): Promise<void> {
    await this.until(() => this.#ready === this.#processes.length);
    const tags = [
      ...Array.from({ length: KEYS }, (_, key) => `key:${key}`),
      ...Array.from({ length: this.options.withItems ? ITEMS : 0 }, (_, item) => `item:${item}`),
    ];
    let next = 0;
    this.#timer = setInterval(
      () => this.#change(tags[(next += 7) % tags.length] ?? ''),
      1_000 / this.options.changesPerSecond,
    );
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Resolves when every process follows the others. */
  async together(): Promise<void> {
    this.#together = 0;
    for (const { child } of this.#processes) send(child, { say: 'mark', name: 'together' });
    await this.until(() => this.#together === this.#processes.length);
  }

  async end(): Promise<readonly Verdict[]> {
    clearInterval(this.#timer);
    await this.until(() => this.#changing.size === 0);
    for (const { child } of this.#processes) send(child, { say: 'stop' });
    await this.until(() => this.#processes.every(({ verdict }) => verdict !== undefined));
    for (const { child } of this.#processes) {
      child.disconnect();
      await once(child, 'exit');
    }
    return this.#processes.flatMap(({ verdict }) => (verdict === undefined ? [] : [verdict]));
  }

  /** The register changes first, then one process is told, as an ERP's notice tells one replica. */
  #change(tag: string): void {
    if (this.#changing.has(tag)) return;
    const version = (this.#versions.get(tag) ?? 0) + 1;
    this.#versions.set(tag, version);
    this.#changes += 1;
    const process = this.#changes % this.#processes.length;
    this.#changing.set(tag, { id: this.#changes, version, process });
    const child = this.#processes[process]?.child;
    if (child !== undefined) send(child, { say: 'change', id: this.#changes, tag, version });
  }

  #hear(process: number, message: ToRegister): void {
    const reading = this.#processes[process];
    if (reading === undefined) return;
    switch (message.say) {
      case 'ready':
        this.#ready += 1;
        return;
      case 'together':
        this.#together += 1;
        return;
      case 'load':
        return this.#load(reading.child, message);
      case 'acknowledge':
        return this.#acknowledge(process, message);
      case 'reads':
        reading.reads = message.count;
        return;
      case 'verdict':
        reading.verdict = message.verdict;
    }
  }

  /** The register is looked at when the load comes in; its answer takes a while. */
  #load(child: ChildProcess, { id, key }: Extract<ToRegister, { say: 'load' }>): void {
    const item = itemOf(key);
    const version = this.#versions.get(`key:${key}`) ?? 0;
    const itemVersion = this.#versions.get(`item:${item}`) ?? 0;
    const ms = LOAD_MS.least + Math.random() * (LOAD_MS.most - LOAD_MS.least);
    setTimeout(() => send(child, { say: 'loaded', id, value: { version, item, itemVersion } }), ms);
  }

  #acknowledge(process: number, { id, from, at, how }: Extract<ToRegister, { say: 'acknowledge' }>): void {
    const [tag, changing] = [...this.#changing].find(([, { id: other }]) => other === id) ?? [];
    if (tag === undefined || changing === undefined) return;
    this.#changing.delete(tag);
    const change = { tag, version: changing.version, process, from, at, how };
    for (const { child } of this.#processes) send(child, { say: 'acknowledged', change });
  }
}

function send(child: ChildProcess, message: ToProcess): void {
  if (child.connected) child.send(message);
}
