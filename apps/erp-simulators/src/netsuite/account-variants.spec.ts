import { startNetsuite, type NetsuiteClient } from '../testing/netsuite-client';
import type { NetsuiteOverrides } from './options';

/** A little account with settings of its own, for one test. */
async function inAccount(overrides: NetsuiteOverrides, check: (ns: NetsuiteClient) => Promise<void>): Promise<void> {
  const ns = await startNetsuite(overrides, { customers: 40 });
  try {
    await check(ns);
  } finally {
    await ns.stop();
  }
}

describe('an account', () => {
  it('without OneWorld has one company and no subsidiaries', () =>
    inAccount({ account: { companies: 'single' } }, async (ns) => {
      expect((await ns.suiteql('SELECT id FROM subsidiary')).text).toContain('Invalid search type: subsidiary.');
      expect((await ns.suiteql('SELECT subsidiary FROM customer')).text).toContain("Unknown identifier 'subsidiary'");
      const { items } = await ns.control<{ items: readonly unknown[] }>('truth/orders?company=1');
      const counts = await ns.rows(
        "SELECT COUNT(*) n FROM transaction WHERE type IN ('SalesOrd', 'Estimate', 'RtnAuth')",
      );
      expect(counts).toEqual([{ n: String(items.length) }]);
      const { items: customers } = await ns.control<{ items: readonly unknown[] }>('truth/customers?company=1');
      expect(await ns.rows('SELECT COUNT(*) n FROM customer')).toEqual([{ n: String(customers.length) }]);
      expect((await ns.record('customer/21001')).json).not.toHaveProperty('subsidiary');
    }));

  it('without currencies has no currency anywhere', () =>
    inAccount({ account: { currencies: 'single' } }, async (ns) => {
      expect((await ns.suiteql('SELECT currency FROM transaction')).status).toBe(400);
      expect((await ns.suiteql('SELECT id FROM currency')).status).toBe(400);
      const { items } = await ns.control<{ items: readonly { currency: string }[] }>('truth/customers');
      const inDollars = items.filter(({ currency }) => currency === 'USD').length;
      expect(inDollars).toBeLessThan(items.length);
      expect(await ns.rows('SELECT COUNT(*) n FROM customer')).toEqual([{ n: String(inDollars) }]);
    }));

  it('without Multi-Location Inventory keeps quantities on the item', () =>
    inAccount({ account: { locations: 'single' } }, async (ns) => {
      expect((await ns.suiteql('SELECT item FROM aggregateitemlocation')).text).toContain('Invalid search type');
      expect((await ns.suiteql('SELECT location FROM transactionline')).status).toBe(400);
      const { items } = await ns.control<{ items: readonly { onHand: string }[] }>('truth/stock/6205-2RS-KB');
      const [row] = await ns.rows("SELECT quantityonhand q FROM item WHERE itemid = '6205-2RS-KB'");
      expect(Number(row?.['q'])).toBe(items.reduce((sum, { onHand }) => sum + Number(onHand), 0));
    }));

  it('picks before it ships with Pick, Pack and Ship, and only ships without', async () => {
    const states = async (ns: NetsuiteClient): Promise<readonly unknown[]> =>
      (await ns.rows("SELECT DISTINCT status FROM transaction WHERE type = 'ItemShip' ORDER BY status")).map(
        ({ status }) => status,
      );
    const pick = async (ns: NetsuiteClient): Promise<void> => {
      const { items } = await ns.control<{ items: readonly { number: string; status: string }[] }>(
        'truth/orders?open=true',
      );
      const order = items.find(({ status }) => status === 'open')?.number;
      await ns.control('change', { kind: 'order', order, status: 'picked', event: false });
    };
    await inAccount({}, async (ns) => {
      await pick(ns);
      expect(await states(ns)).toEqual(['A', 'C']);
    });
    await inAccount({ account: { pickPackShip: 'off' } }, async (ns) => {
      await pick(ns);
      expect(await states(ns)).toEqual(['C']);
    });
  });

  it('can number, name and show things its own way', () =>
    inAccount(
      {
        account: {
          numberPrefixes: { SalesOrd: 'SO', CustInvc: 'INV' },
          currencyNames: 'iso',
          entityDisplay: 'name',
          persons: 'none',
          dateFormat: 'YYYY-MM-DD',
          emptyStockRows: 'kept',
        },
      },
      async (ns) => {
        const { items } = await ns.control<{
          items: readonly { number: string; kind: string; orderedOn: string; customer: string; currency: string }[];
        }>('truth/orders?company=1');
        const order = items.find(({ kind }) => kind === 'order');
        const customer = await ns.control(`truth/customers/${order?.customer ?? ''}`);
        const rows = await ns.rows(
          'SELECT trandate, BUILTIN.DF(entity) e, BUILTIN.DF(currency) c FROM transaction WHERE tranid = ?',
          [`SO${order?.number ?? ''}`],
        );
        expect(rows).toEqual([{ trandate: order?.orderedOn, e: customer['name'], c: order?.currency }]);
        expect(
          await ns.rows("SELECT tranid FROM transaction WHERE type = 'SalesOrd' AND tranid = ?", [order?.number]),
        ).toEqual([]);
        expect(await ns.rows("SELECT id FROM customer WHERE isperson = 'T'")).toEqual([]);
        const { items: levels } = await ns.control<{ items: readonly { warehouse: string }[] }>(
          'truth/stock/6205-2RS-KB',
        );
        await ns.control('change', {
          kind: 'stock',
          item: '6205-2RS-KB',
          warehouse: levels[0]?.warehouse,
          onHand: '0',
          reserved: '0',
          onOrder: '0',
          event: false,
        });
        const kept = await ns.rows(
          "SELECT a.location FROM aggregateitemlocation a JOIN item i ON i.id = a.item WHERE i.itemid = '6205-2RS-KB'",
        );
        expect(kept).toHaveLength(levels.length);
      },
    ));

  it('can show the unconfirmed parts of SuiteQL the other way', () =>
    inAccount(
      {
        suiteql: {
          selectedStatus: 'prefixed',
          bareStatusFilter: 'match',
          statusDisplay: 'plain',
          headerColumns: ['createdfrom', 'subsidiary', 'location'],
          packageOwnerColumns: ['itemfulfillment'],
          fulfilmentLines: 'single',
          fulfilmentSign: 'negative',
          lineQuantities: 'base-unit',
          creditTotals: 'positive',
          netAmounts: 'transaction-currency',
        },
      },
      async (ns) => {
        const [order] = await ns.rows(
          "SELECT status, BUILTIN.DF(status) s, subsidiary, location FROM transaction WHERE type = 'SalesOrd' AND status = 'G' AND ROWNUM = 1",
        );
        expect(order).toMatchObject({
          status: 'SalesOrd:G',
          s: 'Billed',
          subsidiary: expect.any(String),
          location: expect.any(String),
        });
        const [shipped] = await ns.rows(
          "SELECT id, createdfrom FROM transaction WHERE type = 'ItemShip' AND ROWNUM = 1",
        );
        expect(shipped?.['createdfrom']).toBe(String(Number(shipped?.['id']) - 1));
        expect((await ns.suiteql('SELECT transaction FROM itemfulfillmentpackage')).status).toBe(400);
        const lines = await ns.rows(
          "SELECT tl.quantity, tl.iscogs FROM transactionline tl WHERE tl.transaction = ? AND tl.mainline = 'F'",
          [shipped?.['id']],
        );
        expect(lines.every((line) => String(line['quantity']).startsWith('-') && line['iscogs'] === 'F')).toBe(true);
        const [box] = await ns.rows(
          "SELECT tl.quantity q, t.tranid, tl.id FROM transactionline tl JOIN transaction t ON t.id = tl.transaction WHERE t.type = 'SalesOrd' AND BUILTIN.DF(tl.units) = 'BX' AND ROWNUM = 1",
        );
        const { lines: truth } = await ns.control<{ lines: readonly { ordered: string; unitFactor: number }[] }>(
          `truth/orders/${String(box?.['tranid'])}`,
        );
        const line = truth[Number(box?.['id']) - 1];
        expect(Number(box?.['q'])).toBe(-Number(line?.ordered) * Number(line?.unitFactor));
        expect(
          await ns.rows("SELECT id FROM transaction WHERE type IN ('CustCred', 'RtnAuth') AND foreigntotal < 0"),
        ).toEqual([]);
        expect(await ns.rows('SELECT id FROM transactionline WHERE netamount <> foreignamount')).toEqual([]);
      },
    ));

  it('can show a fulfilment as a pair of postings of opposite signs', () =>
    inAccount({ suiteql: { fulfilmentSign: 'mixed' } }, async (ns) => {
      const rows = await ns.rows(
        "SELECT tl.iscogs, SUM(tl.quantity) q FROM transactionline tl JOIN transaction t ON t.id = tl.transaction WHERE t.type = 'ItemShip' AND tl.mainline = 'F' GROUP BY tl.iscogs ORDER BY tl.iscogs",
      );
      expect(Number(rows[0]?.['q'])).toBeLessThan(0);
      expect(Number(rows[1]?.['q'])).toBe(-Number(rows[0]?.['q']));
    }));

  it('can show the unconfirmed parts of the record API the other way', () =>
    inAccount(
      {
        account: { customerBalance: 'primary-subsidiary' },
        record: {
          listItems: 'with-fields',
          fieldsParameter: 'ignored',
          externalIds: 'refused',
          sublistCounts: 'present',
          packageSublist: 'by-carrier',
          packageFields: 'with-carrier',
          lineUnits: 'id',
        },
      },
      async (ns) => {
        const { json } = await ns.record('salesOrder?limit=1');
        const [first] = json['items'] as readonly Record<string, unknown>[];
        expect(first).toHaveProperty('tranId');
        expect((await ns.record(`salesOrder/${String(first?.['id'])}?fields=tranId`)).json).toHaveProperty('total');
        expect((await ns.record(`salesOrder/eid:${String(first?.['tranId'])}`)).status).toBe(404);
        const full = await ns.record(`salesOrder/${String(first?.['id'])}?expandSubResources=true`);
        const list = full.json['item'] as {
          readonly count: number;
          readonly totalResults: number;
          readonly items: readonly { readonly units: unknown }[];
        };
        expect([list.count, list.totalResults]).toEqual([list.items.length, list.items.length]);
        expect(list.items[0]?.units).toEqual(expect.any(String));
        const { receivables } = await ns.control<{ receivables: string }>('truth/credit/1001?company=1');
        expect(Number((await ns.record('customer/21001')).json['balance'])).toBeCloseTo(Number(receivables), 2);
        const [ups] = await ns.rows(
          "SELECT id FROM transaction WHERE type = 'ItemShip' AND BUILTIN.DF(shipmethod) = 'UPS Ground' AND status = 'ItemShip:C' AND ROWNUM = 1",
        );
        const packed = await ns.record(`itemFulfillment/${String(ups?.['id'])}/packageUps?expandSubResources=true`);
        expect((packed.json['items'] as readonly unknown[])[0]).toHaveProperty('packageTrackingNumberUps');
      },
    ));

  it('keeps one name for packages where it does not tell carriers apart', () =>
    inAccount({ record: { packageSublist: 'always-package' } }, async (ns) => {
      const [ups] = await ns.rows(
        "SELECT id FROM transaction WHERE type = 'ItemShip' AND BUILTIN.DF(shipmethod) = 'UPS Ground' AND status = 'ItemShip:C' AND ROWNUM = 1",
      );
      expect((await ns.record(`itemFulfillment/${String(ups?.['id'])}/package`)).status).toBe(200);
      expect((await ns.record(`itemFulfillment/${String(ups?.['id'])}/packageUps`)).status).toBe(404);
    }));
});
