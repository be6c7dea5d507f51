import { customersWithOrders, erpCalls, type BenchedProduct } from './benched-product';
import type { BenchResult } from './result';

const READS = 1_000;

/** How many calls the ERP sees when many people ask the same at the same moment. */
export async function concurrentEqualReads(product: BenchedProduct): Promise<BenchResult> {
  const customers = await customersWithOrders(product, 400);
  const customer = customers.at(-1) ?? '';
  const path = `/api/erp/connections/${product.connectionId}/credit?customer=${customer}`;
  await product.sxe.faults({ latencyMs: 200, match: 'sxapi|FetchWhere' });
  await product.sxe.reset();
  await product.sxe.faults({ latencyMs: 200, match: 'sxapi|FetchWhere' });
  const other = `/api/erp/connections/${product.connectionId}/credit?customer=${customers.at(-2) ?? ''}`;
  await product.rep.get(other);
  const one = await erpCalls(product);
  await product.sxe.reset();
  await product.sxe.faults({ latencyMs: 200, match: 'sxapi|FetchWhere' });
  await Promise.all(Array.from({ length: READS }, () => product.rep.get(path)));
  const many = await erpCalls(product);
  return {
    title: 'Concurrent equal reads and the calls the ERP sees',
    method: `credit of one customer, nothing cached, ERP latency 200 ms`,
    rows: [{ reads: READS, 'ERP calls': many, 'ERP calls of a single read': one }],
  };
}
