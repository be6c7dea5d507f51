import { anErpCall } from '@headwater/erp-testing';
import { answeringOrder, answeringQuery, rowsWith, withNetsuite, withTables } from './testing/netsuite-scene';

const MANY = '12345678901234567890';

describe('digits', () => {
  it('of JSON numbers of the record API stay as they were sent', async () => {
    await withNetsuite(async ({ connection }) => {
      const order = await connection.orders?.get({ number: 'SO1007' }, anErpCall());
      expect(order?.data.lines[0]).toMatchObject({
        ordered: { value: MANY },
        unitPrice: { amount: '0.1000', currency: 'KWD' },
        lineTotal: { amount: '1234.567', currency: 'KWD' },
      });
      expect(order?.data.total).toEqual({ amount: '1234.567', currency: 'KWD' });
    });
  });

  it('of numbers with an exponent are written out', async () => {
    const body = '{"item":{"items":[{"line":1,"item":{"id":"901"},"quantity":1.5E3,"rate":1e-4,"amount":0.15}]}}';
    await withNetsuite(
      async ({ connection }) => {
        const order = await connection.orders?.get({ number: 'SO1001' }, anErpCall());
        expect(order?.data.lines[0]).toMatchObject({ ordered: { value: '1500' }, unitPrice: { amount: '0.0001' } });
      },
      { exchanges: [answeringOrder(body)] },
    );
  });

  it.each([
    ['JPY', '2', '12000'],
    ['KWD', '3', '0.125'],
    ['USD', '1', '0.1000'],
    ['USD', '1', `${MANY}.10`],
  ])('of amounts in %s keep their scale', async (code, currency, amount) => {
    const rows = rowsWith('transaction', (row) => ({
      ...row,
      currency,
      foreigntotal: amount,
      foreignamountpaid: '0',
      foreignamountunpaid: amount,
    }));
    const customers = rowsWith('customer', (row) => ({ ...row, currency, creditlimit: amount }));
    await withNetsuite(
      async ({ connection }) => {
        const money = { amount, currency: code };
        const orders = await connection.orders?.list({ customer: '1001', limit: 1 }, anErpCall());
        expect(orders?.data.items[0]?.total).toEqual(money);
        const invoices = await connection.invoices?.list({ customer: '1001', limit: 1 }, anErpCall());
        expect(invoices?.data.items[0]).toMatchObject({ total: money, open: money });
        const credit = await connection.credit?.get({ customer: '1001' }, anErpCall());
        expect(credit?.data.limit).toEqual(money);
      },
      {
        exchanges: [withTables({ transaction: rows, customer: customers })],
        settings: { creditUsed: 'receivables' },
      },
    );
  });

  it('of sums and differences are exact', async () => {
    const open = [MANY, '0.0001', '0.10'].map((amount) => ({
      entityid: '1001',
      type: 'CustInvc',
      foreigntotal: amount,
      foreignamountunpaid: amount,
      currency: 'USD',
    }));
    await withNetsuite(
      async ({ connection }) => {
        const credit = await connection.credit?.get({ customer: '1001' }, anErpCall());
        expect(credit?.data.used.amount).toBe(`${MANY}.1001`);
        expect(credit?.data.available?.amount).toBe('-12345678901234517890.1001');
      },
      { exchanges: [answeringQuery('t.foreignamountunpaid <> 0', open)], settings: { creditUsed: 'receivables' } },
    );
  });

  it('of negative quantities lose nothing but their sign', async () => {
    const lines = [
      { quantity: `-${MANY}.50`, quantitybilled: '0', rate: '1', foreignamount: `-${MANY}.500` },
      { quantity: '-10.00', quantitybilled: '-4', rate: '0.3333', foreignamount: '-3.33' },
    ].map((line) => ({ ...line, entityid: '1004', currency: 'USD' }));
    await withNetsuite(
      async ({ connection }) => {
        const credit = await connection.credit?.get({ customer: '1004' }, anErpCall());
        // 6 × 0.3333, in the scale of the amount.
        expect(credit?.data.used.amount).toBe('12345678901234567892.500');
      },
      { exchanges: [answeringQuery('tl.quantitybilled', lines)] },
    );
  });
});
