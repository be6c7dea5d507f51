import {
  type AccountColumn,
  type AccountColumnMessage,
  type AccountColumnPage,
  CAPABILITIES,
  ErpError,
  type ManyCustomersOperation,
} from '@headwater/erp-contracts';
import {
  aBatchOf,
  aCreditView,
  aLatestOrderView,
  anErpManifest,
  anOpenOrdersView,
  aPageOf,
  aSalesOrderView,
} from '@headwater/erp-testing';
import { type ErpRef, newId } from '@headwater/kernel';
import { NEVER_ANSWERS } from '../testing/fake-erp-reads';
import {
  ACCOUNT,
  CONNECTION,
  type OperationsTestApp,
  operationsApp,
  OTHER_CONNECTION,
} from '../testing/operations-app';
import { SseReader } from '../testing/sse-reader';

const SECOND = '00000000-0000-4000-8000-0000000000a2';
const THIRD = '00000000-0000-4000-8000-0000000000a3';
const ALL: readonly AccountColumn[] = ['openOrders', 'lastOrder', 'credit'];

let test: OperationsTestApp;
let base: string;
beforeEach(async () => {
  test = await operationsApp({ columnsDeadlineMs: 300 });
  await test.app.listen(0, '127.0.0.1');
  base = `${await test.app.getUrl()}/api/accounts/erp-columns`;
  test.customers.more.set(SECOND, [customer('1002')]);
  test.reads
    .answer('orders.list', ({ query: { customer: of = '', open } }) =>
      aPageOf(aSalesOrderView({ customer: of, orderedOn: open === true ? '2026-10-01' : '2026-11-20' })),
    )
    .answer('credit.get', ({ query }) => aCreditView(query));
});
afterEach(() => test.app.close());

function customer(externalId: string, connectionId = CONNECTION): ErpRef {
  return { connectionId, kind: 'customer', externalId };
}

/** The ERP answers these about many customers at once. */
function declare(sizes: { readonly [O in ManyCustomersOperation]?: number }): void {
  const { capabilities } = anErpManifest();
  const own = CAPABILITIES.map((each) => [each, { ...capabilities[each], manyCustomers: sizes }]);
  test.reads.manifest = async () => anErpManifest({ capabilities: Object.fromEntries(own) as never });
}

const address = (accounts: readonly string[], columns: readonly string[]): string =>
  `${base}?accounts=${accounts.join()}&columns=${columns.join()}`;

async function page(
  accounts: readonly string[] = [ACCOUNT, SECOND],
  columns: readonly AccountColumn[] = ALL,
  role = 'rep',
): Promise<AccountColumnPage> {
  const response = await fetch(address(accounts, columns), { headers: { 'x-role': role } });
  expect(response.status).toBe(200);
  return (await response.json()) as AccountColumnPage;
}

const statuses = ({ accounts }: AccountColumnPage) =>
  accounts.map(({ columns }) =>
    Object.fromEntries(
      Object.entries(columns).map(([column, sections]) => [column, sections.map(({ status }) => status)]),
    ),
  );
const asked = (operation: string) => test.reads.asked.filter((read) => read.operation === operation);

