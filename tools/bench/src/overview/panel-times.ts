import type { ApiSession } from '../../../dev/api-session.mts';
import type { SimulatorControl } from '../../../dev/control.mts';
import { median } from '../arrivals';

/** Each call is answered within 60 to 100 ms. */
export const LATENCY_OF_CALLS = { latencyMs: 60, jitterMs: 40 };

const PANELS = ['credit', 'orders', 'shipments', 'invoices', 'prices', 'availability'] as const;

/** How many accounts it takes to ask each panel and the whole page so often. */
export function accountsNeeded(rounds: number): number {
  return rounds * (PANELS.length + 1);
}

/** The ERP behind the accounts that are asked for. */
export interface AskedErp {
  readonly rep: ApiSession;
  readonly control: SimulatorControl;
  readonly faults: Readonly<Record<string, unknown>>;
  /** Calls it received since the last reset. */
  readonly calls: () => Promise<number>;
}

export interface PanelTimes {
  /** `overview` for the whole page. */
  readonly panel: string;
  /** Medians. */
  readonly ms: number;
  readonly calls: number;
}

/** The whole page and each panel asked for alone, in turns; every read is the first of its account. */
export async function panelTimes(erp: AskedErp, accounts: readonly string[]): Promise<readonly PanelTimes[]> {
  const asked = new Map<string, { readonly ms: number; readonly calls: number }[]>();
  const kinds = ['overview', ...PANELS];
  for (const [index, account] of accounts.entries()) {
    const panel = kinds[index % kinds.length] ?? 'overview';
    asked.set(panel, [...(asked.get(panel) ?? []), await ask(erp, account, panel)]);
  }
  return [...asked].map(([panel, values]) => ({
    panel,
    ms: Math.round(median(values.map(({ ms }) => ms))),
    calls: median(values.map(({ calls }) => calls)),
  }));
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
