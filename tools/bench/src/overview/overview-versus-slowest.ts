import { accountsOf } from '../accounts-of';
import { customersWithOrders, erpCalls } from '../benched-product';
import type { BenchResult } from '../result';
import type { StartedProduct } from '../with-product';
import { accountsNeeded, LATENCY_OF_CALLS, pageToSlowest, panelTimes } from './panel-times';
import { setUp } from './set-up';

/** Tokens come at once. */
export const ERP_LATENCY = { ...LATENCY_OF_CALLS, match: 'sxapi|FetchWhere' };
const MEAN_LATENCY_MS = 80;
const DEFAULTS: OverviewLoad = { rounds: 15, changed: {}, callsAtOnce: 8, setting: '' };

export interface OverviewLoad {
  /** How often the whole page and each panel are asked for. */
  readonly rounds: number;
  /** Settings of the connection that are not those of the demo. */
  readonly changed: object;
  /** How many calls the connection lets into the ERP at once. */
  readonly callsAtOnce: number;
  /** What else is particular about the connection, for the table. */
  readonly setting: string;
}

/** The whole account page beside its slowest panel asked for alone; every read is the first of its account. */
export async function overviewVersusSlowest(
  product: StartedProduct,
  { rounds, changed, callsAtOnce, setting }: OverviewLoad = DEFAULTS,
): Promise<BenchResult> {
  const customers = await customersWithOrders(product, accountsNeeded(rounds));
  const accounts = await accountsOf(product, customers);
  const { rep, sxe: control } = product;
  const afresh = (): Promise<void> => setUp(product, changed);
  const erp = { rep, control, faults: ERP_LATENCY, calls: () => erpCalls(product), afresh };
  await afresh();
  const times = await panelTimes(erp, accounts, rounds);
  return {
    title: `Account overview versus its slowest panel${setting}`,
    method: `ERP latency 60 to 100 ms, ${callsAtOnce} calls at once, nothing cached, ${rounds} of each (medians)`,
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