describe('the ERP columns of a page of accounts', () => {
  it('hold a section per account and column, each with its customer, source and freshness', async () => {
    const { accounts, notFound } = await page();
    expect(notFound).toEqual([]);
    expect(accounts.map(({ accountId, customers }) => [accountId, customers])).toEqual([
      [ACCOUNT, [customer('1001')]],
      [SECOND, [customer('1002')]],
    ]);
    const ref = customer('1002');
    const label = { status: 'ok', source: test.reads.source(CONNECTION), freshness: test.reads.freshness, ref };
    expect(accounts[1]?.columns).toEqual({
      openOrders: [{ ...label, data: { ref, customer: '1002', count: { value: 1, exact: true } } }],
      lastOrder: [{ ...label, data: { ref, customer: '1002', orderedOn: '2026-11-20' } }],
      credit: [{ ...label, data: aCreditView({ customer: '1002' }) }],
    });
  });

  it('ask customer by customer, behind people, where the ERP answers of one at a time', async () => {
    await page();
    expect(asked('credit.get').map(({ query, priority }) => [query, priority])).toEqual([
      [{ customer: '1001' }, 'background'],
      [{ customer: '1002' }, 'background'],
    ]);
    expect(asked('orders.list').map(({ query }) => query)).toEqual(
      expect.arrayContaining([
        { customer: '1001', open: true, limit: 25 },
        { customer: '1001', sort: '-orderedOn', limit: 1 },
      ]),
    );
  });

  it('never keep more than four single reads of one ERP in flight', async () => {
    let [running, most] = [0, 0];
    for (let index = 0; index < 20; index += 1) test.customers.more.set(newId(), [customer(`2${String(index)}`)]);
    test.reads.answer('credit.get', async ({ query }) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      return aCreditView(query);
    });
    const { accounts } = await page([...test.customers.more.keys()], ['credit']);
    expect(accounts).toHaveLength(21);
    expect(most).toBe(4);
  });

  it('ask once for all where the ERP answers of many, in parts no larger than declared', async () => {
    test.customers.more.set(THIRD, [customer('1003')]);
    declare({ 'orders.open': 2, 'orders.latest': 50 });
    test.reads
      .answer('orders.open', ({ query }) => aBatchOf(query.customers.map((of) => anOpenOrdersView({ customer: of }))))
      .answer('orders.latest', ({ query }) =>
        aBatchOf(query.customers.map((of) => aLatestOrderView({ customer: of }))),
      );
    const shown = await page([ACCOUNT, SECOND, THIRD]);
    expect(asked('orders.open').map(({ query }) => query)).toEqual([
      { customers: ['1001', '1002'] },
      { customers: ['1003'] },
    ]);
    expect(asked('orders.latest')).toHaveLength(1);
    expect(asked('orders.list')).toEqual([]);
    expect(statuses(shown)).toEqual(Array(3).fill({ openOrders: ['ok'], lastOrder: ['ok'], credit: ['ok'] }));
  });

  it('ask about a customer once, however many accounts point at it, and about each customer of an account', async () => {
    test.customers.more.set(SECOND, [customer('77', OTHER_CONNECTION), customer('1001')]);
    const { accounts } = await page([ACCOUNT, SECOND], ['credit']);
    expect(asked('credit.get').map(({ query }) => query)).toHaveLength(2);
    expect(accounts[1]?.columns.credit?.map(({ ref }) => ref.externalId)).toEqual(['77', '1001']);
    expect(accounts[0]?.columns.credit).toHaveLength(1);
  });

  it('count no further than the list reaches', async () => {
    test.reads.answer('orders.list', () => ({ ...aPageOf(aSalesOrderView()), nextCursor: 'more' }));
    const { accounts } = await page([ACCOUNT], ['openOrders']);
    expect(accounts[0]?.columns.openOrders).toEqual([
      expect.objectContaining({ data: expect.objectContaining({ count: { value: 1, exact: false } }) }),
    ]);
  });

  it('are empty for an account without a link, and ask nobody', async () => {
    test.customers.links = [];
    expect(statuses(await page([ACCOUNT]))).toEqual([{ openOrders: [], lastOrder: [], credit: [] }]);
    expect(test.reads.asked).toEqual([]);
  });

  it('arrive cell by cell as an event stream, which ends by itself', async () => {
    const missing = newId();
    const reader = await SseReader.open(address([ACCOUNT, missing], ['credit', 'openOrders']), { 'x-role': 'rep' });
    const events = await reader.all();
    expect(events.map(({ event }) => event)).toEqual(['not-found', 'section', 'section', 'done']);
    expect(events[0]?.data).toEqual({ accountId: missing });
    const cells = events.slice(1, 3).map(({ data }) => data as AccountColumnMessage);
    expect(new Set(cells.map(({ accountId, column }) => `${accountId} ${column}`))).toEqual(
      new Set([`${ACCOUNT} credit`, `${ACCOUNT} openOrders`]),
    );
  });
});

