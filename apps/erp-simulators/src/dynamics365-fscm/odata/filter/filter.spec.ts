import { innerMessage, startFscm, type FscmClient, type Json } from '../../testing/fscm-client';

interface TruthOrder {
  readonly number: string;
  readonly customer: string;
  readonly company: string;
  readonly kind: string;
  readonly status: string;
  readonly total: string;
  readonly orderedOn: string;
}

const HEADERS = 'SalesOrderHeadersV2';

describe('$filter', () => {
  let fscm: FscmClient;
  let truth: readonly TruthOrder[];

  beforeAll(async () => {
    fscm = await startFscm();
    const { items } = await fscm.control<{ items: TruthOrder[] }>('truth/orders');
    truth = items.filter(({ kind }) => kind !== 'quote');
  });
  afterAll(() => fscm.stop());

  const numbers = async ($filter: string): Promise<readonly string[]> =>
    (await fscm.rows(HEADERS, { $filter, $select: 'SalesOrderNumber' })).map((row) => String(row['SalesOrderNumber']));
  const expected = (is: (order: TruthOrder) => boolean): readonly string[] =>
    truth.filter(is).map(({ number }) => number.padStart(9, '0'));
  const refusal = async (set: string, $filter: string): Promise<string> => {
    const reply = await fscm.list(set, { $filter });
    expect(reply.status).toBe(400);
    return innerMessage(reply);
  };
  const same = (found: readonly string[], wanted: readonly string[]): void => {
    expect(found.length).toBeGreaterThan(0);
    expect(found.toSorted()).toEqual(wanted.toSorted());
  };

  it('compares numbers by value, at any scale', async () => {
    same(
      await numbers('OrderTotalAmount gt 1000.5 and OrderTotalAmount le 5000.00'),
      expected(({ total }) => Number(total) > 1000.5 && Number(total) <= 5000),
    );
    same(
      await numbers('OrderTotalAmount mul 2 ge 20000'),
      expected(({ total }) => Number(total) >= 10_000),
    );
    same(
      await numbers('(OrderTotalAmount sub 10 add 20) div 2 lt 30 or -OrderTotalAmount gt 0'),
      expected(({ total }) => Number(total) < 50),
    );
    expect(await fscm.rows('SalesOrderLines', { $filter: 'LineNumber mod 2 eq 1', $top: '3' })).toHaveLength(3);
  });

  it('binds and before or, and not closest', async () => {
    const [first, second] = [truth[0], truth[1]].map((order) => order?.number.padStart(9, '0'));
    same(
      await numbers(
        `SalesOrderNumber eq '${first}' or SalesOrderNumber eq '${second}' and SalesOrderNumber eq 'another'`,
      ),
      [first ?? ''],
    );
    same(
      await numbers("not (dataAreaId eq 'usmf')"),
      expected(({ company }) => company === '2'),
    );
    expect(await refusal(HEADERS, "not dataAreaId eq 'usmf'")).toContain('Edm.Boolean');
  });

  it('compares texts without regard to case, and finds what contains a text by a star', async () => {
    const customers = await fscm.control<{ items: readonly { number: string; name: string }[] }>('truth/customers');
    const named = customers.items.filter(({ name }) => name.toLowerCase().includes('steel'));
    const found = async ($filter: string): Promise<readonly unknown[]> =>
      (await fscm.rows('CustomersV3', { $filter, $select: 'CustomerAccount' })).map((row) => row['CustomerAccount']);
    const wanted = new Set(named.map(({ number }) => number));
    expect(wanted.size).toBeGreaterThan(0);
    expect(new Set(await found("OrganizationName eq '*STEEL*'"))).toEqual(wanted);
    expect(new Set(await found("contains(OrganizationName,'Steel')"))).toEqual(wanted);
    expect(new Set(await found("OrganizationName ne '*steel*'")).size).toBe(customers.items.length - wanted.size);
    const name = named[0]?.name ?? '';
    const begins = `${name.slice(0, 4).toLowerCase()}*`;
    expect(await found(`OrganizationName eq '${begins}'`)).toEqual(
      await found(`startswith(OrganizationName,'${name.slice(0, 4)}')`),
    );
    expect(await found(`OrganizationName eq '${name.toUpperCase()}'`)).toContain(named[0]?.number);
  });

  it('takes an enumeration by its full name only, and compares it for equality only', async () => {
    const status = 'Microsoft.Dynamics.DataEntities.SalesStatus';
    same(
      await numbers(`SalesOrderStatus eq ${status}'Canceled'`),
      expected(({ status: word }) => word === 'cancelled'),
    );
    expect((await numbers(`SalesOrderStatus ne ${status}'Canceled'`)).length).toBe(
      expected(({ status: word }) => word !== 'cancelled').length,
    );
    expect(await refusal(HEADERS, "SalesOrderStatus eq 'Canceled'")).toContain('incompatible types');
    expect(await refusal(HEADERS, `SalesOrderStatus gt ${status}'Canceled'`)).toContain('GreaterThan');
    expect(await refusal(HEADERS, `SalesOrderStatus eq ${status}'Confirmed'`)).toContain('not a valid enumeration');
    expect(await refusal(HEADERS, "SalesOrderStatus eq SalesStatus'Canceled'")).toContain('Syntax error');
    expect(await refusal(HEADERS, "AreTotalsCalculated eq 'Yes'")).toContain('NoYes');
    expect(await refusal(HEADERS, 'AreTotalsCalculated eq true')).toContain('NoYes');
  });

  it('knows neither in nor has, nor lambdas', async () => {
    expect(await refusal(HEADERS, "SalesOrderNumber in ('000100001','000100002')")).toContain("operator 'in'");
    expect(await refusal(HEADERS, "(SalesOrderNumber in ('000100001')) and dataAreaId eq 'usmf'")).toContain("'in'");
    expect(
      await refusal(HEADERS, "SalesOrderStatus has Microsoft.Dynamics.DataEntities.SalesStatus'Backorder'"),
    ).toContain("operator 'has'");
    expect(await refusal(HEADERS, "SalesOrderLines/any(line: line/ItemNumber eq 'X')")).not.toBe('');
  });

  it('finds a day at its noon or between two midnights, and compares it with nothing but an instant', async () => {
    const day = truth[0]?.orderedOn ?? '';
    const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    same(
      await numbers(`OrderCreationDateTime ge ${day}T00:00:00Z and OrderCreationDateTime lt ${next}T00:00:00Z`),
      expected(({ orderedOn }) => orderedOn === day),
    );
    const invoices = await fscm.rows('SalesInvoiceHeadersV2', { $top: '1' });
    const date = String(invoices[0]?.['InvoiceDate']).slice(0, 10);
    const at = async (time: string): Promise<number> =>
      (await fscm.rows('SalesInvoiceHeadersV2', { $filter: `InvoiceDate eq ${date}T${time}` })).length;
    expect(await at('12:00:00Z')).toBeGreaterThan(0);
    expect(await at('14:00:00+02:00')).toBe(await at('12:00:00Z'));
    expect(await at('00:00:00Z')).toBe(0);
    expect(await refusal('SalesInvoiceHeadersV2', `InvoiceDate eq ${date}`)).toContain('Edm.Date');
    expect(await refusal('SalesInvoiceHeadersV2', `InvoiceDate eq '${date}T12:00:00Z'`)).toContain('Edm.String');
    expect(await refusal('SalesInvoiceHeadersV2', 'InvoiceDate eq 2026-13-45T12:00:00Z')).toContain('not a valid');
  });

  it('finds no null anywhere', async () => {
    expect(await numbers('CustomersOrderReference eq null')).toEqual([]);
    expect((await numbers('CustomersOrderReference ne null')).length).toBe(truth.length);
    expect((await numbers("CustomersOrderReference eq ''")).length).toBeGreaterThan(0);
  });

  it('keeps what is quoted a text: quotes, slashes, percent signs and words of the language', async () => {
    expect(await numbers("SalesOrderNumber eq 'x'' or ''1'' eq ''1'")).toEqual([]);
    expect(await numbers("SalesOrderName eq 'a+b&c#d%e/f'")).toEqual([]);
    for (const item of ['NIP-1/2X3-BLK', 'HH 100R2 08']) {
      const rows = await fscm.rows('ReleasedProductsV2', { $filter: `ItemNumber eq '${item}'` });
      expect(rows.map((row: Json) => row['ItemNumber'])).toEqual([item, item]);
    }
  });

  it('refuses unknown columns, unknown functions, wrong types and broken syntax', async () => {
    expect(await refusal(HEADERS, "CustomerAccount eq '1001'")).toBe(
      "Could not find a property named 'CustomerAccount' on type 'Microsoft.Dynamics.DataEntities.SalesOrderHeaderV2'.",
    );
    expect(await refusal(HEADERS, 'ModifiedDateTime gt 2026-01-01T00:00:00Z')).toContain('Could not find');
    expect(await refusal(HEADERS, "tolower(SalesOrderName) eq 'x'")).toContain("name 'tolower'");
    expect(await refusal(HEADERS, 'contains(SalesOrderName,1)')).toContain('No function signature');
    expect(await refusal(HEADERS, "OrderTotalAmount eq '1'")).toContain('incompatible types');
    for (const broken of [
      '',
      "SalesOrderName eq 'x",
      'SalesOrderName eq',
      '(SalesOrderName eq 1',
      "datetime'2020' eq 1",
    ])
      expect(await refusal(HEADERS, broken)).toContain('Syntax error');
  });
});

describe('an environment that differs', () => {
  it('may compare texts exactly, and know fewer functions', async () => {
    const fscm = await startFscm({ stringCompare: 'exact', filterFunctions: ['startswith'] }, { customers: 12 });
    expect(await fscm.rows('ReleasedProductsV2', { $filter: "ItemNumber eq '6205-2rs-kb'" })).toEqual([]);
    expect(await fscm.rows('ReleasedProductsV2', { $filter: "ItemNumber eq '6205-2RS-KB'" })).toHaveLength(2);
    expect((await fscm.list('CustomersV3', { $filter: "contains(OrganizationName,'a')" })).status).toBe(400);
    await fscm.stop();
  });
});
