import { anErpCall } from '@headwater/erp-testing';
import { answering, withBc } from './testing/bc-connection';

const price = (customer: string) => ({ customer, items: [{ item: 'BRG-6204', quantity: '0.1000', unit: 'EA' }] });

/** Bodies as text: what formats or parses JSON on the way would drop the zeros this is about. */
const raw = (set: string, body: string) => ({ ...answering(set, []), answer: { body } });

const ORDER = `{"value":[{"number":"101004","customerNumber":"10010","currencyCode":"KWD","status":"Draft",
  "totalAmountIncludingTax":12345678901234567890,"totalAmountExcludingTax":1.250,"salesOrderLines":[{"sequence":10000,
  "lineType":"Item","lineObjectNumber":"A","unitOfMeasureCode":"EA","quantity":0.1000,"unitPrice":1.250,
  "netAmount":12345678901234567890.10,"shippedQuantity":0}]}]}`;

const STOCK = `{"value":[{"itemNumber":"A","locationCode":"EAST","quantityOnHand":12345678901234567890,
  "quantityAvailable":0.1000,"quantityReserved":1.0e2}]}`;

const INVOICES = `{"value":[{"number":"1","customerNumber":"10000","currencyCode":"JPY","status":"Open",
  "invoiceDate":"2026-11-01","totalAmountIncludingTax":12345678901234567890,"totalAmountExcludingTax":0,
  "remainingAmount":12345678901234567889}]}`;

describe('digits', () => {
  it('beyond what a double holds, and zeros at the end, stay as they were sent', async () => {
    await withBc(
      async ({ connection }) => {
        const { data } = (await connection.orders?.get({ number: '101004' }, anErpCall())) ?? {};
        expect(data?.total).toEqual({ amount: '12345678901234567890', currency: 'KWD' });
        expect(data?.lines[0]).toMatchObject({
          ordered: { value: '0.1000', unit: 'EA' },
          unitPrice: { amount: '1.250', currency: 'KWD' },
          lineTotal: { amount: '12345678901234567890.10', currency: 'KWD' },
        });
      },
      { exchanges: [raw('salesOrders', ORDER)] },
    );
  });

  it('of quantities stay, too', async () => {
    await withBc(
      async ({ connection }) => {
        const reading = await connection.availability?.list({ items: ['A'] }, anErpCall());
        expect(reading?.data.items[0]).toMatchObject({
          onHand: { value: '12345678901234567890' },
          available: { value: '0.1000' },
          allocated: { value: '100' },
        });
      },
      { exchanges: [raw('itemAvailability', STOCK)] },
    );
  });

  it('decide whether an invoice is paid in part, one yen of twelve quintillions', async () => {
    await withBc(
      async ({ connection }) => {
        const reading = await connection.invoices?.list({ customer: '10000', limit: 1 }, anErpCall());
        expect(reading?.data.items[0]).toMatchObject({
          status: 'partly-paid',
          open: { amount: '12345678901234567889', currency: 'JPY' },
        });
      },
      { exchanges: [raw('salesInvoices', INVOICES)] },
    );
  });

  it.each([
    ['10010', { amount: '1350', currency: 'JPY' }],
    ['10020', { amount: '4.125', currency: 'KWD' }],
    ['10000', { amount: '12.495', currency: 'USD' }],
  ])('of a price of customer %s follow its currency', async (customer, expected) => {
    await withBc(async ({ connection, server }) => {
      const reading = await connection.prices?.quote(price(customer), anErpCall());
      expect(reading?.data.items[0]).toMatchObject({ unitPrice: expected, quantity: { value: '0.1000', unit: 'EA' } });
      expect(server.requests.at(-1)?.body).toContain('quantity%20eq%200.1000');
    });
  });
});
