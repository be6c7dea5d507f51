import type { ErpConnection, SweptChanges } from '@headwater/erp-contracts';
import { anErpCall } from '@headwater/erp-testing';
import { SITE } from '../testing/p21-exchanges';
import { TABLES } from '../testing/p21-fixtures';
import { ON_THE_DAY, withP21 } from '../testing/p21-connection';
import type { P21Site } from '../testing/p21-odata';

const ORDERS = 'view/p21_view_es_sales_order';
const STOCK = 'table/inv_loc';

/** A site whose tables a test may change while a connection is open. */
function changingSite() {
  const tables: Record<string, P21Site['tables'][string]> = { ...TABLES };
  return { site: { metadata: SITE.metadata, tables }, tables };
}

async function sweep({ sweep: found }: ErpConnection, position?: string): Promise<SweptChanges> {
  if (found === undefined) throw new Error('there is no sweep');
  return found.since(position, anErpCall());
}

describe('looking for changes', () => {
  it('starts at the present, and finds nothing where nothing changed', async () => {
    await withP21(async ({ connection }) => {
      const start = await sweep(connection);
      expect(start.changes).toEqual([]);
      expect(await sweep(connection, start.position)).toEqual({ changes: [], position: start.position });
    });
  });

  it('finds an order once, with its customer, however many rows it has, and not again', async () => {
    const { site, tables } = changingSite();
    await withP21(
      async ({ connection }) => {
        const start = await sweep(connection);
        const stamp = '2026-11-23T10:00:00.000-05:00';
        tables[ORDERS] = (tables[ORDERS] ?? []).map((row) =>
          row['order_no'] === '100231' ? { ...row, max_date_last_modified: stamp } : row,
        );
        const found = await sweep(connection, start.position);
        expect(found.changes).toEqual([{ kind: 'order', key: '100231', customer: '100198', hard: false }]);
        expect((await sweep(connection, found.position)).changes).toEqual([]);
      },
      { site, settings: { sweepKinds: 'orders' } },
    );
  });

  it('finds another row that has the very stamp it stopped at', async () => {
    const { site, tables } = changingSite();
    await withP21(
      async ({ connection }) => {
        const start = await sweep(connection);
        const stamp = '2026-11-20T11:22:14.747-05:00';
        tables[ORDERS] = [
          ...(tables[ORDERS] ?? []),
          { unique_id: 'n', order_no: '100240', customer_id: 1001, company_id: 'ACME', max_date_last_modified: stamp },
        ];
        expect((await sweep(connection, start.position)).changes).toMatchObject([{ key: '100240', customer: '1001' }]);
      },
      { site, settings: { sweepKinds: 'orders' } },
    );
  });

  it('tells of stock by item number, of the company only', async () => {
    const { site, tables } = changingSite();
    await withP21(
      async ({ connection }) => {
        const start = await sweep(connection);
        tables[STOCK] = (tables[STOCK] ?? []).map((row) => ({
          ...row,
          date_last_modified: '2026-11-23T10:00:00.000-05:00',
        }));
        const { changes } = await sweep(connection, start.position);
        expect(changes).toEqual([
          { kind: 'availability', key: 'BRG-6204', hard: false },
          { kind: 'availability', key: 'HOSE-12', hard: false },
        ]);
      },
      { site, settings: { sweepKinds: 'stock' } },
    );
  });

  it('gets past a bulk update that gave more rows one stamp than are told of at a time', async () => {
    const { site, tables } = changingSite();
    await withP21(
      async ({ connection }) => {
        const start = await sweep(connection);
        const stamp = '2026-11-23T10:00:00.000-05:00';
        const row = { unique_id: 'n', customer_id: 1, company_id: 'ACME', max_date_last_modified: stamp };
        tables[ORDERS] = Array.from({ length: 1201 }, (_, index) => ({ ...row, order_no: String(200_000 + index) }));
        const found = new Set<string>();
        let { position } = start;
        for (let round = 0; round < 3; round += 1) {
          const swept = await sweep(connection, position);
          for (const { key } of swept.changes) found.add(key);
          ({ position } = swept);
        }
        expect(found.size).toBe(1201);
        expect((await sweep(connection, position)).changes).toEqual([]);
      },
      { site, settings: { sweepKinds: 'orders' } },
    );
  });

  it('falls back on the headers where the site has no such view', async () => {
    const { [ORDERS]: _, ...metadata } = SITE.metadata;
    await withP21(
      async ({ connection, asked }) => {
        await sweep(connection);
        expect(asked('view/p21_view_oe_hdr')[0]?.get('$orderby')).toBe('date_last_modified desc,order_no');
      },
      { site: { ...SITE, metadata }, settings: { sweepKinds: 'orders' } },
    );
  });

  it('starts an empty table at the present of the clock', async () => {
    const { site, tables } = changingSite();
    tables[ORDERS] = [];
    await withP21(
      async ({ connection }) => {
        const start = await sweep(connection);
        const row = { unique_id: 'n', order_no: '7', customer_id: 1, company_id: 'ACME' };
        tables[ORDERS] = [
          { ...row, max_date_last_modified: '2026-11-23T14:14:02Z' },
          { ...row, order_no: '8', max_date_last_modified: '2026-11-23T14:14:04Z' },
        ];
        expect((await sweep(connection, start.position)).changes).toMatchObject([{ key: '8' }]);
      },
      { site, clock: ON_THE_DAY, settings: { sweepKinds: 'orders' } },
    );
  });

  it('fails rather than to find nothing, for a stamp that is no time and for a foreign position', async () => {
    const { site, tables } = changingSite();
    tables[ORDERS] = (tables[ORDERS] ?? []).map((row) => ({ ...row, max_date_last_modified: 'yesterday' }));
    await withP21(
      async ({ connection }) => {
        await expect(sweep(connection)).rejects.toMatchObject({ code: 'bad-response' });
        await expect(sweep(connection, 'junk')).rejects.toMatchObject({ code: 'invalid-request' });
      },
      { site, settings: { sweepKinds: 'orders' } },
    );
  });

  it('is not done where the setting switches it off', async () => {
    await withP21(async ({ connection }) => expect(connection.sweep).toBeUndefined(), {
      settings: { sweepEveryMs: 0 },
    });
  });
});
