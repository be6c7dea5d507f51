import { compareDecimals } from '@headwater/kernel';
import { startNetsuite, type NetsuiteClient } from '../../../testing/netsuite-client';
import type { Json } from '../../../testing/sxe-client';

interface TruthLine {
  readonly lineNo: number;
  readonly item: string;
  readonly unit: string;
  readonly unitFactor: number;
  readonly ordered: string;
  readonly unitPrice: string;
  readonly total: string;
  readonly shipped: string;
  readonly backordered: string;
}

interface TruthRelease {
  readonly index: number;
  readonly state: string;
  readonly number: string;
  readonly shippedOn: string | null;
  readonly carrier: string;
  readonly trackingNumbers: readonly string[];
  readonly lines: readonly { readonly lineNo: number; readonly shipped: string }[];
  readonly invoice: {
    readonly issuedOn: string;
    readonly dueOn: string;
    readonly total: string;
    readonly paid: string;
  } | null;
}

interface TruthOrder {
  readonly number: string;
  readonly company: string;
  readonly kind: 'order' | 'quote' | 'return';
  readonly customer: string;
  readonly customerPo: string;
  readonly status: string;
  readonly orderedOn: string;
  readonly promisedOn: string;
  readonly currency: string;
  readonly total: string;
  readonly lines: readonly TruthLine[];
  readonly releases: readonly TruthRelease[];
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the world has no ${what}`);
  return value;
}

describe('the ledger in SuiteQL', () => {
  let ns: NetsuiteClient;
  let orders: readonly TruthOrder[];

  beforeAll(async () => {
    ns = await startNetsuite();
    ({ items: orders } = await ns.control<{ items: readonly TruthOrder[] }>('truth/orders'));
  });
  afterAll(() => ns.stop());

  const find = (what: string, is: (order: TruthOrder) => boolean): TruthOrder => found(orders.find(is), what);
  const all = async (q: string): Promise<readonly Json[]> => {
    const rows: Json[] = [];
    for (let offset = 0; ; offset += 1000) {
      const { json } = await ns.suiteql(q, [], `?limit=1000&offset=${offset}`);
      rows.push(...(json['items'] as readonly Json[]));
      if (json['hasMore'] !== true) return rows;
    }
  };
  const header = async (number: string, type = 'SalesOrd'): Promise<Json> =>
    found(
      (
        await ns.rows(
          `SELECT t.id, t.entity, t.otherrefnum, t.status, BUILTIN.DF(t.status) shown, t.foreigntotal, BUILTIN.DF(t.entity) name,
            cu.symbol, TO_CHAR(t.trandate,'YYYY-MM-DD') d, TO_CHAR(t.shipdate,'YYYY-MM-DD') promised, t.exchangerate
            FROM transaction t JOIN currency cu ON cu.id = t.currency WHERE t.tranid = ? AND t.type = ?`,
          [number, type],
        )
      )[0],
      `${type} ${number}`,
    );

  it('holds every order with its total, PO, customer, currency and dates', async () => {
    const rows = await all(
      `SELECT t.tranid, c.entityid, t.otherrefnum, t.foreigntotal, cu.symbol, TO_CHAR(t.trandate,'YYYY-MM-DD') d,
        TO_CHAR(t.shipdate,'YYYY-MM-DD') promised, tl.subsidiary
        FROM transaction t JOIN customer c ON c.id = t.entity JOIN currency cu ON cu.id = t.currency
        JOIN transactionline tl ON tl.transaction = t.id AND tl.mainline = 'T'
        WHERE t.type = 'SalesOrd' ORDER BY t.id`,
    );
    const sales = orders.filter(({ kind }) => kind === 'order').toReversed();
    expect(rows.map(({ links: _, ...row }) => row)).toEqual(
      sales.map((order) => ({
        tranid: order.number,
        entityid: order.customer,
        ...(order.customerPo === '' ? {} : { otherrefnum: order.customerPo }),
        foreigntotal: order.total,
        symbol: order.currency,
        d: order.orderedOn,
        promised: order.promisedOn,
        subsidiary: order.company,
      })),
    );
  });

  it('selects a status as a bare letter, shows it as words, and is filtered by type and letter', async () => {
    const order = find('open order', ({ status, kind }) => status === 'open' && kind === 'order');
    expect(await header(order.number)).toMatchObject({ status: 'B', shown: 'Sales Order : Pending Fulfillment' });
    const filtered = async (condition: string): Promise<number> =>
      (await ns.rows(`SELECT t.id FROM transaction t WHERE t.tranid = '${order.number}' AND ${condition}`)).length;
    expect(await filtered("t.status = 'SalesOrd:B'")).toBe(1);
    expect(await filtered("t.status IN ('SalesOrd:A', 'SalesOrd:B')")).toBe(1);
    expect(await filtered("'SalesOrd:B' = t.status")).toBe(1);
    expect(await filtered("t.status LIKE 'SalesOrd:%'")).toBe(1);
    expect(await filtered("t.status <> 'SalesOrd:B'")).toBe(0);
    expect(await filtered("t.status = 'B'")).toBe(0);
    expect(await filtered("t.status IN ('A', 'B')")).toBe(0);
  });

  it('has a letter for every stage of an order', async () => {
    const letters: Readonly<Record<string, readonly string[]>> = {
      'on-hold': ['A'],
      open: ['B'],
      picked: ['B'],
      cancelled: ['C'],
      'partly-shipped': ['D', 'E'],
      shipped: ['F'],
      invoiced: ['G'],
      closed: ['G'],
    };
    const rows = await all("SELECT tranid, status FROM transaction WHERE type = 'SalesOrd' ORDER BY id");
    const byNumber = new Map(rows.map((row) => [row['tranid'], row['status']]));
    for (const { number, status, kind } of orders.filter((order) => order.kind === 'order')) {
      expect([number, kind, letters[status]]).toEqual([
        number,
        'order',
        expect.arrayContaining([byNumber.get(number)]),
      ]);
    }
    expect(new Set(byNumber.values()).size).toBeGreaterThanOrEqual(5);
  });

  it('tells what waits for its bill from what does not, and closes what was given up', async () => {
    const order = find('order of several lines', ({ status, lines }) => status === 'open' && lines.length > 1);
    const statusAfter = async (change: Json): Promise<unknown> => {
      await ns.control('change', { order: order.number, event: false, ...change });
      return (await header(order.number))['status'];
    };
    const [first] = order.lines;
    const shipped = [{ lineNo: first?.lineNo, shipped: first?.ordered }];
    expect(await statusAfter({ kind: 'shipment', lines: shipped })).toBe('E');
    expect(await statusAfter({ kind: 'order', status: 'cancelled' })).toBe('F');
    expect(await statusAfter({ kind: 'order', status: 'closed' })).toBe('H');
    const closed = await ns.rows(
      `SELECT tl.id, tl.isclosed FROM transaction t JOIN transactionline tl ON tl.transaction = t.id
       WHERE t.tranid = '${order.number}' AND t.type = 'SalesOrd' AND tl.mainline = 'F' AND tl.taxline = 'F' ORDER BY tl.id`,
    );
    expect(closed.map((row) => row['isclosed'])).toEqual(order.lines.map((_, at) => (at === 0 ? 'F' : 'T')));
  });

  it('has lines below zero on sales, beside a main line and a tax line', async () => {
    const order = find(
      'closed order',
      ({ status, kind, lines }) => status === 'closed' && kind === 'order' && lines.length > 2,
    );
    const { id } = await header(order.number);
    const rows = await ns.rows(
      `SELECT tl.id, tl.linesequencenumber seq, tl.mainline, tl.taxline, tl.itemtype, BUILTIN.DF(tl.item) sku, tl.quantity, tl.quantityshiprecv,
        tl.quantitybilled, tl.rate, tl.foreignamount, BUILTIN.DF(tl.units) unit, BUILTIN.DF(tl.location) place FROM transactionline tl
        WHERE tl.transaction = ? ORDER BY tl.id`,
      [id],
    );
    expect(rows[0]).toMatchObject({ id: '0', mainline: 'T', taxline: 'F', foreignamount: order.total });
    expect(rows[0]).not.toHaveProperty('sku');
    expect(rows.at(-1)).toMatchObject({ mainline: 'F', taxline: 'T', itemtype: 'TaxItem', foreignamount: '0.00' });
    expect(rows.slice(1, -1)).toEqual(
      order.lines.map((line) => ({
        id: String(line.lineNo),
        seq: String(line.lineNo),
        mainline: 'F',
        taxline: 'F',
        itemtype: expect.stringMatching(/^(InvtPart|Assembly)$/),
        sku: line.item,
        quantity: `-${line.ordered}`,
        quantityshiprecv: line.shipped,
        quantitybilled: line.shipped,
        rate: line.unitPrice,
        foreignamount: `-${line.total}`,
        unit: line.unit,
        place: expect.any(String),
      })),
    );
  });

  it('has lines below zero on invoices too, from the lines that were shipped', async () => {
    const order = find(
      'paid order',
      ({ status, kind, releases }) => status === 'closed' && kind === 'order' && releases.length === 1,
    );
    const lines = await ns.rows(
      `SELECT tl.quantity, tl.foreignamount, tl.rate FROM transactionline tl JOIN transaction t ON t.id = tl.transaction
        WHERE t.type = 'CustInvc' AND t.tranid = ? AND tl.mainline = 'F' AND tl.taxline = 'F' ORDER BY tl.id`,
      [order.releases[0]?.number],
    );
    expect(lines).toEqual(
      order.lines.map(({ shipped, total, unitPrice }) => ({
        quantity: `-${shipped}`,
        foreignamount: `-${total}`,
        rate: unitPrice,
      })),
    );
  });

  it('keeps net amounts in the base currency and foreign ones in the order’s', async () => {
    const order = find(
      'order in CAD',
      ({ currency, kind, total }) => currency === 'CAD' && kind === 'order' && Number(total) > 100,
    );
    const { id, exchangerate } = await header(order.number);
    const [line] = await ns.rows(
      "SELECT foreignamount, netamount FROM transactionline WHERE transaction = ? AND mainline = 'T'",
      [id],
    );
    expect(line?.['foreignamount']).toBe(order.total);
    expect(Number(line?.['netamount'])).toBeCloseTo(Number(order.total) * Number(exchangerate), 1);
    expect(Number(line?.['netamount'])).toBeLessThan(Number(order.total));
  });

  it('shows returns and credits above zero on their lines and below on their headers', async () => {
    const order = find('billed return', ({ kind, releases }) => kind === 'return' && releases[0]?.invoice !== null);
    const { id, foreigntotal } = await header(order.number, 'RtnAuth');
    expect(foreigntotal).toBe(order.total);
    const lines = await ns.rows(
      "SELECT quantity FROM transactionline WHERE transaction = ? AND mainline = 'F' AND taxline = 'F' ORDER BY id",
      [id],
    );
    expect(lines.map((row) => row['quantity'])).toEqual(order.lines.map(({ ordered }) => ordered.replace('-', '')));
    const [credit] = await ns.rows(
      "SELECT foreigntotal, foreignamountunpaid FROM transaction WHERE type = 'CustCred' AND tranid = ?",
      [order.releases[0]?.number],
    );
    expect(credit?.['foreigntotal']).toBe(order.releases[0]?.invoice?.total);
  });

  it('gives numbers that are unique within a type only', async () => {
    const order = find(
      'paid order',
      ({ status, kind, releases }) => status === 'closed' && kind === 'order' && releases.length === 1,
    );
    const types = async (tranid: string): Promise<readonly unknown[]> =>
      (await ns.rows('SELECT type FROM transaction WHERE tranid = ? ORDER BY type', [tranid])).map(
        (row) => row['type'],
      );
    expect(await types(order.number)).toEqual(['CustPymt', 'SalesOrd']);
    expect(await types(found(order.releases[0], 'release').number)).toEqual(['CustInvc', 'ItemShip']);
  });

  it('leads from an order to its fulfilments and bills by links, forwards and back', async () => {
    const order = find(
      'order in two waves',
      ({ kind, releases }) => kind === 'order' && releases.length > 1 && releases[0]?.invoice != null,
    );
    const { id } = await header(order.number);
    const next = await ns.rows(
      `SELECT DISTINCT l.nextdoc, t.tranid, BUILTIN.DF(l.nextdoc) same FROM NextTransactionLineLink l JOIN transaction t ON t.id = l.nextdoc
        WHERE l.previousdoc = ? AND l.previoustype = 'SalesOrd' AND l.nexttype = 'ItemShip' AND l.linktype = 'ShipRcpt' ORDER BY l.nextdoc`,
      [id],
    );
    const fulfilled = order.releases.filter(({ state }) => !['open', 'quote', 'cancelled'].includes(state));
    expect(next.map((row) => row['tranid'])).toEqual(fulfilled.map(({ number }) => number));
    for (const { nextdoc } of next) {
      const back = await ns.rows('SELECT DISTINCT previousdoc FROM previoustransactionlinelink WHERE nextdoc = ?', [
        nextdoc,
      ]);
      expect(back).toEqual([{ previousdoc: id }]);
      expect(await ns.rows('SELECT previousdoc FROM previoustransactionlink WHERE nextdoc = ?', [nextdoc])).toEqual(
        back,
      );
    }
    const bills = await ns.rows(
      "SELECT SUM(foreignamount) s FROM nexttransactionlinelink WHERE previousdoc = ? AND linktype = 'OrdBill'",
      [id],
    );
    const billed = order.releases.flatMap(({ invoice }) => (invoice === null ? [] : [Number(invoice.total)]));
    expect(Number(bills[0]?.['s'])).toBeCloseTo(
      billed.reduce((sum, total) => sum + total, 0),
      2,
    );
  });

  it('names where a document comes from on its lines', async () => {
    const order = find('shipped order', ({ status, kind }) => status === 'closed' && kind === 'order');
    const { id } = await header(order.number);
    const rows = await ns.rows(
      'SELECT DISTINCT transaction, BUILTIN.DF(createdfrom) origin FROM transactionline WHERE createdfrom = ? ORDER BY transaction',
      [id],
    );
    expect(rows.length).toBeGreaterThanOrEqual(2);
    expect(new Set(rows.map((row) => row['origin']))).toEqual(new Set([`Sales Order #${order.number}`]));
  });

  it('doubles the lines of a fulfilment: stock and cost', async () => {
    const order = find(
      'order of several lines',
      ({ status, kind, lines, releases }) =>
        status === 'closed' && kind === 'order' && lines.length > 1 && releases.length === 1,
    );
    const [fulfilment] = await ns.rows(
      "SELECT id, BUILTIN.DF(status) s FROM transaction WHERE type = 'ItemShip' AND tranid = ?",
      [order.releases[0]?.number],
    );
    expect(fulfilment?.['s']).toBe('Item Fulfillment : Shipped');
    const lines = (more: string): Promise<readonly Json[]> =>
      ns.rows(
        `SELECT BUILTIN.DF(item) sku, quantity FROM transactionline WHERE transaction = ? AND mainline = 'F' ${more} ORDER BY id`,
        [fulfilment?.['id']],
      );
    expect(await lines('')).toHaveLength(order.lines.length * 2);
    const shipped = order.lines.map(({ item, shipped: quantity }) => ({ sku: item, quantity }));
    expect(await lines("AND iscogs = 'F'")).toEqual(shipped);
    expect(await lines("AND isinventoryaffecting = 'T'")).toEqual(shipped);
    const distinct = await ns.rows(
      "SELECT DISTINCT BUILTIN.DF(item) sku, quantity FROM transactionline WHERE transaction = ? AND mainline = 'F'",
      [fulfilment?.['id']],
    );
    expect(distinct).toHaveLength(new Set(shipped.map(({ sku, quantity }) => `${sku} ${quantity}`)).size);
  });

  it('packs what carriers tracked, one package for each number', async () => {
    const order = find('shipment with two numbers', ({ releases }) =>
      releases.some(({ trackingNumbers }) => trackingNumbers.length > 1),
    );
    const release = found(
      order.releases.find(({ trackingNumbers }) => trackingNumbers.length > 1),
      'release',
    );
    for (const owner of ['itemfulfillment', 'transaction']) {
      const rows = await ns.rows(
        `SELECT p.packagetrackingnumber n FROM itemfulfillmentpackage p JOIN transaction t ON t.id = p.${owner} WHERE t.tranid = ? AND t.type = 'ItemShip' ORDER BY p.id`,
        [release.number],
      );
      expect(rows.map((row) => row['n'])).toEqual(release.trackingNumbers);
    }
  });

  it('bills what was shipped, with what is still open', async () => {
    const rows = await all(
      `SELECT t.tranid, TO_CHAR(t.trandate,'YYYY-MM-DD') issued, TO_CHAR(t.duedate,'YYYY-MM-DD') due, t.foreigntotal total,
        t.foreignamountpaid paid, t.foreignamountunpaid open, t.status FROM transaction t WHERE t.type = 'CustInvc' ORDER BY t.id`,
    );
    const { items } = await ns.control<{ items: readonly Json[] }>('truth/invoices');
    const sales = new Set(orders.filter(({ kind }) => kind === 'order').map(({ number }) => number));
    const truth = items.filter(({ order }) => sales.has(String(order)));
    expect(rows).toHaveLength(truth.length);
    const byNumber = new Map(truth.map((invoice) => [invoice['number'], invoice]));
    for (const { links: _, tranid, ...row } of rows) {
      const invoice = found(byNumber.get(tranid), String(tranid));
      expect(row).toEqual({
        issued: invoice['issuedOn'],
        due: invoice['dueOn'],
        total: invoice['total'],
        paid: invoice['paid'],
        open: invoice['open'],
        status: compareDecimals(String(invoice['open']), '0') === 0 ? 'B' : 'A',
      });
    }
  });

  it('adds up to what a customer owes, credits and currencies included', async () => {
    const owed = await ns.rows(
      `SELECT c.entityid, tl.subsidiary, SUM(t.foreignamountunpaid) s FROM transaction t JOIN customer c ON c.id = t.entity
        JOIN transactionline tl ON tl.transaction = t.id AND tl.mainline = 'T'
        WHERE t.type IN ('CustInvc', 'CustCred') GROUP BY c.entityid, tl.subsidiary HAVING SUM(t.foreignamountunpaid) <> 0`,
    );
    expect(owed.length).toBeGreaterThan(10);
    for (const { entityid, subsidiary, s } of owed) {
      const { receivables } = await ns.control<{ receivables: string }>(
        `truth/credit/${String(entityid)}?company=${String(subsidiary)}`,
      );
      expect(Number(s)).toBeCloseTo(Number(receivables), 2);
    }
  });

  it('follows a change at once, and shows when it was made', async () => {
    const order = find(
      'open order in dollars',
      ({ status, kind, currency }) => status === 'open' && kind === 'order' && currency === 'USD',
    );
    const since = (at: string) =>
      ns.rows(
        "SELECT tranid FROM transaction WHERE type = 'SalesOrd' AND lastmodifieddate >= TO_DATE(?, 'YYYY-MM-DD HH24:MI:SS')",
        [at],
      );
    const before = new Date(Date.now() - 1000).toISOString().slice(0, 19).replace('T', ' ');
    await ns.control('change', {
      kind: 'order',
      order: order.number,
      customerPo: 'CHANGED-1',
      total: '4711.11',
      event: false,
    });
    expect(await header(order.number)).toMatchObject({ otherrefnum: 'CHANGED-1', foreigntotal: '4711.11' });
    expect((await since(before)).map((row) => row['tranid'])).toContain(order.number);
    expect((await since(before)).length).toBeLessThan(10);
  });
});
