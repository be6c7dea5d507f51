import { accountsOf } from '../accounts-of';
import { median } from '../arrivals';
import { customersWithOrders, type BenchedProduct } from '../benched-product';
import type { BenchResult } from '../result';
import { ERP_LATENCY } from './overview-versus-slowest';
import { streamOverview } from './section-stream';

const ACCOUNTS = 40;
/** Where amounts are in the company's currency, this panel is one call of the ERP and of nothing else. */
const ONE_CALL = { capability: 'invoices', path: /sxapiargetinvoicelist/i };

/** From the moment the ERP had answered the panel that needs one call to that panel on the reader's wire. */
export async function firstSection(product: BenchedProduct): Promise<BenchResult> {
  // Many of these customers are linked to more than this ERP, and those accounts are left out.
  const customers = await customersWithOrders(product, ACCOUNTS * 5);
  const accounts = (await accountsOf(product, customers)).slice(0, ACCOUNTS);
  const gaps: number[] = [];
  let firsts = 0;
  for (const account of accounts) {
    await product.sxe.reset();
    await product.sxe.faults(ERP_LATENCY);
    const { sections } = await streamOverview(product.rep, account);
    const section = sections.find(({ capability }) => capability === ONE_CALL.capability);
    const call = (await product.sxe.log()).calls.find(({ path }) => ONE_CALL.path.test(path));
    if (section === undefined || call === undefined) continue;
    if (sections[0] === section) firsts += 1;
    gaps.push(section.at - (Date.parse(call.at) + call.ms));
  }
  return {
    title: 'From the fastest answer of the ERP to its section on the wire',
    method: `${gaps.length} overviews as event streams; both clocks are of this machine and count whole milliseconds`,
    rows: [
      {
        'median ms': median(gaps),
        'p90 ms': percentile(gaps, 0.9),
        'max ms': Math.max(...gaps),
        'was the first section': `${firsts} of ${gaps.length}`,
      },
    ],
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
