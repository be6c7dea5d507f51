import type { ErpConnection, SettingValues } from '@headwater/erp-contracts';
import { A_CONNECTION_ID, anErpCall, startReplayServer } from '@headwater/erp-testing';
import { createNetsuiteAdapter } from './netsuite.adapter';
import { NETSUITE_MANIFEST } from './netsuite.manifest';
import { TABLES } from './testing/fixtures';
import { netsuiteExchanges } from './testing/netsuite-exchanges';
import { answeringQuery, AUTUMN, rowsWith, withNetsuite, withTables } from './testing/netsuite-scene';
import { tokenBasedValues } from './testing/netsuite-settings';
import { tokenDesk } from './testing/signature-check';
import type { Tables } from './testing/suiteql/evaluate';

/** One question for each operation, and what is answered. */
async function everythingOf(erp: ErpConnection): Promise<readonly unknown[]> {
  const call = anErpCall();
  const readings = await Promise.all([
    erp.customers?.search({ q: 'bright', limit: 10 }, call),
    erp.customers?.get({ number: '1001' }, call),
    erp.items?.search({ q: 'bearing', limit: 10 }, call),
    erp.items?.get({ number: 'BRG-6204' }, call),
    erp.orders?.list({ customer: '1001', limit: 10 }, call),
    erp.orders?.get({ number: 'SO1001' }, call),
    erp.availability?.list({ items: ['BRG-6204'] }, call),
    erp.prices?.quote({ customer: '1001', items: [{ item: 'BRG-6204', quantity: '60' }] }, call),
    erp.shipments?.list({ customer: '1001', limit: 10 }, call),
    erp.invoices?.list({ customer: '1001', limit: 10 }, call),
    erp.credit?.get({ customer: '1001' }, call),
  ]);
  return readings.map((reading) => reading?.data);
}

async function byCertificate(settings: SettingValues = {}): Promise<readonly unknown[]> {
  return withNetsuite(({ connection }) => everythingOf(connection), { clock: AUTUMN, settings });
}

describe('two ways to sign in', () => {
  it('answer the same', async () => {
    const desk = tokenDesk();
    const server = await startReplayServer(netsuiteExchanges(desk.isSigned));
    desk.origin = server.origin;
    const settings = tokenBasedValues(server.origin);
    const connection = createNetsuiteAdapter({ clock: AUTUMN }).connect({ connectionId: A_CONNECTION_ID, settings });
    try {
      expect(await everythingOf(connection)).toEqual(await byCertificate());
    } finally {
      await connection.close();
      await server.close();
    }
  });
});

describe('values quoted and bound', () => {
  it('answer the same', async () => {
    expect(await byCertificate({ sqlValues: 'bound' })).toEqual(await byCertificate());
  });
});

/** The same tables in an account that lacks a feature: without the columns, or the table, that come with it. */
function tablesWithout(columns: readonly string[], table: string): Tables {
  const kept = Object.entries(TABLES).filter(([name]) => name !== table);
  return Object.fromEntries(
    kept.map(([name, rows]) => [
      name,
      rows?.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)))),
    ]),
  );
}

function accountWithout(columns: readonly string[], table: string, others: Tables = {}) {
  return withTables({ ...tablesWithout(columns, table), [table]: undefined, ...others });
}

describe('an account with one currency', () => {
  const baseOnly = rowsWith('itemprice', (row) => row).filter((row) => row['currencypage'] === '1');
  const exchanges = [accountWithout(['currency'], 'currency', { itemprice: baseOnly })];

  it('answers the same in the base currency, although it knows no currencies', async () => {
    const single = await withNetsuite(({ connection }) => everythingOf(connection), {
      clock: AUTUMN,
      exchanges,
      settings: { multiCurrency: false, baseCurrency: 'USD' },
    });
    const several = await byCertificate();
    const withoutPersons = (all: readonly unknown[]): readonly unknown[] => all.slice(1);
    expect(withoutPersons(single)).toEqual(withoutPersons(several));
    expect(single[0]).toMatchObject({ items: [{ currency: 'USD' }, { currency: 'USD' }, { currency: 'USD' }] });
  });

  it('is told what to set where it is set up as one with several', async () => {
    await withNetsuite(
      async ({ connection }) => {
        await expect(connection.orders?.list({ limit: 5 }, anErpCall())).rejects.toMatchObject({
          code: 'unsupported',
          message: expect.stringMatching(/"currency" in this account.*settings of the connection/),
        });
      },
      { exchanges },
    );
  });
});

