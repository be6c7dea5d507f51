import { createInforSxeAdapter } from '@headwater/erp-adapters/infor-sxe';
import type { AvailabilityView, BatchPage, ErpAnswer, SettingValues } from '@headwater/erp-contracts';
import { systemClock } from '@headwater/kernel';
import { createCache } from 'cache-manager';
import { startProductUnderTest, type ProductUnderTest } from '../../../tools/dev/product-under-test.mts';
import { countStaleReads } from '../../../tools/dev/stale-reads.mts';

const CHANGES = 500;
const READERS = 20;
const ERP_LATENCY = { latencyMs: 4, jitterMs: 4 };

describe('after an acknowledged event', () => {
  let product: ProductUnderTest;
  let item: string;

  beforeAll(async () => {
    product = await startProductUnderTest();
    const { items } = await product.sxe.truth<{ items: readonly { number: string }[] }>('items?limit=1');
    item = items[0]?.number ?? '';
    await product.sxe.faults({ ...ERP_LATENCY, match: 'sxapi|FetchWhere' });
  });

  afterAll(() => product.stop());

  it('no reader is given a value from before it', async () => {
    const path = `/api/erp/connections/${product.connectionId}/availability?items=${item}&warehouse=MAIN`;
    const counted = await countStaleReads(
      {
        read: async () => onHandOf((await product.rep.get<ErpAnswer<BatchPage<AvailabilityView>>>(path)).data),
        advanceTo: (value) => setStock(value, true),
      },
      { readers: READERS, changes: CHANGES },
    );
    console.log(`gateway: ${counted.stale} stale of ${counted.reads} reads over ${CHANGES} changes`);
    expect(counted.reads).toBeGreaterThan(CHANGES);
    expect(counted.stale).toBe(0);
  });

  it('a common cache that is emptied by the same events does give stale values, so the check can fail', async () => {
    const { settings } = await product.sxe.get<{ settings: SettingValues }>('credentials');
    const config = { connectionId: 'naive', settings: { ...settings, companyNumber: 1 } };
    const connection = createInforSxeAdapter({ clock: systemClock }).connect(config);
    const cache = createCache();
    const load = async (): Promise<number> => {
      const call = { signal: AbortSignal.timeout(10_000) };
      const reading = await connection.availability?.list({ items: [item], warehouse: 'MAIN' }, call);
      if (reading === undefined) throw new Error('SX.e declares availability');
      return onHandOf(reading.data);
    };
    await setStock(0, false);
    const counted = await countStaleReads(
      {
        read: () => cache.wrap('stock', load, 60_000),
        advanceTo: async (value) => {
          await setStock(value, false);
          await cache.del('stock');
        },
      },
      { readers: READERS, changes: CHANGES },
    );
    await connection.close();
    console.log(`cache-manager wrap: ${counted.stale} stale of ${counted.reads} reads over ${CHANGES} changes`);
    expect(counted.stale).toBeGreaterThan(0);
  });

  async function setStock(onHand: number, event: boolean): Promise<void> {
    await product.sxe.change({ kind: 'stock', item, warehouse: 'MAIN', onHand: String(onHand), event });
  }

  function onHandOf(page: BatchPage<AvailabilityView>): number {
    const [view] = page.items;
    if (view === undefined) throw new Error('The item has stock in MAIN.');
    return Number(view.onHand.value);
  }
});
