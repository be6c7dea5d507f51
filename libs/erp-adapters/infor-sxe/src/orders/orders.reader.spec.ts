import { anErpCall } from '@headwater/erp-testing';
import { answering, withSxe } from '../testing/sxe-connection';
import { ORDER_SUFFIXES } from '../testing/sxe-fixtures';

const usd = (amount: string) => ({ amount, currency: 'USD' });

describe('the list of orders', () => {
  it('shows each number once, newest first, with one status out of its suffixes', async () => {
    await withSxe(async ({ connection }) => {
      const reading = await connection.orders?.list({ customer: '1001', limit: 50 }, anErpCall());
      const seen = reading?.data.items.map((order) => [order.number, order.status, order.vendorStatus, order.total]);
      expect(seen).toEqual([
        ['100234', 'on-hold', 'Ord', usd('24.99')],
        ['100233', 'quote', 'Quote', usd('99.0')],
        ['100232', 'picked', 'Pck', usd('617.25')],
        ['100231', 'partly-shipped', 'Inv, Ord', usd('124.95')],
        ['100230', 'closed', 'Pd', usd('249.9')],
        ['100229', 'shipped', 'Shp', usd('12.5')],
      ]);
    });
  });

  it('asks as the company and operator of the connection, or of the person acting', async () => {
    await withSxe(async ({ connection, sent }) => {
      await connection.orders?.list({ customer: '1001', limit: 1 }, anErpCall());
      await connection.orders?.list({ customer: '1001', limit: 1 }, anErpCall({ operator: 'jd' }));
      const asked = sent('sxapioegetlistofordersv5').map((request) => request['operatorInit']);
      expect([asked[0], asked.at(-1)]).toEqual(['hw1', 'jd']);
      expect(sent('sxapioegetlistofordersv5')[0]).toMatchObject({
        companyNumber: 1,
        operatorPassword: '',
        customerNumber: 1001,
      });
    });
  });

  it('finds by customer PO, and asks the currency of whom the orders belong to', async () => {
    await withSxe(async ({ connection }) => {
      const reading = await connection.orders?.list({ customerPo: 'PO-7702', limit: 10 }, anErpCall());
      expect(reading?.data.items.map(({ number, currency }) => [number, currency])).toEqual([['100231', 'USD']]);
    });
  });

  it('leaves only orders with something to come where open ones are asked for', async () => {
    await withSxe(async ({ connection }) => {
      const reading = await connection.orders?.list({ customer: '1001', open: true, limit: 10 }, anErpCall());
      expect(reading?.data.items.map(({ number }) => number)).toEqual(['100234', '100232', '100231']);
    });
  });

  it('reads an order again by its number where the window cut off its first suffix', async () => {
    const exchange = {
      name: 'window',
      matches: ({ path, body }: { readonly path: string; readonly body: string }) =>
        path.endsWith('/sxapioegetlistofordersv5') && !body.includes('"orderNumber":100231'),
      answer: {
        body: {
          response: { tOeordV5: { a: ORDER_SUFFIXES.filter((row) => row.orderNo === 100231 && row.orderSuf === 1) } },
        },
      },
    };
    await withSxe(
      async ({ connection }) => {
        const reading = await connection.orders?.list({ customer: '1001', limit: 10 }, anErpCall());
        expect(reading?.data.items[0]).toMatchObject({ total: usd('124.95'), orderedOn: '2026-10-02' });
      },
      { exchanges: [exchange] },
    );
  });

  it('halves the time of entry until SX.e says that nothing is missing', async () => {
    const rowsOf = (body: string) => {
      const { request } = JSON.parse(body) as { request: { startEnterDate: string; endEnterDate: string | null } };
      const from = request.startEnterDate;
      const to = request.endEnterDate ?? '2999-01-01';
      return ORDER_SUFFIXES.filter((row) => row.enterDt >= from && row.enterDt <= to);
    };
    const exchange = {
      name: 'two at a time',
      matches: ({ path, body }: { readonly path: string; readonly body: string }) =>
        path.endsWith('/sxapioegetlistofordersv5') && body.includes('"holdOnlyFlg":false'),
      answer: ({ body }: { readonly body: string }) => {
        const rows = rowsOf(body);
        const table = { tOeordV5: { a: rows.slice(0, 2) }, lMoreRecordsAvailable: rows.length > 2 };
        return { body: { response: table } };
      },
    };
    await withSxe(
      async ({ connection }) => {
        const reading = await connection.orders?.list({ customer: '1001', limit: 50 }, anErpCall());
        expect(reading?.data.items).toHaveLength(6);
      },
      { exchanges: [exchange] },
    );
  });

  it('fails where one day holds more than SX.e hands out', async () => {
    const exchanges = [answering('sxapioegetlistofordersv5', { tOeordV5: { a: [] }, moreRecordsAvailable: true })];
    await withSxe(
      async ({ connection }) => {
        const list = connection.orders?.list({ customer: '1001', limit: 1 }, anErpCall());
        await expect(list).rejects.toMatchObject({ code: 'bad-response' });
      },
      { exchanges, settings: { orderHistoryDays: 3 } },
    );
  });

  it('gives up on a list that SX.e never calls complete', async () => {
    const exchanges = [answering('sxapioegetlistofordersv5', { tOeordV5: { a: [] }, moreRecordsAvailable: true })];
    await withSxe(
      async ({ connection, sent }) => {
        const list = connection.orders?.list({ customer: '1001', limit: 1 }, anErpCall());
        await expect(list).rejects.toMatchObject({ code: 'bad-response' });
        expect(sent('sxapioegetlistofordersv5').length).toBeLessThan(200);
      },
      { exchanges },
    );
  });

  it('tells an unknown customer from one without orders', async () => {
    await withSxe(async ({ connection }) => {
      const none = await connection.orders?.list({ customer: '1003', limit: 1 }, anErpCall());
      expect(none?.data.items).toEqual([]);
      for (const customer of ['9999', 'ACME', '1 or 1=1']) {
        const unknown = connection.orders?.list({ customer, limit: 1 }, anErpCall());
        await expect(unknown).rejects.toMatchObject({ code: 'not-found' });
      }
    });
  });

  it('names what to ask for where neither customer nor PO is given', async () => {
    await withSxe(async ({ connection }) => {
      const list = connection.orders?.list({ limit: 1 }, anErpCall());
      await expect(list).rejects.toMatchObject({ code: 'unsupported' });
    });
  });
});

