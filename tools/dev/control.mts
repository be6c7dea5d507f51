/** The control side of one ERP simulator: truth, changes, faults. */
export interface SimulatorControl {
  truth<T>(path: string): Promise<T>;
  change(change: Readonly<Record<string, unknown>>): Promise<void>;
  /** Replaces the faults that are on; `{}` ends them all. */
  faults(faults: Readonly<Record<string, unknown>>): Promise<void>;
  reset(): Promise<void>;
  log(): Promise<SimulatorLog>;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
}

export interface SimulatorLog {
  readonly calls: readonly {
    /** When it came in. */
    readonly at: string;
    readonly method: string;
    readonly path: string;
    readonly status: number;
    readonly ms: number;
  }[];
  readonly violations: readonly unknown[];
  readonly tokenCalls: { readonly issued: number; readonly refused: number; readonly revoked: number };
}

export function controlOf(simulatorUrl: string): SimulatorControl {
  const get = async <T,>(path: string): Promise<T> => read<T>(await fetch(`${simulatorUrl}/_control/${path}`), path);
  const post = async <T,>(path: string, body: unknown): Promise<T> =>
    read<T>(await fetch(`${simulatorUrl}/_control/${path}`, { method: 'POST', body: JSON.stringify(body) }), path);
  return {
    get,
    post,
    truth: (path) => get(`truth/${path}`),
    change: async (change) => void (await post('change', change)),
    faults: async (faults) => void (await post('faults', faults)),
    reset: async () => void (await post('reset', {})),
    log: () => get('log'),
  };
}

async function read<T>(answer: Response, path: string): Promise<T> {
  if (!answer.ok) throw new Error(`_control/${path}: HTTP ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}
