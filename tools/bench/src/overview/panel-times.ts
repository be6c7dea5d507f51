import type { ApiSession } from '../../../dev/api-session.mts';
import type { SimulatorControl } from '../../../dev/control.mts';
import { median } from '../arrivals';

/** Each call is answered within 60 to 100 ms. */
export const LATENCY_OF_CALLS = { latencyMs: 60, jitterMs: 40 };

export const PANELS = ['credit', 'orders', 'shipments', 'invoices', 'prices', 'availability'] as const;

/** Asked like the others and not counted: the code is then as warm as on any day. */
const WARM_UPS = 2;

/** How many accounts it takes to ask each panel and the whole page so often, if none is asked twice. */
export function accountsNeeded(rounds: number): number {
  return (WARM_UPS + rounds) * (PANELS.length + 1);
}

/** The ERP behind the accounts that are asked for. */
export interface AskedErp {
  readonly rep: ApiSession;
  readonly control: SimulatorControl;
  readonly faults: Readonly<Record<string, unknown>>;
  /** Calls it received since the last reset. */
  readonly calls: () => Promise<number>;
  /** Empties the cache of the connection, so that its accounts can be asked for once more. */
  readonly afresh?: () => Promise<void>;
}

export interface PanelTimes {
  /** `overview` for the whole page. */
  readonly panel: string;
  /** Medians. */
  readonly ms: number;
  readonly calls: number;
}

/** The whole page and each panel asked for alone, in turns; every read is the first of its account. */
export async function panelTimes(
  erp: AskedErp,
  accounts: readonly string[],
  rounds: number,
): Promise<readonly PanelTimes[]> {
  const asked = new Map<string, { readonly ms: number; readonly calls: number }[]>();
  const kinds = ['overview', ...PANELS];
  for (let n = 0; n < accountsNeeded(rounds); n += 1) {
    if (n > 0 && n % accounts.length === 0) await askAfresh(erp);
    const panel = kinds[n % kinds.length] ?? 'overview';
    const one = await ask(erp, accounts[n % accounts.length] ?? '', panel);
    if (n >= WARM_UPS * kinds.length) asked.set(panel, [...(asked.get(panel) ?? []), one]);
  }
  return [...asked].map(([panel, values]) => ({
    panel,
    ms: Math.round(median(values.map(({ ms }) => ms))),
    calls: median(values.map(({ calls }) => calls)),
  }));
}

async function askAfresh({ afresh }: AskedErp): Promise<void> {
  if (afresh === undefined) throw new Error('There are too few accounts.');
  await afresh();
}

/** The panel that takes longest alone. */
export function slowestOf(times: readonly PanelTimes[]): PanelTimes {
  const alone = times.filter(({ panel }) => panel !== 'overview');
  return alone.reduce((slowest, one) => (one.ms > slowest.ms ? one : slowest));
}

/** How much longer the whole page takes than its slowest panel. */
export function pageToSlowest(times: readonly PanelTimes[]): number {
  const page = times.find(({ panel }) => panel === 'overview')?.ms ?? Number.NaN;
  return Number((page / slowestOf(times).ms).toFixed(3));
}

async function ask(erp: AskedErp, account: string, panel: string): Promise<{ ms: number; calls: number }> {
  await erp.control.reset();
  await erp.control.faults(erp.faults);
  const start = performance.now();
  await erp.rep.get(`/api/accounts/${account}/erp${panel === 'overview' ? '' : `/${panel}`}`);
  const ms = performance.now() - start;
  return { ms, calls: await erp.calls() };
}