describe('currencies', () => {
  it('are the same by display text, where the names are mapped', async () => {
    const currencyCodes = 'US Dollar=USD\nJapanese Yen=JPY\nKuwaiti Dinar=KWD';
    expect(await byCertificate({ currencySource: 'display', currencyCodes })).toEqual(await byCertificate());
  });

  it('by a display text that is not mapped are an error, never a guess', async () => {
    await withNetsuite(
      async ({ connection }) => {
        await expect(connection.orders?.list({ limit: 5 }, anErpCall())).rejects.toMatchObject({
          code: 'bad-response',
        });
      },
      { settings: { currencySource: 'display' } },
    );
  });
});

describe('a OneWorld account', () => {
  const documents = async (settings: SettingValues) =>
    withNetsuite(
      async ({ connection, queries }) => {
        const orders = await connection.orders?.list({ customer: '1001', limit: 10 }, anErpCall());
        const invoices = await connection.invoices?.list({ customer: '1001', limit: 10 }, anErpCall());
        const credit = await connection.credit?.get({ customer: '1001' }, anErpCall());
        return {
          orders: orders?.data.items.map(({ number }) => number),
          invoices: invoices?.data.items.map(({ number }) => number),
          used: credit?.data.used.amount,
          company: orders?.company,
          queries: queries(),
        };
      },
      { clock: AUTUMN, settings },
    );

  it('is read one subsidiary at a time, which the readings name', async () => {
    const second = await documents({ subsidiary: '2' });
    expect(second).toMatchObject({ orders: ['SO1002'], invoices: ['INV302'], used: '40.00', company: '2' });
    const first = await documents({ subsidiary: '1' });
    expect(first).toMatchObject({
      orders: ['SO1004', 'SO1001', 'SO1003', 'SO1005'],
      invoices: ['INV301', 'INV303'],
      company: '1',
    });
  });

  it('without a subsidiary is read as a whole, and no query names one', async () => {
    const whole = await documents({});
    expect(whole.orders).toHaveLength(5);
    expect(whole.company).toBe('1234567_SB1');
    expect(whole.queries.join()).not.toContain('subsidiary');
  });

  it('may tell the subsidiary on the transaction itself', async () => {
    const onTransaction = rowsWith('transaction', (row) => ({ ...row, subsidiary: row['id'] === '7002' ? '2' : '1' }));
    await withNetsuite(
      async ({ connection, queries }) => {
        const orders = await connection.orders?.list({ customer: '1001', limit: 10 }, anErpCall());
        expect(orders?.data.items.map(({ number }) => number)).toEqual(['SO1002']);
        expect(queries()[0]).toContain('t.subsidiary = 2');
        expect(queries()[0]).not.toContain('transactionline');
      },
      {
        exchanges: [withTables({ transaction: onTransaction })],
        settings: { subsidiary: '2', subsidiaryOn: 'transaction' },
      },
    );
  });

  it('keeps an order of another subsidiary to itself', async () => {
    await withNetsuite(
      async ({ connection }) => {
        expect((await connection.orders?.get({ number: 'SO1002' }, anErpCall()))?.data.number).toBe('SO1002');
        await expect(connection.orders?.get({ number: 'SO1001' }, anErpCall())).rejects.toMatchObject({
          code: 'not-found',
        });
        const shipments = await connection.shipments?.list({ customer: '1001', limit: 10 }, anErpCall());
        expect(shipments?.data.items).toEqual([]);
        await expect(connection.shipments?.list({ order: 'SO1001', limit: 10 }, anErpCall())).rejects.toMatchObject({
          code: 'not-found',
        });
      },
      { settings: { subsidiary: '2' } },
    );
  });
});

