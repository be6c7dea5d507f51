import { accountsOf } from '../accounts-of';
import { customersWithOrders, erpCalls, type BenchedProduct } from '../benched-product';
import type { BenchResult } from '../result';
import { accountsNeeded, LATENCY_OF_CALLS, pageToSlowest, panelTimes } from './panel-times';

/** Tokens come at once. */
export const ERP_LATENCY = { ...LATENCY_OF_CALLS, match: 'sxapi|FetchWhere' };
const MEAN_LATENCY_MS = 80;
const DEFAULTS: OverviewLoad = { accounts: 30, callsAtOnce: 6, setting: '' };

export interface OverviewLoad {
  /** Each is asked once, for one panel or for the whole page. */
  readonly accounts: number;
  /** How many calls the connection lets into the ERP at once. */
  readonly callsAtOnce: number;
  /** What else is particular about the connection, for the table. */
  readonly setting: string;
}

/** The whole account page beside its slowest panel asked for alone; every read is the first of its account. */
export async function overviewVersusSlowest(
  product: BenchedProduct,
  { accounts: count, callsAtOnce, setting }: OverviewLoad = DEFAULTS,
): Promise<BenchResult> {
  const customers = await customersWithOrders(product, accountsNeeded(count));
  const accounts = await accountsOf(product, customers);
  const { rep, sxe: control } = product;
  const erp = { rep, control, faults: ERP_LATENCY, calls: () => erpCalls(product) };
  const times = await panelTimes(erp, accounts.slice(0, accountsNeeded(count)));
  return {
    title: `Account overview versus its slowest panel${setting}`,
    method: `ERP latency 60 to 100 ms, ${callsAtOnce} calls at once, nothing cached, ${count} accounts each (medians)`,
    rows: [
      ...times.map(({ panel, ms, calls }) => ({
        panel,
        'median ms': ms,
        'ERP calls': calls,
        // Below this no scheduling comes: the calls do not all fit into the ERP at once.
        'floor ms': Math.round(Math.ceil(calls / callsAtOnce) * MEAN_LATENCY_MS),
      })),
      { panel: 'overview ÷ slowest panel', 'median ms': pageToSlowest(times) },
    ],
  };
}
