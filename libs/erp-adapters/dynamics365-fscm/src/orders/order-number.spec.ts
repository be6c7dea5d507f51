import { anErpCall } from '@headwater/erp-testing';
import { withFscm } from '../testing/fscm-connection';
import { filledNumber } from './order-number';

describe('an order number', () => {
  it.each([
    ['2', '######', '000002'],
    ['2', 'SO-######', 'SO-000002'],
    ['000002', 'SO-######', 'SO-000002'],
    ['000002', '######', undefined],
    ['1234567', '######', undefined],
    ['SO-2', 'SO-######', undefined],
    ['2', undefined, undefined],
    ['2', 'no places', undefined],
    ['2', '##-##', undefined],
  ])('typed as %j means, by the sequence %j, %j', (typed, format, number) => {
    expect(filledNumber(typed, format)).toBe(number);
  });

  it('without its zeros finds the order and its shipments where the sequence is known, and else nothing', async () => {
    const query = { order: '2', limit: 5 };
    await withFscm(
      async ({ connection }) => {
        const order = await connection.orders?.get({ number: '2' }, anErpCall());
        expect(order?.data.number).toBe('000002');
        const shipments = await connection.shipments?.list(query, anErpCall());
        expect(new Set(shipments?.data.items.map((shipment) => shipment.order))).toEqual(new Set(['000002']));
      },
      { settings: { orderNumberFormat: '######' } },
    );
    await withFscm(async ({ connection }) => {
      await expect(connection.orders?.get({ number: '2' }, anErpCall())).rejects.toMatchObject({ code: 'not-found' });
      await expect(connection.shipments?.list(query, anErpCall())).rejects.toMatchObject({ code: 'not-found' });
    });
  });

  it('nobody has is not found, asked for in both spellings', async () => {
    await withFscm(
      async ({ connection, server }) => {
        const get = connection.orders?.get({ number: '999' }, anErpCall());
        await expect(get).rejects.toMatchObject({ code: 'not-found' });
        const asked = server.requests.map(({ path }) => decodeURIComponent(path));
        for (const number of ['999', '000999']) {
          expect(asked.some((path) => path.includes(`SalesOrderNumber='${number}'`))).toBe(true);
        }
      },
      { settings: { orderNumberFormat: '######' } },
    );
  });
});