describe('an account without several locations', () => {
  const settings = { multiLocation: false, singleWarehouse: 'HQ' } as const;
  const exchanges = [accountWithout(['location'], 'aggregateitemlocation')];

  it('keeps stock on the item, in the one warehouse of the setting', async () => {
    await withNetsuite(
      async ({ connection }) => {
        const stock = await connection.availability?.list({ items: ['BRG-6204', 'NO-SUCH'] }, anErpCall());
        expect(stock?.data).toMatchObject({
          items: [{ item: 'BRG-6204', warehouse: 'HQ', onHand: { value: '127' }, available: { value: '107' } }],
          notFound: ['NO-SUCH'],
        });
        const other = connection.availability?.list({ items: ['BRG-6204'], warehouse: 'North' }, anErpCall());
        await expect(other).rejects.toMatchObject({ code: 'not-found' });
      },
      { settings, exchanges },
    );
  });

  it('ships from it, too', async () => {
    await withNetsuite(
      async ({ connection }) => {
        const order = await connection.orders?.get({ number: 'SO1002' }, anErpCall());
        expect(order?.data).toMatchObject({ warehouse: 'HQ', lines: [{ warehouse: 'HQ' }] });
        const shipments = await connection.shipments?.list({ order: 'SO1001', limit: 10 }, anErpCall());
        expect(shipments?.data.items[0]?.warehouse).toBe('HQ');
      },
      { settings, exchanges },
    );
  });
});

describe('dates with slashes', () => {
  it.each([
    ['month-first', '2026-02-11'],
    ['day-first', '2026-11-02'],
  ])('are read %s where the account sends them', async (slashDates, expected) => {
    const row = {
      id: '1',
      tranid: 'SO1',
      status: 'B',
      foreigntotal: '1',
      entityid: '1',
      currency: 'USD',
      trandate: '2/11/2026',
    };
    await withNetsuite(
      async ({ connection }) => {
        const orders = await connection.orders?.list({ limit: 5 }, anErpCall());
        expect(orders?.data.items[0]?.orderedOn).toBe(expected);
      },
      { settings: { slashDates }, exchanges: [answeringQuery('FROM transaction', [row])] },
    );
  });
});

describe('the language of the company', () => {
  it('is asked for where the setting says so, and not otherwise', async () => {
    for (const [settings, language] of [
      [{ acceptLanguage: 'en-US' }, 'en-US'],
      [{}, undefined],
    ] as const) {
      await withNetsuite(
        async ({ connection, server }) => {
          await connection.customers?.get({ number: '1001' }, anErpCall());
          expect(server.requests.at(-1)?.headers['accept-language']).toBe(language);
        },
        { settings },
      );
    }
  });
});

describe('what a connection says of itself', () => {
  async function declared(settings: SettingValues) {
    return withNetsuite(async ({ connection }) => connection.capabilities, { settings });
  }

  it('is what the manifest says, where no setting decides otherwise', async () => {
    expect(await declared({})).toEqual({ orders: NETSUITE_MANIFEST.capabilities.orders });
  });

  it('is otherwise with the price RESTlet, a column of carriers, and a ship date that was asked for', async () => {
    const settings = {
      priceScript: 'customscript_a',
      priceDeployment: 'customdeploy_a',
      carrierColumn: 'shipmethod',
      shipDate: 'requested',
    };
    expect(await declared(settings)).toMatchObject({
      prices: { priceQuality: 'exact' },
      shipments: { lacks: ['deliveredOn'] },
      orders: { lacks: expect.arrayContaining(['promisedOn']) },
    });
  });
});
