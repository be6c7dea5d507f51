import type { AvailabilityView, BatchPage, ErpAnswer } from '@headwater/erp-contracts';
import { createCache } from 'cache-manager';
import { countStaleReads } from '../../dev/stale-reads.mts';
import type { BenchedProduct } from './benched-product';
import type { BenchResult } from './result';
import { gatewayAndAdapter } from './sxe-gateway';

const LOAD = { readers: 20, changes: 500 };

/** Reads that began after a change was acknowledged and still got the value before it. */
export async function staleReads(product: BenchedProduct): Promise<BenchResult> {
  const { items } = await product.sxe.truth<{ items: readonly { number: string }[] }>('items?limit=1');
  const item = items[0]?.number ?? '';
  const setStock = (onHand: number, event: boolean): Promise<void> =>
    product.sxe.change({ kind: 'stock', item, warehouse: 'MAIN', onHand: String(onHand), event });
  await product.sxe.faults({ latencyMs: 4, jitterMs: 4, match: 'sxapi|FetchWhere' });
  const path = `/api/erp/connections/${product.connectionId}/availability?items=${encodeURIComponent(item)}&warehouse=MAIN`;
  const gateway = await countStaleReads(
    {
      read: async () => onHandOf((await product.rep.get<ErpAnswer<BatchPage<AvailabilityView>>>(path)).data),
      advanceTo: (value) => setStock(value, true),
    },
    LOAD,
  );
  const { direct, close } = await gatewayAndAdapter(product);
  const cache = createCache();
  const load = async (): Promise<number> => {
    const reading = await direct.availability?.list(
      { items: [item], warehouse: 'MAIN' },
      { signal: AbortSignal.timeout(10_000) },
    );
    if (reading === undefined) throw new Error('SX.e declares availability');
    return onHandOf(reading.data);
  };
  await setStock(0, false);
  const common = await countStaleReads(
    {
      read: () => cache.wrap('stock', load, 60_000),
      advanceTo: async (value) => {
        await setStock(value, false);
        await cache.del('stock');
      },
    },
    LOAD,
  );
  await close();
  return {
    title: 'Stale reads after an acknowledged event',
    method: `${LOAD.readers} readers without pause, ${LOAD.changes} changes of one stock level, ERP latency 4 to 8 ms`,
    rows: [
      { cache: 'gateway, over HTTP', ...gateway },
      { cache: 'cache-manager wrap, in process', ...common },
    ],
  };
}

function onHandOf(page: BatchPage<AvailabilityView>): number {
  const [view] = page.items;
  if (view === undefined) throw new Error('The item has stock in MAIN.');
  return Number(view.onHand.value);
}
