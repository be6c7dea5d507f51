import { anErpCall, type ReplayAnswer } from '@headwater/erp-testing';
import { answeringSet, withS4 } from './testing/s4-connection';
import { fixtureText } from './testing/s4-fixtures';

/** Numbers as they stand in the body, not as text. */
function v4Orders(): ReplayAnswer {
  const text = fixtureText('sales-orders-v4.json')
    .replace('"12345678901234567.89"', '12345678901234567890')
    .replace('"TotalNetAmount": "131.20"', '"TotalNetAmount": 0.1000');
  const { SalesOrder } = /"SalesOrder": (?<SalesOrder>\[[\s\S]*\])\s*}\s*$/.exec(text)?.groups ?? {};
  return { headers: { 'content-type': 'application/json' }, body: `{"value": ${SalesOrder ?? ''}}` };
}

describe('no digit is lost', () => {
  it('of v4 numbers beyond any double, and of trailing zeros', async () => {
    await withS4(
      async ({ connection, server }) => {
        const page = (await connection.orders?.list({ limit: 10 }, anErpCall()))?.data;
        const totals = new Map(page?.items.map(({ number, total }) => [number, total]));
        expect(totals.get('4501')).toEqual({ amount: '12345678901234567890', currency: 'USD' });
        expect(totals.get('4500')).toEqual({ amount: '0.1000', currency: 'USD' });
        expect(totals.get('4502')).toEqual({ amount: '1000', currency: 'JPY' });
        expect(server.requests.at(-1)?.headers['accept']).toContain('IEEE754Compatible=true');
      },
      {
        settings: { salesOrderService: 'v4' },
        exchanges: [answeringSet('salesOrdersV4', 'SalesOrder', v4Orders())],
      },
    );
  });

  it('of amounts in currencies of none, two and three decimals', async () => {
    await withS4(async ({ connection }) => {
      const invoices = (await connection.invoices?.list({ customer: '1001', limit: 10 }, anErpCall()))?.data;
      expect(invoices?.items.find(({ number }) => number === '90000004')).toMatchObject({
        total: { amount: '300.000', currency: 'KWD' },
        open: { amount: '200.000', currency: 'KWD' },
      });
      const order = (await connection.orders?.get({ number: '4502' }, anErpCall()))?.data;
      expect(order?.total).toEqual({ amount: '1000', currency: 'JPY' });
      const big = (await connection.orders?.get({ number: '4501' }, anErpCall()))?.data;
      expect(big?.total.amount).toBe('12345678901234567.89');
      expect(big?.lines[0]?.unitPrice).toEqual({ amount: '0.1000', currency: 'USD' });
    });
  });

  it('of quantities that are added up', async () => {
    await withS4(async ({ connection }) => {
      const stock = (await connection.availability?.list({ items: ['TG10'], warehouse: '1710' }, anErpCall()))?.data;
      expect(stock?.items[0]?.onHand).toEqual({ value: '120.500', unit: 'EA' });
    });
  });

  it('of what is sent to be priced', async () => {
    await withS4(async ({ connection, asked }) => {
      const items = [{ item: '21', quantity: '12345678901234567890.125', unit: 'FT' }];
      await connection.prices?.quote({ customer: '1001', items }, anErpCall());
      expect(asked('simulation').find(({ method }) => method === 'POST')?.body).toContain(
        '"RequestedQuantity":"12345678901234567890.125"',
      );
    });
  });
});
