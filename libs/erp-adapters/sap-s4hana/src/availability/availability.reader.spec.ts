import type { ErpCall } from '@headwater/erp-contracts';
import { anErpCall } from '@headwater/erp-testing';
import { queryOf, withS4 } from '../testing/s4-connection';

const QUERY = { items: ['TG10', '21'] } as const;

function figures(
  settings: Readonly<Record<string, string | number>>,
  query: { items: readonly string[]; warehouse?: string } = QUERY,
) {
  return withS4(
    async ({ connection }) => {
      const { items, notFound } = (await connection.availability?.list(query, anErpCall()))?.data ?? {};
      const rows = items?.map(({ item, warehouse, onHand, available }) => [
        item,
        warehouse,
        onHand.value,
        available.value,
      ]);
      return { rows, notFound };
    },
    { settings },
  );
}

describe('stock', () => {
  it.each(['by-material', 'direct'])('read %s is unrestricted stock over batches and locations', async (stockRead) => {
    expect(await figures({ stockRead })).toEqual({
      rows: [
        ['TG10', '1710', '120.500', '120.500'],
        ['TG10', '1720', '3', '3'],
        ['21', '1710', '12.5', '12.5'],
        ['21', '1720', '0', '0'],
      ],
      notFound: [],
    });
  });

  it('says its unit and plant, and neither what is allocated nor on order', async () => {
    await withS4(async ({ connection }) => {
      const page = (await connection.availability?.list({ items: ['21'], warehouse: '1710' }, anErpCall()))?.data;
      expect(page?.items).toEqual([
        {
          ref: expect.objectContaining({ kind: 'availability', externalId: '21@1710' }),
          item: '21',
          warehouse: '1710',
          warehouseName: 'Main distribution center',
          onHand: { value: '12.5', unit: 'FT' },
          available: { value: '12.5', unit: 'FT' },
        },
      ]);
    });
  });

  it('counts the types and special stocks the settings name', async () => {
    const only = { items: ['TG10'], warehouse: '1710' };
    expect((await figures({ specialStockTypes: 'E' }, only)).rows).toEqual([['TG10', '1710', '129.500', '129.500']]);
    expect((await figures({ stockTypes: '01,07' }, only)).rows).toEqual([['TG10', '1710', '127.500', '127.500']]);
  });

  it('of an item kept nowhere is nothing in each plant that keeps it, of an unknown item it is unknown', async () => {
    expect(await figures({}, { items: ['TG11', 'NO-SUCH'] })).toEqual({
      rows: [
        ['TG11', '1710', '0', '0'],
        ['TG11', '1720', '0', '0'],
      ],
      notFound: ['NO-SUCH'],
    });
  });

  it('can do without the product API, and then knows stocked items only', async () => {
    await withS4(
      async ({ connection, asked }) => {
        const query = { items: ['TG10', 'TG11'], warehouse: '1720' };
        const { items, notFound } = (await connection.availability?.list(query, anErpCall()))?.data ?? {};
        expect(items?.map(({ item, warehouse }) => [item, warehouse])).toEqual([['TG10', '1720']]);
        expect(notFound).toEqual(['TG11']);
        expect(asked('products')).toEqual([]);
      },
      { settings: { shownPlants: 'stocked' } },
    );
  });

  it('shows the plants of the setting alone, or all where it names none', async () => {
    expect((await figures({ plants: '1720' })).rows?.map(([, plant]) => plant)).toEqual(['1720', '1720']);
    expect((await figures({ plants: '' })).rows).toHaveLength(4);
  });

  it('of a batch is one call, however its numbers look', async () => {
    await withS4(async ({ connection, asked }) => {
      const items = ['TG10', "TG'15", 'A/B+#&%', '21'];
      await connection.availability?.list({ items }, anErpCall());
      const calls = asked('stock').filter(({ path }) => !path.includes('skiptoken'));
      expect(calls).toHaveLength(1);
      expect(queryOf(calls[0])['$filter']).toBe(
        "(Material eq 'TG10' or Material eq 'TG''15' or Material eq 'A/B+#&%' or " +
          "(Material eq '21' or Material eq '000000000000000021'))",
      );
    });
  });

  it('of a large batch takes several calls, none with too long an address', async () => {
    await withS4(async ({ connection, asked }) => {
      const items = Array.from({ length: 50 }, (_, index) => `${String(index)}${'#'.repeat(35)}`);
      expect((await connection.availability?.list({ items }, anErpCall()))?.data.notFound).toHaveLength(50);
      expect(asked('stock').length).toBeGreaterThan(1);
      expect(Math.max(...asked('stock').map(({ path }) => path.length))).toBeLessThan(8_000);
    });
  });
});

describe('what SAP promises', () => {
  it('is asked for per item and plant where it is switched on', async () => {
    await withS4(
      async ({ connection, asked }) => {
        const page = (await connection.availability?.list({ items: ['TG10', "TG'15"] }, anErpCall()))?.data;
        expect(page?.items.map(({ onHand, available }) => [onHand.value, available.value])).toEqual([
          ['120.500', '80.500'],
          ['3', '80.500'],
          ['0', '0'],
          ['0', '0'],
        ]);
        expect(asked('atp')).toHaveLength(4);
        const query = asked('atp')
          .map(queryOf)
          .find(({ Material: item }) => item === "'TG''15'");
        expect(query).toMatchObject({ Material: "'TG''15'", SupplyingPlant: "'1710'", ATPCheckingRule: "'A'" });
        expect(query?.['RequestedUTCDateTime']).toMatch(/^datetimeoffset'\d{4}-\d\d-\d\dT[\d:.]+Z'$/);
      },
      { settings: { atp: 'DetermineAvailabilityAt' } },
    );
  });

  it('is asked for so many at once, each told how many rounds wait for it', async () => {
    await withS4(
      async ({ connection }) => {
        const rounds: number[] = [];
        const share: ErpCall['share'] = async (read, signal) => {
          if (read.question.includes('DetermineAvailabilityAt')) rounds.push(read.followedBy ?? 0);
          return (await read.ask({ signal })).value;
        };
        await connection.availability?.list({ items: ['TG10', 'TG11', "TG'15"] }, { ...anErpCall(), share });
        expect(rounds).toEqual([1, 1, 0, 0, 0, 0]);
      },
      { settings: { atp: 'DetermineAvailabilityAt' } },
    );
  });

  it('tells the day something comes where nothing is there', async () => {
    await withS4(
      async ({ connection, asked }) => {
        const query = { items: ['A/B+#&%'], warehouse: '1720' };
        const page = (await connection.availability?.list(query, anErpCall()))?.data;
        expect(page?.items).toMatchObject([
          { onHand: { value: '2', unit: 'PC' }, available: { value: '0', unit: 'PC' }, nextReceiptOn: '2099-01-31' },
        ]);
        expect(queryOf(asked('atp')[0])['RequestedQuantityInBaseUnit']).toBe('1M');
      },
      { settings: { atp: 'DetermineAvailabilityOf' } },
    );
  });

  it('is refused before it would take too many calls, and where the rule is unknown', async () => {
    await expect(figures({ atp: 'DetermineAvailabilityAt', atpMaxCalls: 3 })).rejects.toMatchObject({
      code: 'invalid-request',
      message: expect.stringContaining('more than 3'),
    });
    await expect(figures({ atp: 'DetermineAvailabilityAt', atpCheckingRule: 'ZZ' })).rejects.toMatchObject({
      code: 'invalid-request',
    });
  });
});