describe('what is not answered', () => {
  it('is not found for an account that is not there, beside the others', async () => {
    const missing = newId();
    const { accounts, notFound } = await page([missing, ACCOUNT], ['credit']);
    expect([accounts.map(({ accountId }) => accountId), notFound]).toEqual([[ACCOUNT], [missing]]);
  });

  it('is hidden where the reader may not read it, and never asked of the ERP', async () => {
    expect(statuses(await page([ACCOUNT, SECOND], ALL, 'service-desk'))).toEqual(
      Array(2).fill({ openOrders: ['ok'], lastOrder: ['ok'], credit: ['hidden'] }),
    );
    expect(asked('credit.get')).toEqual([]);
  });

  it('is a failure with its code for each customer of a batch that failed, never a zero', async () => {
    declare({ 'orders.open': 50 });
    test.reads.answer('orders.open', () => {
      throw new ErpError('unavailable', 'Down.');
    });
    const { accounts } = await page([ACCOUNT, SECOND], ['openOrders']);
    for (const { columns } of accounts) {
      expect(columns.openOrders).toEqual([
        expect.objectContaining({ status: 'failed', problem: expect.objectContaining({ code: 'unavailable' }) }),
      ]);
    }
    expect(asked('orders.list')).toEqual([]);
  });

  it.each(['unsupported', 'forbidden'] as const)(
    'in a batch that is %s is asked customer by customer',
    async (code) => {
      declare({ 'credit.list': 50 });
      test.reads.answer('credit.list', () => {
        throw new ErpError(code, 'Not so.');
      });
      expect(statuses(await page([ACCOUNT, SECOND], ['credit']))).toEqual(Array(2).fill({ credit: ['ok'] }));
    },
  );

  it('in a batch of one customer leaves the others: unknown ones by name, untold ones alone', async () => {
    declare({ 'credit.list': 50 });
    test.customers.more.set(THIRD, [customer('1003')]);
    test.reads.answer('credit.list', () => aBatchOf([aCreditView({ customer: '1001' })], ['1002']));
    test.reads.answer('credit.get', () => {
      throw new ErpError('unsupported', 'Several currencies.');
    });
    const { accounts } = await page([ACCOUNT, SECOND, THIRD], ['credit']);
    expect(accounts.map(({ columns }) => columns.credit?.[0])).toEqual([
      expect.objectContaining({ status: 'ok' }),
      expect.objectContaining({ status: 'failed', problem: expect.objectContaining({ code: 'not-found' }) }),
      expect.objectContaining({ status: 'unsupported' }),
    ]);
  });

  it('in time is a timeout of its own cell', async () => {
    test.reads.answer('credit.get', ({ query }) => (query.customer === '1001' ? NEVER_ANSWERS : aCreditView(query)));
    expect(statuses(await page([ACCOUNT, SECOND], ['credit']))).toEqual([{ credit: ['failed'] }, { credit: ['ok'] }]);
  });

  it('after its reader has gone is not waited for', async () => {
    test.reads.answer('credit.get', () => NEVER_ANSWERS);
    const reader = await SseReader.open(address([ACCOUNT], ['credit', 'openOrders']), { 'x-role': 'rep' });
    await reader.next();
    reader.close();
    while (test.reads.abandoned.length === 0) await new Promise(setImmediate);
    expect(test.reads.abandoned).toEqual(['credit.get']);
  });

  it.each([
    ['no id', ['x'], ['credit']],
    ['no column', [ACCOUNT], ['margin']],
    ['too many accounts', Array.from({ length: 51 }, () => newId()), ['credit']],
  ])('is refused where %s is asked for', async (_what, accounts, columns) => {
    const answer = await fetch(address(accounts, columns), { headers: { 'x-role': 'rep' } });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'invalid-request']);
  });

  it('is refused to whoever is not signed in', async () => {
    expect((await fetch(address([ACCOUNT], ['credit']))).status).toBe(401);
  });
});
