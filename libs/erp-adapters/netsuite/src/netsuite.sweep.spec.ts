import type { ErpChange, ErpChangeSweep } from '@headwater/erp-contracts';
import { anErpCall } from '@headwater/erp-testing';
import { isQuery, rowsWith, withNetsuite, withTables } from './testing/netsuite-scene';
import { suiteQlAnswer } from './testing/fake-suiteql';
import { TABLES } from './testing/fixtures';
import type { Row, Tables } from './testing/suiteql/evaluate';

/** Tables that change while a test runs. */
function movingTables() {
  let tables: Tables = TABLES;
  return {
    exchange: {
      name: 'moving',
      matches: isQuery,
      answer: (request: Parameters<typeof suiteQlAnswer>[0]) => suiteQlAnswer(request, tables),
    },
    change(table: string, key: readonly [column: string, value: string], fields: Row): void {
      const [column, value] = key;
      const rows = (tables[table] ?? []).map((row) => (row[column] === value ? { ...row, ...fields } : row));
      tables = { ...tables, [table]: rows };
    },
  };
}

async function swept(sweep: ErpChangeSweep | undefined, position?: string) {
  const answer = await sweep?.since(position, anErpCall());
  if (answer === undefined) throw new Error('there is no sweep');
  return answer;
}

/** Whatever changed last before a sweep began is told once more, for more may have changed in that second. */
async function settledPosition(sweep: ErpChangeSweep | undefined): Promise<string> {
  const { position } = await swept(sweep);
  return (await swept(sweep, position)).position;
}

