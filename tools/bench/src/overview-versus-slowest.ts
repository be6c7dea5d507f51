import { accountsOf } from './accounts-of';
import { median } from './arrivals';
import { customersWithOrders, type BenchedProduct } from './benched-product';
import type { BenchResult } from './result';

const ACCOUNTS = 30;
const LATENCY = { latencyMs: 60, jitterMs: 40 };
const PANELS = ['credit', 'orders', 'shipments', 'invoices', 'prices', 'availability'] as const;

/** The whole account page beside its slowest panel asked for alone; every read is the first of its account. */
export async function overviewVersusSlowest(product: BenchedProduct): Promise<BenchResult> {
  const customers = await customersWithOrders(product, ACCOUNTS * (PANELS.length + 1));
  const accounts = [...(await accountsOf(product, customers))];
  await product.sxe.faults({ ...LATENCY, match: 'sxapi|FetchWhere' });
  const ms: Record<string, number[]> = {};
  for (let round = 0; round < ACCOUNTS; round += 1) {
    for (const panel of ['overview', ...PANELS]) {
      const account = accounts.shift();
      if (account === undefined) break;
      const start = performance.now();
      await product.rep.get(`/api/accounts/${account}/erp${panel === 'overview' ? '' : `/${panel}`}`);
      (ms[panel] ??= []).push(performance.now() - start);
    }
  }
  const medians = Object.entries(ms).map(([panel, values]) => ({ panel, 'median ms': Math.round(median(values)) }));
  const overview = median(ms['overview'] ?? []);
  const slowest = Math.max(...PANELS.map((panel) => median(ms[panel] ?? [])));
  return {
    title: 'Account overview versus its slowest panel',
    method: `ERP latency ${LATENCY.latencyMs} to ${LATENCY.latencyMs + LATENCY.jitterMs} ms, nothing cached, ${ACCOUNTS} accounts each`,
    rows: [...medians, { panel: 'overview ÷ slowest panel', 'median ms': Number((overview / slowest).toFixed(3)) }],
  };
}