describe('an order in full', () => {
  it('joins its suffixes: ordered once, shipped in sum, back-ordered what is left', async () => {
    await withSxe(async ({ connection }) => {
      const reading = await connection.orders?.get({ number: '100231' }, anErpCall());
      expect(reading?.data).toMatchObject({
        number: '100231',
        customer: '1001',
        customerName: 'Bright Mills',
        customerPo: 'PO-7702',
        status: 'partly-shipped',
        orderedOn: '2026-10-02',
        requestedOn: '2026-10-08',
        promisedOn: '2026-11-30',
        warehouse: 'MAIN',
        salesperson: 'mk',
        shipTo: { kind: 'shipping', shipTo: 'DOCK2', name: 'Bright Mills Dock 2', lines: ['14 Quay Street'] },
      });
      expect(reading?.data.lines).toEqual([
        {
          lineNo: '1',
          item: 'BRG-6204',
          description: 'Ball bearing 6204 sealed',
          ordered: { value: '10', unit: 'EA' },
          shipped: { value: '6', unit: 'EA' },
          backordered: { value: '4', unit: 'EA' },
          unitPrice: usd('12.495'),
          priceUnit: 'EA',
          lineTotal: usd('124.95'),
          discountPercent: '0',
          promisedOn: '2026-11-30',
          warehouse: 'MAIN',
          status: 'partly-shipped',
        },
      ]);
    });
  });

  it('is found by any of its suffixes', async () => {
    await withSxe(async ({ connection }) => {
      const reading = await connection.orders?.get({ number: '100231-01' }, anErpCall());
      expect(reading?.data.number).toBe('100231');
    });
  });

  it('is found in the list of its customer where whoever asks knows it, and says the same', async () => {
    await withSxe(async ({ connection, sent }) => {
      const plain = await connection.orders?.get({ number: '100231' }, anErpCall());
      const before = sent('sxapioegetlistofordersv5').length;
      const hinted = await connection.orders?.get({ number: '100231' }, anErpCall({ hints: { customer: '1001' } }));
      expect(hinted?.data).toEqual(plain?.data);
      const asked = sent('sxapioegetlistofordersv5').slice(before);
      expect(asked.map(({ customerNumber, orderNumber }) => [customerNumber, orderNumber])).toEqual([
        [1001, 0],
        [1001, 0],
      ]);
    });
  });

  it.each(['1003', '9999', 'ACME'])('is found by its number where the customer %s is not its own', async (customer) => {
    await withSxe(async ({ connection }) => {
      const hinted = await connection.orders?.get({ number: '100231' }, anErpCall({ hints: { customer } }));
      expect(hinted?.data.customer).toBe('1001');
    });
  });

  it('is read by its number where the window of its customer cut off its first suffix', async () => {
    const exchange = {
      name: 'window',
      matches: ({ path, body }: { readonly path: string; readonly body: string }) =>
        path.endsWith('/sxapioegetlistofordersv5') && body.includes('"customerNumber":1001'),
      answer: {
        body: {
          response: { tOeordV5: { a: ORDER_SUFFIXES.filter((row) => row.orderNo === 100231 && row.orderSuf === 1) } },
        },
      },
    };
    await withSxe(
      async ({ connection }) => {
        const hinted = await connection.orders?.get({ number: '100231' }, anErpCall({ hints: { customer: '1001' } }));
        expect(hinted?.data).toMatchObject({ total: usd('124.95'), orderedOn: '2026-10-02' });
      },
      { exchanges: [exchange] },
    );
  });

  it('is not looked for among those on hold where nothing of it is still to come', async () => {
    await withSxe(async ({ connection, sent }) => {
      await connection.orders?.get({ number: '100230' }, anErpCall());
      expect(sent('sxapioegetlistofordersv5').map(({ holdOnlyFlg }) => holdOnlyFlg)).toEqual([false]);
    });
  });
});
