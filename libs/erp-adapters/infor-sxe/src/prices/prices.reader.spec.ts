import { anErpCall } from '@headwater/erp-testing';
import { answering, withSxe } from '../testing/sxe-connection';

const CALL = 'sxapioepricingmultiplev5';

describe('prices', () => {
  it('are the row of the item, warehouse and unit asked for, in any case', async () => {
    await withSxe(async ({ connection, sent }) => {
      const items = [
        { item: 'BRG-6204', quantity: '10', unit: 'EA' },
        { item: 'HOSE-12', quantity: '2.5', unit: 'FT' },
      ];
      const reading = await connection.prices?.quote(
        { customer: '1001', shipTo: '', warehouse: 'main', items },
        anErpCall(),
      );
      expect(reading?.data.items).toMatchObject([
        {
          item: 'BRG-6204',
          unit: 'ea',
          quantity: { value: '10', unit: 'EA' },
          unitPrice: { amount: '12.495', currency: 'USD' },
          listPrice: { amount: '15.0', currency: 'USD' },
          discount: '16.70',
          reason: 'simulated',
          indicative: false,
          breaks: [
            { from: '50', unitPrice: { amount: '11.9', currency: 'USD' } },
            { from: '100', unitPrice: { amount: '11.5', currency: 'USD' } },
          ],
        },
        { item: 'HOSE-12', unitPrice: { amount: '2.1', currency: 'USD' }, breaks: [] },
      ]);
      const [request] = sent(CALL);
      expect(request).not.toHaveProperty('shipTo');
      expect(request).toMatchObject({
        pricingMethod: 'full',
        useDefaultWhse: false,
        tOemultprcinV2: {
          't-oemultprcinV2': [
            { seqno: 1, qtyord: 10 },
            { seqno: 2, qtyord: 2.5 },
          ],
        },
      });
    });
  });

  it('tell one item asked for in two quantities apart, even where SX.e gives every row the same number', async () => {
    const rows = [
      { seqno: 1, prod: 'A', unit: 'EA', qtyord: 1, price: 5 },
      { seqno: 1, prod: 'A', unit: 'EA', qtyord: 10, price: 4 },
    ];
    await withSxe(
      async ({ connection }) => {
        const items = ['1', '10'].map((quantity) => ({ item: 'A', quantity, unit: 'EA' }));
        const reading = await connection.prices?.quote({ customer: '1001', items }, anErpCall());
        expect(reading?.data.items.map(({ unitPrice }) => unitPrice.amount)).toEqual(['5', '4']);
      },
      { exchanges: [answering(CALL, { tOemultprcoutV3: { a: rows } })] },
    );
  });

  it('are not taken from another warehouse than the one asked for', async () => {
    const rows = [{ seqno: 1, prod: 'A', whse: '300', unit: 'EA', price: 5 }];
    await withSxe(
      async ({ connection }) => {
        const items = [{ item: 'A', quantity: '1', unit: 'EA' }];
        const reading = await connection.prices?.quote({ customer: '1001', warehouse: 'MAIN', items }, anErpCall());
        expect(reading?.data).toMatchObject({ items: [], notFound: ['A'] });
      },
      { exchanges: [answering(CALL, { tOemultprcoutV3: { a: rows } })] },
    );
  });

  it('say why, where SX.e does', async () => {
    const table = {
      tOemultprcoutV4: { a: [{ seqno: 1, prod: 'A', unit: 'EA', price: 5 }] },
      tOutfieldvalue: { a: [{ level: '900600|a|MAIN', fieldName: 'PriceType', fieldValue: 'Contract 77' }] },
    };
    await withSxe(
      async ({ connection }) => {
        const items = [{ item: 'A', quantity: '1' }];
        const reading = await connection.prices?.quote({ customer: '1001', items }, anErpCall());
        expect(reading?.data.items[0]).toMatchObject({ reason: 'contract', unit: 'EA' });
      },
      { exchanges: [answering(CALL, table)] },
    );
  });

  it('come in the currency of the customer, where its type is mapped', async () => {
    await withSxe(async ({ connection }) => {
      const items = [{ item: 'HOSE-12', quantity: '1', unit: 'FT' }];
      const reading = await connection.prices?.quote({ customer: '1002', items }, anErpCall());
      expect(reading?.data.items[0]?.unitPrice.currency).toBe('CAD');
    });
  });

  it('fail rather than guess where the currency type is not mapped', async () => {
    await withSxe(
      async ({ connection }) => {
        const items = [{ item: 'HOSE-12', quantity: '1', unit: 'FT' }];
        const quote = connection.prices?.quote({ customer: '1002', items }, anErpCall());
        await expect(quote).rejects.toMatchObject({ code: 'bad-response' });
      },
      { settings: { currencyCodes: '' } },
    );
  });

  it('are not asked for another day or for no quantity', async () => {
    await withSxe(async ({ connection }) => {
      const ask = (quantity: string, on?: string) =>
        connection.prices?.quote(
          { customer: '1001', items: [{ item: 'A', quantity }], ...(on === undefined ? {} : { on }) },
          anErpCall(),
        );
      await expect(ask('1', '2031-01-01')).rejects.toMatchObject({ code: 'unsupported' });
      await expect(ask('0')).rejects.toMatchObject({ code: 'invalid-request' });
      await expect(ask('1e5')).rejects.toMatchObject({ code: 'invalid-request' });
      await expect(ask('12345678901234567')).rejects.toMatchObject({ code: 'invalid-request' });
    });
  });

  it('fail for an unknown customer, whatever the items', async () => {
    await withSxe(async ({ connection }) => {
      const items = [{ item: 'HOSE-12', quantity: '1' }];
      const quote = connection.prices?.quote({ customer: '9999', items }, anErpCall());
      await expect(quote).rejects.toMatchObject({ code: 'not-found' });
    });
  });
});
