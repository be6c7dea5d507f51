import { startNetsuite, type NetsuiteClient } from '../../../testing/netsuite-client';
import type { Json } from '../../../testing/sxe-client';

interface TruthCustomer {
  readonly number: string;
  readonly name: string;
  readonly active: boolean;
  readonly creditLimit: string | null;
  readonly phone: string;
}

describe('the q of a list', () => {
  let ns: NetsuiteClient;
  let customers: readonly TruthCustomer[];

  beforeAll(async () => {
    ns = await startNetsuite({ account: { persons: 'none' } });
    ({ items: customers } = await ns.control<{ items: readonly TruthCustomer[] }>('truth/customers'));
  });
  afterAll(() => ns.stop());

  const ask = (type: string, q: string) => ns.record(`${type}?q=${encodeURIComponent(q)}`);
  const ids = async (type: string, q: string): Promise<readonly unknown[]> => {
    const { json, text } = await ask(type, q);
    if (!Array.isArray(json['items'])) throw new Error(text);
    return (json['items'] as readonly Json[]).map(({ id }) => id);
  };
  const idsWhere = (is: (customer: TruthCustomer) => boolean): readonly string[] =>
    customers.filter(is).map(({ number }) => String(BigInt(number) + 20_000n));

  it('searches texts without regard to case', async () => {
    const [first] = customers;
    const name = first?.name ?? '';
    const word = name.split(' ')[1] ?? '';
    expect(await ids('customer', `companyName IS "${name.toUpperCase()}"`)).toEqual(
      idsWhere((each) => each.name === name),
    );
    expect(await ids('customer', `companyName CONTAIN "${word}"`)).toEqual(
      idsWhere((each) => each.name.toLowerCase().includes(word.toLowerCase())),
    );
    expect(await ids('customer', `companyName START_WITH "${name.slice(0, 4)}"`)).toEqual(
      idsWhere((each) => each.name.startsWith(name.slice(0, 4))),
    );
    expect(await ids('customer', `companyName ENDWITH "${name.slice(-3)}"`)).toEqual(
      idsWhere((each) => each.name.endsWith(name.slice(-3))),
    );
    expect(await ids('customer', `companyName START_WITH_NOT "${name.slice(0, 4)}"`)).toEqual(
      idsWhere((each) => !each.name.startsWith(name.slice(0, 4))),
    );
  });

  it('compares numbers, references and logicals', async () => {
    const limit = (each: TruthCustomer): number => Number(each.creditLimit ?? '-1');
    expect(await ids('customer', 'creditLimit GREATER 100000')).toEqual(idsWhere((each) => limit(each) > 100_000));
    expect(await ids('customer', 'creditLimit BETWEEN [50000, 100000.00]')).toEqual(
      idsWhere((each) => limit(each) >= 50_000 && limit(each) <= 100_000),
    );
    expect(await ids('customer', 'creditLimit EMPTY')).toEqual(idsWhere((each) => each.creditLimit === null));
    expect(await ids('customer', 'creditLimit EMPTY_NOT AND creditLimit LESS_OR_EQUAL 50000')).toEqual(
      idsWhere((each) => each.creditLimit !== null && limit(each) <= 50_000),
    );
    expect(await ids('customer', 'isInactive IS true')).toEqual(idsWhere((each) => !each.active));
    expect(await ids('customer', 'isInactive IS_NOT true')).toEqual(idsWhere((each) => each.active));
    const orders = await ids('salesOrder', 'entity ANY_OF [21001, 21002]');
    const known = await ns.rows(
      "SELECT id FROM transaction WHERE type = 'SalesOrd' AND entity IN (21001, 21002) ORDER BY id",
    );
    expect(orders.toSorted()).toEqual(known.map(({ id }) => id).toSorted());
  });

  it('reads dates in the account’s format and in ISO', async () => {
    const expected = await ns.rows(
      "SELECT id FROM transaction WHERE type = 'SalesOrd' AND entity = 21001 AND trandate >= TO_DATE('2026-03-09','YYYY-MM-DD') ORDER BY id",
    );
    for (const date of ['"3/9/2026"', '3/9/2026', '"2026-03-09"']) {
      expect(await ids('salesOrder', `entity EQUAL 21001 AND tranDate ON_OR_AFTER ${date}`)).toEqual(
        expected.map(({ id }) => id),
      );
    }
    const year = await ids('salesOrder', 'entity EQUAL 21001 AND tranDate WITHIN ["1/1/2026", "12/31/2026"]');
    const before = await ids('salesOrder', 'entity EQUAL 21001 AND tranDate BEFORE "1/1/2026"');
    const after = await ids('salesOrder', 'entity EQUAL 21001 AND tranDate AFTER "12/31/2026"');
    expect(year.length + before.length + after.length).toBe((await ids('salesOrder', 'entity EQUAL 21001')).length);
  });

  it('joins conditions by AND, OR and parentheses, AND first', async () => {
    const [one, two] = [customers[0]?.number ?? '', customers[1]?.number ?? ''];
    const either = `entityId IS "${one}" OR entityId IS "${two}"`;
    expect(await ids('customer', either)).toHaveLength(2);
    expect(await ids('customer', `entityId IS "${one}" OR entityId IS "${two}" AND companyName IS "nobody"`)).toEqual([
      String(Number(one) + 20_000),
    ]);
    expect(await ids('customer', `(${either}) AND companyName IS "nobody"`)).toEqual([]);
  });

  it('keeps what is quoted a text', async () => {
    expect(await ids('customer', 'companyName IS "x\\" OR entityId EMPTY_NOT"')).toEqual([]);
    await ns.control('change', {
      kind: 'customer',
      customer: '1003',
      name: 'The "Quoted" & Sons (West)',
      event: false,
    });
    expect(await ids('customer', 'companyName IS "The \\"Quoted\\" & Sons (West)"')).toEqual(['21003']);
  });

  it('finds an item by a number with signs in it, and an order by its number', async () => {
    expect(await ids('inventoryItem', 'itemId IS "NIP-1/2X3-BLK"')).toHaveLength(1);
    const [order] = await ns.rows("SELECT id, tranid FROM transaction WHERE type = 'SalesOrd' AND ROWNUM = 1");
    expect(await ids('salesOrder', `tranId IS "${String(order?.['tranid'])}"`)).toEqual([order?.['id']]);
    expect(await ids('itemFulfillment', `createdFrom EQUAL ${String(order?.['id'])}`)).toEqual([
      String(Number(order?.['id']) + 1),
    ]);
  });

  it('refuses what it does not understand', async () => {
    for (const q of [
      'nosuch IS "x"',
      'companyName',
      'companyName IS',
      'companyName IS "x" AND',
      'companyName GREATER 5',
      'creditLimit CONTAIN "5"',
      'creditLimit EQUAL "many"',
      'creditLimit BETWEEN [1]',
      'isInactive IS maybe',
      '(companyName IS "x"',
      'companyName IS "x',
      'companyName is "x"',
      'lastModifiedDate AFTER "31.12.2026"',
    ]) {
      const { status, json } = await ask('customer', q);
      expect([q, status, json['o:errorDetails']]).toEqual([
        q,
        400,
        [expect.objectContaining({ 'o:errorCode': 'INVALID_PARAMETER', 'o:errorQueryParam': 'q' })],
      ]);
    }
  });
});

describe('the q of accounts that differ', () => {
  it('is forbidden without the workbook permission, while lists are not', async () => {
    const ns = await startNetsuite({ record: { searching: 'forbidden' } }, { customers: 10 });
    expect((await ns.record('customer?q=entityId%20IS%20%221001%22')).status).toBe(403);
    expect((await ns.record('customer')).status).toBe(200);
    await ns.stop();
  });

  it('reads dates in one format only', async () => {
    for (const [queryDates, good, bad] of [
      ['iso', '2026-03-09', '3/9/2026'],
      ['account-format', '3/9/2026', '2026-03-09'],
    ] as const) {
      const ns = await startNetsuite({ record: { queryDates } }, { customers: 10 });
      const status = async (date: string): Promise<number> =>
        (await ns.record(`salesOrder?q=${encodeURIComponent(`tranDate ON "${date}"`)}`)).status;
      expect([await status(good), await status(bad)]).toEqual([200, 400]);
      await ns.stop();
    }
  });
});