describe('the sweep', () => {
  it('starts at the present, with no changes, and finds none while nothing changes', async () => {
    await withNetsuite(async ({ connection }) => {
      const first = await swept(connection.sweep);
      expect(first.changes).toEqual([]);
      const second = await swept(connection.sweep, first.position);
      const third = await swept(connection.sweep, second.position);
      expect(third.changes).toEqual([]);
      expect((await swept(connection.sweep, third.position)).position).toBe(third.position);
    });
  });

  it.each<readonly [string, string, readonly [string, string], string, readonly ErpChange[]]>([
    [
      'an order',
      'transaction',
      ['id', '7002'],
      'lastmodifieddate',
      [{ kind: 'order', key: 'SO1002', customer: '1001', hard: false }],
    ],
    [
      'a shipment',
      'transaction',
      ['id', '7102'],
      'lastmodifieddate',
      [{ kind: 'shipment', key: 'IF202', customer: '1001', hard: false }],
    ],
    [
      'an invoice',
      'transaction',
      ['id', '7204'],
      'lastmodifieddate',
      [{ kind: 'invoice', key: 'INV304', customer: '1002', hard: false }],
    ],
    [
      'a payment',
      'transaction',
      ['id', '7301'],
      'lastmodifieddate',
      [{ kind: 'invoice', key: '*', customer: '1001', hard: false }],
    ],
    ['a customer', 'customer', ['id', '503'], 'lastmodifieddate', [{ kind: 'customer', key: '1003', hard: false }]],
    ['an item', 'item', ['id', '907'], 'lastmodifieddate', [{ kind: 'item', key: "A/B+#&%'", hard: false }]],
    [
      'stock',
      'aggregateitemlocation',
      ['item', '902'],
      'lastquantityavailablechange',
      [{ kind: 'availability', key: 'HOSE-12', hard: false }],
    ],
  ])('finds that %s changed, once', async (...[, table, key, column, expected]) => {
    const moving = movingTables();
    await withNetsuite(
      async ({ connection }) => {
        const position = await settledPosition(connection.sweep);
        moving.change(table, key, { [column]: '2026-11-23 10:00:00' });
        const found = await swept(connection.sweep, position);
        expect(found.changes).toEqual(expected);
        const again = await swept(connection.sweep, found.position);
        expect((await swept(connection.sweep, again.position)).changes).toEqual([]);
      },
      { exchanges: [moving.exchange] },
    );
  });

  it('misses nothing that changes in the very second it looked', async () => {
    const moving = movingTables();
    await withNetsuite(
      async ({ connection }) => {
        const position = await settledPosition(connection.sweep);
        moving.change('customer', ['id', '501'], { lastmodifieddate: '2026-11-23 10:00:00' });
        const first = await swept(connection.sweep, position);
        moving.change('customer', ['id', '503'], { lastmodifieddate: '2026-11-23 10:00:00' });
        const second = await swept(connection.sweep, first.position);
        expect(second.changes.map(({ key }) => key)).toContain('1003');
      },
      { exchanges: [moving.exchange] },
    );
  });

  it('asks for no more than changed since, in the terms of the account', async () => {
    await withNetsuite(async ({ connection, server, queries }) => {
      const position = await settledPosition(connection.sweep);
      server.forget();
      await swept(connection.sweep, position);
      expect(queries()).toHaveLength(4);
      expect(queries()[1]).toBe(
        "SELECT c.id AS id, TO_CHAR(c.lastmodifieddate, 'YYYY-MM-DD HH24:MI:SS') AS changedat, c.entityid AS number FROM customer c WHERE c.entityid IS NOT NULL AND c.lastmodifieddate > TO_DATE('2026-11-22 09:30:00', 'YYYY-MM-DD HH24:MI:SS') ORDER BY c.lastmodifieddate, c.id",
      );
    });
  });

  it('tells a thing that changed at several places once', async () => {
    const both = rowsWith('aggregateitemlocation', (row) => ({
      ...row,
      lastquantityavailablechange: '2026-11-23 10:00:00',
    }));
    await withNetsuite(
      async ({ connection }) => {
        const { position } = await swept(connection.sweep);
        const keys = (await swept(connection.sweep, position)).changes
          .filter(({ kind }) => kind === 'availability')
          .map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      },
      { exchanges: [withTables({ aggregateitemlocation: both })] },
    );
  });

  it('of more changes than it takes at once leaves the rest to the next', async () => {
    const many = Array.from({ length: 12_000 }, (_, index): Row => ({
      ...(TABLES['customer']?.[0] ?? {}),
      id: String(10_000 + index),
      entityid: `N${String(index)}`,
      lastmodifieddate: `2026-11-24 ${String(Math.floor(index / 3600)).padStart(2, '0')}:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`,
    }));
    const moving = movingTables();
    const flooded = { ...TABLES, customer: [...(TABLES['customer'] ?? []), ...many] };
    let isFlooded = false;
    const exchange = {
      ...moving.exchange,
      answer: (request: Parameters<typeof suiteQlAnswer>[0]) =>
        suiteQlAnswer(request, isFlooded && request.body.includes('FROM customer c') ? flooded : TABLES),
    };
    await withNetsuite(
      async ({ connection }) => {
        let position = await settledPosition(connection.sweep);
        isFlooded = true;
        const keys = new Set<string>();
        for (let round = 0; round < 2; round += 1) {
          const answer = await swept(connection.sweep, position);
          answer.changes.forEach(({ key }) => keys.add(key));
          position = answer.position;
        }
        expect(keys.size).toBe(12_000);
      },
      { exchanges: [exchange] },
    );
  }, 60_000);

  it('looks for deletions where the setting says so; of those only the kind is known', async () => {
    const moving = movingTables();
    await withNetsuite(
      async ({ connection }) => {
        const position = await settledPosition(connection.sweep);
        moving.change('deletedrecord', ['recordid', '6999'], { deleteddate: '2026-11-23 10:00:00' });
        const found = await swept(connection.sweep, position);
        expect(found.changes).toEqual([{ kind: 'order', key: '*', hard: false }]);
      },
      { exchanges: [moving.exchange], settings: { sweptTables: 'transactions,deletions' } },
    );
    await withNetsuite(async ({ connection, queries }) => {
      await swept(connection.sweep);
      expect(queries().join()).not.toContain('deletedrecord');
    });
    await withNetsuite(
      async ({ connection, queries }) => {
        await swept(connection.sweep);
        expect(queries()).toEqual([expect.stringContaining('FROM customer c')]);
      },
      { settings: { sweptTables: 'customers' } },
    );
  });

  it('fails as a whole, and does not go on as if nothing had changed', async () => {
    await withNetsuite(async ({ connection, server }) => {
      const { position } = await swept(connection.sweep);
      server.inject({ fault: { kind: 'answer', answer: { status: 429, body: '' } }, on: isQuery, times: 1 });
      await expect(connection.sweep?.since(position, anErpCall())).rejects.toMatchObject({ code: 'rate-limited' });
    });
  });

  it.each(['junk', Buffer.from('{"customers":{"at":1}}').toString('base64url')])(
    'refuses the position %s',
    async (position) => {
      await withNetsuite(async ({ connection }) => {
        await expect(connection.sweep?.since(position, anErpCall())).rejects.toMatchObject({ code: 'invalid-request' });
      });
    },
  );

  it('is as often as the setting says, or not at all', async () => {
    await withNetsuite(async ({ connection }) => expect(connection.sweep?.everyMs).toBe(120_000));
    await withNetsuite(async ({ connection }) => expect(connection.sweep).toBeUndefined(), {
      settings: { sweepSeconds: 0 },
    });
  });
});
