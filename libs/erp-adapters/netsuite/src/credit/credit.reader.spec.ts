import { anErpCall } from '@headwater/erp-testing';
import { AUTUMN, rowsWith, withNetsuite, withTables } from '../testing/netsuite-scene';

const clock = AUTUMN;

describe('a credit position', () => {
  it('is the limit, what is open of invoices, and what is not yet billed of orders', async () => {
    await withNetsuite(
      async ({ connection }) => {
        const reading = await connection.credit?.get({ customer: '1001' }, anErpCall());
        // Open: 74.97 + 10.00. Unbilled: 4 × 12.495 of SO1001, SO1002 whole, 13.00 of SO1004 without its closed line.
        expect(reading?.data).toEqual({
          ref: expect.objectContaining({ kind: 'credit', externalId: '1001' }),
          customer: '1001',
          limit: { amount: '50000.00', currency: 'USD' },
          used: { amount: '187.9500', currency: 'USD' },
          available: { amount: '49812.0500', currency: 'USD' },
          pastDue: { amount: '74.9700', currency: 'USD' },
          onHold: false,
          terms: 'Net 30',
          ageing: [
            { label: 'Current', amount: { amount: '10.00', currency: 'USD' } },
            { label: '1–30 days', amount: { amount: '74.9700', currency: 'USD' } },
            { label: '31–60 days', amount: { amount: '0', currency: 'USD' } },
            { label: '61–90 days', amount: { amount: '0', currency: 'USD' } },
            { label: 'over 90 days', amount: { amount: '0', currency: 'USD' } },
          ],
        });
      },
      { clock },
    );
  });

  it('leaves orders out where the setting says so', async () => {
    await withNetsuite(
      async ({ connection, queries }) => {
        const reading = await connection.credit?.get({ customer: '1001' }, anErpCall());
        expect(reading?.data.used.amount).toBe('84.9700');
        expect(queries()).toHaveLength(2);
      },
      { clock, settings: { creditUsed: 'receivables' } },
    );
  });

  it('takes credit memos off, and is on hold where the hold column says so', async () => {
    await withNetsuite(
      async ({ connection }) => {
        const reading = await connection.credit?.get({ customer: '1002' }, anErpCall());
        expect(reading?.data).toMatchObject({
          used: { amount: '16000', currency: 'JPY' },
          available: { amount: '984000', currency: 'JPY' },
          onHold: true,
          ageing: expect.arrayContaining([{ label: 'Current', amount: { amount: '10000', currency: 'JPY' } }]),
        });
      },
      { clock, settings: { holdColumn: 'creditholdoverride', holdValues: 'on' } },
    );
  });

  it('without a limit has none, and nothing is available or not', async () => {
    await withNetsuite(
      async ({ connection }) => {
        const reading = await connection.credit?.get({ customer: '1003' }, anErpCall());
        expect(reading?.data).toMatchObject({ used: { amount: '2469.134', currency: 'KWD' } });
        expect(reading?.data).not.toHaveProperty('limit');
        expect(reading?.data).not.toHaveProperty('available');
      },
      { clock },
    );
  });

  it.each([
    ['2026-11-23', 'Current'],
    ['2026-11-22', '1–30 days'],
    ['2026-10-24', '1–30 days'],
    ['2026-10-23', '31–60 days'],
    ['2026-09-23', '61–90 days'],
    ['2026-08-24', 'over 90 days'],
    [null, 'Current'],
  ])('puts what was due on %s under %s', async (duedate, label) => {
    const rows = rowsWith('transaction', (row) => (row['tranid'] === 'INV301' ? { ...row, duedate } : row));
    await withNetsuite(
      async ({ connection }) => {
        const reading = await connection.credit?.get({ customer: '1001' }, anErpCall());
        const bucket = reading?.data.ageing.find(
          ({ amount }) => amount.amount.startsWith('74') || amount.amount.startsWith('84'),
        );
        expect(bucket?.label).toBe(label);
      },
      { clock, exchanges: [withTables({ transaction: rows })] },
    );
  });

  it('over documents in several currencies is none, and says so', async () => {
    const mixed = rowsWith('transaction', (row) => (row['tranid'] === 'INV301' ? { ...row, currency: '2' } : row));
    await withNetsuite(
      async ({ connection }) => {
        await expect(connection.credit?.get({ customer: '1001' }, anErpCall())).rejects.toMatchObject({
          code: 'unsupported',
          message: expect.stringContaining('several currencies'),
        });
      },
      { clock, exchanges: [withTables({ transaction: mixed })] },
    );
  });

  it('of many leaves the one in several currencies to be asked about alone', async () => {
    const mixed = rowsWith('transaction', (row) => (row['tranid'] === 'INV301' ? { ...row, currency: '2' } : row));
    await withNetsuite(
      async ({ connection, queries }) => {
        const reading = await connection.credit?.list?.({ customers: ['1001', '1002', '9999'] }, anErpCall());
        expect(reading?.data.items.map(({ customer }) => customer)).toEqual(['1002']);
        expect(reading?.data.notFound).toEqual(['9999']);
        expect(queries()).toHaveLength(3);
      },
      { clock, exchanges: [withTables({ transaction: mixed })] },
    );
  });
});
