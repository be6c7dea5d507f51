import { accountsOf } from '../accounts-of';
import { median } from '../arrivals';
import { customersWithOrders, erpCalls, type BenchedProduct } from '../benched-product';
import type { BenchResult } from '../result';

/** The ERP answers each call within 60 to 100 ms. */
export const ERP_LATENCY = { latencyMs: 60, jitterMs: 40, match: 'sxapi|FetchWhere' };
const MEAN_LATENCY_MS = 80;
const PANELS = ['credit', 'orders', 'shipments', 'invoices', 'prices', 'availability'] as const;
const DEFAULTS: OverviewLoad = { accounts: 30, callsAtOnce: 6, setting: '' };

export interface OverviewLoad {
  /** Each is asked once, for one panel or for the whole page. */
  readonly accounts: number;
  /** How many calls the connection lets into the ERP at once. */
  readonly callsAtOnce: number;
  /** What else is particular about the connection, for the table. */
  readonly setting: string;
}

interface Asked {
  readonly ms: number;
  readonly calls: number;
}

/** The whole account page beside its slowest panel asked for alone; every read is the first of its account. */
export async function overviewVersusSlowest(
  product: BenchedProduct,
  { accounts: count, callsAtOnce, setting }: OverviewLoad = DEFAULTS,
): Promise<BenchResult> {
  const customers = await customersWithOrders(product, count * (PANELS.length + 1));
  const accounts = [...(await accountsOf(product, customers))];
  const asked = new Map<string, Asked[]>();
  for (let round = 0; round < count; round += 1) {
    for (const panel of ['overview', ...PANELS]) {
      const account = accounts.shift();
      if (account === undefined) break;
      asked.set(panel, [...(asked.get(panel) ?? []), await ask(product, account, panel)]);
    }
  }
  return {
    title: `Account overview versus its slowest panel${setting}`,
    method: `ERP latency 60 to 100 ms, ${callsAtOnce} calls at once, nothing cached, ${count} accounts each (medians)`,
    rows: rowsOf(asked, callsAtOnce),
  };
}

async function ask(product: BenchedProduct, account: string, panel: string): Promise<Asked> {
  await product.sxe.reset();
  await product.sxe.faults(ERP_LATENCY);
  const start = performance.now();
  await product.rep.get(`/api/accounts/${account}/erp${panel === 'overview' ? '' : `/${panel}`}`);
  const ms = performance.now() - start;
  return { ms, calls: await erpCalls(product) };
}

function rowsOf(asked: ReadonlyMap<string, readonly Asked[]>, callsAtOnce: number): BenchResult['rows'] {
  const rows = [...asked].map(([panel, values]) => {
    const calls = median(values.map((one) => one.calls));
    // Below this no scheduling comes: the calls do not all fit into the ERP at once.
    const floor = Math.round(Math.ceil(calls / callsAtOnce) * MEAN_LATENCY_MS);
    return {
      panel,
      'median ms': Math.round(median(values.map(({ ms }) => ms))),
      'ERP calls': calls,
      'floor ms': floor,
    };
  });
  const overview = rows.find(({ panel }) => panel === 'overview')?.['median ms'] ?? Number.NaN;
  const slowest = Math.max(...rows.filter(({ panel }) => panel !== 'overview').map((row) => row['median ms']));
  return [...rows, { panel: 'overview ÷ slowest panel', 'median ms': Number((overview / slowest).toFixed(3)) }];
}
