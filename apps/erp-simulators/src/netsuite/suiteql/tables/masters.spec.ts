import { startNetsuite, type NetsuiteClient } from '../../../testing/netsuite-client';
import type { Json } from '../../../testing/sxe-client';

interface TruthCustomer {
  readonly number: string;
  readonly name: string;
  readonly companies: readonly string[];
  readonly currency: string;
  readonly phone: string;
  readonly email: string;
  readonly active: boolean;
  readonly creditLimit: string | null;
  readonly termsDescription: string;
  readonly salespersonName: string;
  readonly onHold: boolean;
}

interface TruthItem {
  readonly number: string;
  readonly description: string;
  readonly unit: string;
  readonly sellingUnit: string;
  readonly gtin: string | null;
  readonly active: boolean;
  readonly listPrice: string | null;
  readonly category: string;
  readonly units: readonly { readonly unit: string; readonly factor: number }[];
  readonly breaks: readonly { readonly from: number; readonly percent: number }[];
}

describe('customers, items, stock and prices in SuiteQL', () => {
  let ns: NetsuiteClient;
  let customers: readonly TruthCustomer[];
  let items: readonly TruthItem[];

  beforeAll(async () => {
    ns = await startNetsuite();
    const known = await ns.control<{ items: readonly TruthCustomer[] }>('truth/customers');
    customers = known.items.toSorted((left, right) => Number(left.number) - Number(right.number));
    ({ items } = await ns.control<{ items: readonly TruthItem[] }>('truth/items'));
  });
  afterAll(() => ns.stop());

  it('know every customer, companies by one name and persons by two', async () => {
    const rows = await ns.rows(
      `SELECT c.entityid, c.companyname, c.isperson, c.firstname, c.lastname, c.phone, c.email, c.isinactive, c.creditlimit, cu.symbol,
        BUILTIN.DF(c.terms) terms, BUILTIN.DF(c.salesrep) rep, c.subsidiary, c.creditholdoverride
        FROM customer c JOIN currency cu ON cu.id = c.currency ORDER BY c.id`,
    );
    const nameOf = (row: Json): string =>
      String(row['companyname'] ?? `${String(row['firstname'])} ${String(row['lastname'])}`);
    expect(rows.map((row) => ({ ...row, name: nameOf(row) }))).toEqual(
      customers.map((customer) =>
        expect.objectContaining({
          entityid: customer.number,
          name: customer.name,
          phone: customer.phone,
          email: customer.email,
          isinactive: customer.active ? 'F' : 'T',
          ...(customer.creditLimit === null ? {} : { creditlimit: customer.creditLimit }),
          symbol: customer.currency,
          terms: customer.termsDescription,
          rep: customer.salespersonName,
          subsidiary: customer.companies[0],
          creditholdoverride: customer.onHold ? 'ON' : 'AUTO',
        }),
      ),
    );
    const persons = rows.filter((row) => row['isperson'] === 'T');
    expect(persons.length).toBeGreaterThan(0);
    expect(persons.every((row) => !('companyname' in row))).toBe(true);
  });

  it('know a customer of both companies by a row for each', async () => {
    const rows = await ns.rows(
      'SELECT c.entityid, r.subsidiary, r.isprimarysub FROM customersubsidiaryrelationship r JOIN customer c ON c.id = r.entity ORDER BY c.id, r.subsidiary',
    );
    expect(rows).toEqual(
      customers.flatMap(({ number, companies }) =>
        companies.map((company) => ({
          entityid: number,
          subsidiary: company,
          isprimarysub: company === companies[0] ? 'T' : 'F',
        })),
      ),
    );
  });

  it('know addresses by the address book', async () => {
    const truth = await ns.control<{
      address: Json;
      shipTos: readonly { name: string; active: boolean; address: Json }[];
    }>('truth/customers/1001');
    for (const table of ['customeraddressbookentityaddress', 'entityaddress']) {
      const rows = await ns.rows(
        `SELECT a.addressee, a.city, a.zip, b.defaultbilling FROM customeraddressbook b JOIN ${table} a ON a.nkey = b.addressbookaddress WHERE b.entity = 21001 ORDER BY b.internalid`,
      );
      expect(rows.map((row) => row['city'])).toEqual([
        truth.address['city'],
        ...truth.shipTos.filter(({ active }) => active).map(({ address }) => address['city']),
      ]);
      expect(rows[0]).toMatchObject({ defaultbilling: 'T', zip: truth.address['postalCode'] });
    }
    const [order] = (
      await ns.control<{ items: readonly { number: string; shipToName: string }[] }>(
        'truth/orders?customer=1001&limit=1',
      )
    ).items;
    const [shipTo] = await ns.rows(
      'SELECT a.addressee FROM transaction t JOIN transactionshippingaddress a ON a.nkey = t.shippingaddress WHERE t.tranid = ? AND t.externalid = ?',
      [order?.number, order?.number],
    );
    expect(shipTo).toEqual({ addressee: order?.shipToName });
  });

  it('know every item, whatever signs its number holds', async () => {
    const seen: Json[] = [];
    for (let offset = 0; offset < items.length; offset += 1000) {
      const { json } = await ns.suiteql(
        `SELECT i.id, i.itemid, i.displayname, i.itemtype, i.isinactive, i.upccode, BUILTIN.DF(i.stockunit) unit, BUILTIN.DF(i.saleunit) sale
          FROM item i ORDER BY i.id`,
        [],
        `?limit=1000&offset=${offset}`,
      );
      seen.push(...(json['items'] as readonly Json[]));
    }
    expect(seen.map(({ links: _, id: _id, itemtype: _type, ...row }) => row)).toEqual(
      items.map((item) => ({
        itemid: item.number,
        displayname: item.description,
        isinactive: item.active ? 'F' : 'T',
        ...(item.gtin === null ? {} : { upccode: item.gtin }),
        unit: item.unit,
        sale: item.sellingUnit,
      })),
    );
    expect(new Set(seen.map((row) => row['itemtype']))).toEqual(new Set(['InvtPart', 'Assembly']));
    for (const number of ['NIP-1/2X3-BLK', 'HH 100R2 08']) {
      expect(await ns.rows('SELECT itemid FROM item WHERE itemid = ?', [number])).toEqual([{ itemid: number }]);
    }
  });

  it('know the units of an item, with what one of them holds', async () => {
    const item = items.find(({ units }) => units.length === 3);
    const rows = await ns.rows(
      'SELECT u.unitname, u.abbreviation, u.conversionrate, u.baseunit FROM item i JOIN unitstypeuom u ON u.unitstype = i.unitstype WHERE i.itemid = ? ORDER BY u.internalid',
      [item?.number],
    );
    expect(rows).toEqual(
      item?.units.map(({ unit, factor }) => ({
        unitname: unit,
        abbreviation: unit,
        conversionrate: String(factor),
        baseunit: factor === 1 ? 'T' : 'F',
      })),
    );
  });

  it('know stock by item and location, and no row where there is nothing', async () => {
    const { items: levels } = await ns.control<{ items: readonly Json[] }>('truth/stock/6205-2RS-KB');
    const rows = await ns.rows(
      `SELECT l.externalid warehouse, l.name, a.quantityonhand h, a.quantityavailable av, a.quantitycommitted c, a.quantityonorder o
        FROM item i JOIN aggregateitemlocation a ON a.item = i.id JOIN location l ON l.id = a.location WHERE i.itemid = '6205-2RS-KB' ORDER BY a.location`,
    );
    expect(rows).toEqual(
      levels.map((level) => ({
        warehouse: level['warehouse'],
        name: level['warehouseName'],
        h: level['onHand'],
        av: level['available'],
        c: level['allocated'],
        o: level['onOrder'],
      })),
    );
    const [balance] = await ns.rows(
      "SELECT SUM(b.quantityonhand) h, SUM(b.quantityavailable) av, COUNT(DISTINCT b.binnumber) bins FROM inventorybalance b JOIN item i ON i.id = b.item WHERE i.itemid = '6205-2RS-KB'",
    );
    const total = (name: string): number => levels.reduce((sum, level) => sum + Number(level[name]), 0);
    expect([Number(balance?.['h']), Number(balance?.['av'])]).toEqual([total('onHand'), total('available')]);
    const [warehouse] = levels;
    await ns.control('change', {
      kind: 'stock',
      item: '6205-2RS-KB',
      warehouse: warehouse?.['warehouse'],
      onHand: '0',
      reserved: '0',
      onOrder: '0',
      event: false,
    });
    const { items: after } = await ns.control<{ items: readonly Json[] }>('truth/stock/6205-2RS-KB');
    const kept = after.filter((level) =>
      ['onHand', 'committed', 'reserved', 'onOrder'].some((name) => level[name] !== '0'),
    );
    expect(
      await ns.rows(
        "SELECT a.location FROM aggregateitemlocation a JOIN item i ON i.id = a.item WHERE i.itemid = '6205-2RS-KB'",
      ),
    ).toHaveLength(kept.length);
  });

  it('know assemblies in one stock table and not in the other', async () => {
    const types = async (name: string): Promise<readonly unknown[]> =>
      (await ns.rows(`SELECT DISTINCT i.itemtype t FROM ${name} a JOIN item i ON i.id = a.item ORDER BY 1`)).map(
        ({ t }) => t,
      );
    expect(await types('aggregateitemlocation')).toEqual(['Assembly', 'InvtPart']);
    expect(await types('inventoryitemlocations')).toEqual(['InvtPart']);
    const [assembly] = await ns.rows("SELECT id FROM item WHERE itemtype = 'Assembly' AND ROWNUM = 1");
    expect(await ns.rows('SELECT location FROM inventoryitemlocations WHERE item = ?', [assembly?.['id']])).toEqual([]);
  });

  it('know price lists by level, currency and quantity', async () => {
    const item = items.find(({ breaks, listPrice }) => breaks.length > 1 && listPrice !== null);
    const rows = await ns.rows(
      `SELECT p.quantity, p.price FROM itemprice p JOIN item i ON i.id = p.item JOIN currency c ON c.id = p.currencypage
        WHERE i.itemid = ? AND p.pricelevelname = 'Base Price' AND c.symbol = 'USD' ORDER BY p.quantity`,
      [item?.number],
    );
    expect(rows[0]?.['quantity']).toBe('0');
    expect(Number(rows[0]?.['price'])).toBeCloseTo(Number(item?.listPrice), 2);
    expect(rows.map((row) => row['quantity'])).toEqual(['0', ...(item?.breaks ?? []).map(({ from }) => String(from))]);
    const levels = await ns.rows('SELECT name FROM pricelevel ORDER BY id');
    expect(levels.map((row) => row['name'])).toEqual([
      'Base Price',
      'Price Group A',
      'Price Group B',
      'Price Group C',
      'Price Group D',
    ]);
    const onRequest = items.find(({ listPrice }) => listPrice === null);
    expect(
      await ns.rows('SELECT p.price FROM itemprice p JOIN item i ON i.id = p.item WHERE i.itemid = ?', [
        onRequest?.number,
      ]),
    ).toEqual([]);
  });

  it('know the group price of a customer where no better one is agreed', async () => {
    const grouped: Json[] = [];
    for (const item of items.filter((_, at) => at % 97 === 0)) {
      const price = await ns.control(`truth/price?customer=1001&item=${encodeURIComponent(item.number)}`);
      if (price['reason'] === 'group') grouped.push({ item: item.number, unitPrice: price['unitPrice'] });
    }
    expect(grouped.length).toBeGreaterThan(3);
    for (const { item, unitPrice } of grouped) {
      const [row] = await ns.rows(
        `SELECT p.price FROM itemprice p JOIN item i ON i.id = p.item JOIN customer c ON c.pricelevel = p.pricelevel AND c.currency = p.currencypage
          WHERE c.entityid = '1001' AND i.itemid = ? AND p.quantity = 0`,
        [item],
      );
      expect([item, row?.['price']]).toEqual([item, unitPrice]);
    }
  });

  it('know what was agreed with a customer, from the moment it is', async () => {
    await ns.control('change', {
      kind: 'price',
      item: '6205-2RS-KB',
      customer: '1001',
      unitPrice: '4.2500',
      event: false,
    });
    const rows = await ns.rows(
      "SELECT p.price, p.level, BUILTIN.DF(p.level) shown, BUILTIN.DF(p.item) sku FROM customeritempricing p JOIN item i ON i.id = p.item WHERE p.customer = 21001 AND i.itemid = '6205-2RS-KB'",
    );
    expect(rows).toEqual([{ price: '4.2500', level: '-1', shown: 'Custom', sku: '6205-2RS-KB' }]);
  });

  it('show what changed since, and only that', async () => {
    const since = (table: string, column: string) =>
      ns.rows(`SELECT ${column} k FROM ${table} WHERE lastmodifieddate >= SYSDATE - 1/24`);
    expect(await since('customer', 'entityid')).toEqual([]);
    await ns.control('change', { kind: 'customer', customer: '1002', name: 'Renamed Works', event: false });
    await ns.control('change', { kind: 'item', item: 'HH 100R2 08', description: 'Renamed hose', event: false });
    expect(await since('customer', 'entityid')).toEqual([{ k: '1002' }]);
    expect(await since('item', 'itemid')).toEqual([{ k: 'HH 100R2 08' }]);
    expect(await ns.rows('SELECT recordid FROM deletedrecord')).toEqual([]);
  });

  it('name currencies in words, as only their symbol is the ISO code', async () => {
    expect(await ns.rows('SELECT name, symbol, isbasecurrency FROM currency ORDER BY id')).toEqual([
      { name: 'US Dollar', symbol: 'USD', isbasecurrency: 'T' },
      { name: 'Euro', symbol: 'EUR', isbasecurrency: 'F' },
      { name: 'Canadian Dollar', symbol: 'CAD', isbasecurrency: 'F' },
      { name: 'Japanese Yen', symbol: 'JPY', isbasecurrency: 'F' },
      { name: 'Kuwaiti Dinar', symbol: 'KWD', isbasecurrency: 'F' },
    ]);
  });
});
