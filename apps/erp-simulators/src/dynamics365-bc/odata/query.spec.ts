import {
  COMPANY_1,
  errorOf,
  queryText,
  ROOT,
  startBc,
  type BcClient,
  type BcReply,
  type Json,
} from '../../testing/bc-client';

describe('queries of Business Central', () => {
  let bc: BcClient;

  beforeAll(async () => {
    bc = await startBc({ pageMost: 40 });
  });
  afterAll(() => bc.stop());

  const ids = ({ value }: BcReply) => value.map(({ id }) => String(id));

  it('answers a list with its context, an etag on each record and types as the vendor has them', async () => {
    const { json, value, headers } = await bc.list('customers', { $top: '2' });
    expect(json['@odata.context']).toBe(`${bc.url}${ROOT}/api/v2.0/$metadata#companies(${COMPANY_1})/customers`);
    expect(headers.get('odata-version')).toBe('4.0');
    expect(value).toHaveLength(2);
    expect(value[0]).toMatchObject({
      '@odata.etag': expect.stringMatching(/^W\/"Jz[A-Za-z0-9+/=]+"$/),
      id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      type: 'Company',
      creditLimit: expect.any(Number),
    });
  });

  it('selects, and refuses what there is not to select, sort, filter or expand', async () => {
    const { value } = await bc.list('items', { $select: 'number,unitPrice', $top: '1' });
    expect(Object.keys(value[0] ?? {}).toSorted()).toEqual(['@odata.etag', 'number', 'unitPrice']);
    for (const query of [
      { $select: 'number,nosuch' },
      { $orderby: 'nosuch' },
      { $filter: 'nosuch eq 1' },
      { $expand: 'nosuch' },
    ]) {
      const refused = await bc.list('items', query);
      expect([refused.status, errorOf(refused).code]).toEqual([400, 'BadRequest']);
      expect(errorOf(refused).message).toContain(
        "Could not find a property named 'nosuch' on type 'Microsoft.NAV.item'.",
      );
    }
  });

  it('refuses options that make no sense or are not known', async () => {
    for (const query of [
      { $top: '-1' },
      { $top: 'x' },
      { $skip: '1.5' },
      { $count: 'maybe' },
      { $search: 'pump' },
      { $orderby: 'number sideways' },
    ])
      expect((await bc.list('items', query)).status).toBe(400);
  });

  it('sorts by several fields, in both directions, numbers as numbers', async () => {
    const { value } = await bc.list('items', { $orderby: 'itemCategoryCode desc,unitPrice', $top: '40' });
    const sorted = value.toSorted((left, right) => {
      const category = String(right['itemCategoryCode']).localeCompare(String(left['itemCategoryCode']));
      return category === 0 ? Number(left['unitPrice']) - Number(right['unitPrice']) : category;
    });
    expect(value.map((item) => item['number'])).toEqual(sorted.map((item) => item['number']));
    expect(value.length).toBe(40);
  });

  it('counts in the answer and as bare text, whatever the page', async () => {
    const filter = { $filter: "itemCategoryCode eq 'BEAR'" };
    const { json, value } = await bc.list('items', { ...filter, $count: 'true', $top: '1' });
    const bare = await bc.ask(`companies(${COMPANY_1})/items/$count${queryText(filter)}`);
    expect(value).toHaveLength(1);
    expect([bare.text, bare.headers.get('content-type')]).toEqual([String(json['@odata.count']), 'text/plain']);
    expect(Number(bare.text)).toBeGreaterThan(1);
  });

  const walk = async (start: BcReply, headers: Readonly<Record<string, string>> = {}): Promise<BcReply[]> => {
    const pages = [start];
    for (let link = start.json['@odata.nextLink']; typeof link === 'string';) {
      const page = await bc.ask(link, { headers });
      pages.push(page);
      link = page.json['@odata.nextLink'];
    }
    return pages;
  };

  it('walks all pages by links that keep the filter and name the last record', async () => {
    const filter = { $filter: "itemCategoryCode eq 'BEAR'", $count: 'true' };
    const start = await bc.list('items', filter);
    const link = new URL(String(start.json['@odata.nextLink']));
    expect(link.search).toMatch(/^\?aid=FIN&\$filter=.*&\$skiptoken=[0-9a-f-]{36}$/);
    expect(link.searchParams.get('$skiptoken')).toBe(ids(start).at(-1));
    const pages = await walk(start);
    const all = pages.flatMap(ids);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(Number(start.json['@odata.count']));
    expect(pages.at(-1)?.value.every((item) => item['itemCategoryCode'] === 'BEAR')).toBe(true);
  });

  it('walks a sorted list without losing or doubling records of equal value', async () => {
    const start = await bc.list('items', {
      $filter: "itemCategoryCode eq 'BEAR'",
      $orderby: 'unitPrice desc',
      $select: 'id,unitPrice',
    });
    const pages = await walk(start);
    const records = pages.flatMap(({ value }) => value);
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    const prices = records.map((item) => Number(item['unitPrice']));
    expect(prices).toEqual(prices.toSorted((left, right) => right - left));
    expect(new Set(prices).size).toBeLessThan(prices.length);
  });

  it('gives pages of the size preferred, says so, and refuses a larger one than it has with 413', async () => {
    const prefer = { Prefer: 'odata.maxpagesize=7' };
    const start = await bc.list('items', { $top: '16' }, { headers: prefer });
    expect(start.headers.get('preference-applied')).toBe('odata.maxpagesize=7');
    const pages = await walk(start, prefer);
    expect(pages.map(({ value }) => value.length)).toEqual([7, 7, 2]);
    const refused = await bc.list('items', {}, { headers: { Prefer: 'odata.maxpagesize=41' } });
    expect([refused.status, errorOf(refused).code]).toEqual([413, 'BadRequest_RequestEntityTooLarge']);
    expect((await bc.list('items', {}, { headers: { Prefer: 'odata.maxpagesize=40' } })).value).toHaveLength(40);
  });

  it('goes on behind a record that is gone by the time the next page is asked for', async () => {
    const everything = await walk(await bc.list('salesOrders', { $select: 'id,number' }));
    const before = everything.flatMap(ids);
    const start = await bc.list(
      'salesOrders',
      { $select: 'id,number' },
      { headers: { Prefer: 'odata.maxpagesize=5' } },
    );
    const last = start.value.at(-1);
    await bc.control('change', { kind: 'order', order: String(last?.['number']), status: 'closed', event: false });
    const pages = await walk(start);
    expect(pages.flatMap(ids)).toEqual(before);
    expect((await bc.list(`salesOrders(${String(last?.['id'])})`)).status).toBe(404);
    await bc.control('reset', { world: true });
  });

  it('skips, and refuses a token it never gave', async () => {
    const all = ids(await bc.list('paymentTerms'));
    expect(ids(await bc.list('paymentTerms', { $skip: '2' }))).toEqual(all.slice(2));
    expect((await bc.list('paymentTerms', { $skiptoken: 'a,b,c' })).status).toBe(400);
    expect((await bc.list('paymentTerms', { $orderby: 'discountPercent', $skiptoken: 'x,y' })).status).toBe(400);
    expect((await bc.list('paymentTerms', { $skiptoken: '%' })).status).toBe(400);
  });

  it('expands over several levels, with a query of its own at each', async () => {
    const { value } = await bc.list('salesOrders', {
      $top: '5',
      $select: 'number',
      $expand:
        'customer($select=displayName),paymentTerm,salesOrderLines($select=sequence,lineObjectNumber;$filter=sequence ge 10000;$orderby=sequence desc;$top=2;$count=true;$expand=item($select=number;$expand=itemCategory($select=code)))',
    });
    const order = value.find((candidate) => (candidate['salesOrderLines'] as readonly Json[]).length === 2);
    const lines = order?.['salesOrderLines'] as readonly Json[];
    expect(Object.keys(order ?? {}).toSorted()).toEqual(
      ['@odata.etag', 'customer', 'number', 'paymentTerm', 'salesOrderLines', 'salesOrderLines@odata.count'].toSorted(),
    );
    expect(Number(lines[0]?.['sequence'])).toBeGreaterThan(Number(lines[1]?.['sequence']));
    expect(lines[0]).toMatchObject({
      item: { number: lines[0]?.['lineObjectNumber'], itemCategory: { code: expect.any(String) } },
    });
    expect(order?.['paymentTerm']).toMatchObject({
      code: expect.any(String),
      dueDateCalculation: expect.stringMatching(/^\d+D$/),
    });
  });

  it('changes the etag of a record with the record, and only then', async () => {
    const etag = async () =>
      (await bc.list('customers', { $filter: "number eq '1001'", $select: 'number' })).value[0]?.['@odata.etag'];
    const before = await etag();
    expect(await etag()).toBe(before);
    await bc.control('change', { kind: 'customer', customer: '1001', phone: '(999) 555-0100', event: false });
    expect(await etag()).not.toBe(before);
  });

  it('takes quotes, slashes and every other sign of a value as data', async () => {
    const { value } = await bc.list('items', { $filter: "number eq 'NIP-1/2X3-BLK'" });
    expect(value.map((item) => item['number'])).toEqual(['NIP-1/2X3-BLK']);
    await bc.control('change', {
      kind: 'customer',
      customer: '1002',
      name: `O'Neil & "Sons" +50% #1; a,b(c)`,
      event: false,
    });
    const found = await bc.list('customers', { $filter: `displayName eq 'O''Neil & "Sons" +50% #1; a,b(c)'` });
    expect(found.value.map((customer) => customer['number'])).toEqual(['1002']);
    const nested = await bc.list('salesOrders', {
      $top: '1',
      $expand: `salesOrderLines($filter=description eq 'x;y),(''')`,
    });
    expect(nested.status).toBe(200);
  });
});
