import { anErpCall, type ReplayExchange } from '@headwater/erp-testing';
import { answeringSet, withFscm } from './testing/fscm-connection';

const call = anErpCall();

/** Digits as they stand on the wire, not as a JavaScript number would have them. */
function rows(set: string, ...texts: readonly string[]): ReplayExchange {
  return answeringSet(set, { body: `{"value":[${texts.join(',')}]}` });
}

const NEVER = '1900-01-01T12:00:00Z';

function header(currency: string): string {
  return `{"dataAreaId":"usmf","SalesOrderNumber":"000002","OrderingCustomerAccountNumber":"US-001","SalesOrderStatus":"Invoiced","CurrencyCode":"${currency}","OrderCreationDateTime":"2026-10-02T14:03:11Z","RequestedShippingDate":"${NEVER}","ConfirmedShippingDate":"${NEVER}","SalesOrderLines":[`;
}

function line(fields: string): string {
  return `{"InventoryLotId":"L1","LineNumber":1.0000000000000000,"ItemNumber":"A","SalesUnitSymbol":"EA","SalesOrderLineStatus":"Invoiced",${fields}}`;
}

async function order(currency: string, fields: string) {
  const body = `${header(currency)}${line(fields)}]}`;
  return withFscm(async ({ connection }) => (await connection.orders?.get({ number: '000002' }, call))?.data, {
    exchanges: [answeringSet('SalesOrderHeadersV2', { body })],
  });
}

describe('amounts and quantities', () => {
  it('beyond what a double holds arrive digit for digit', async () => {
    const view = await order(
      'USD',
      '"OrderedSalesQuantity":12345678901234567890,"LineAmount":12345678901234567890.10,"SalesPrice":0.1000,"SalesPriceQuantity":1.00',
    );
    expect(view?.total).toEqual({ amount: '12345678901234567890.10', currency: 'USD' });
    expect(view?.lines[0]).toMatchObject({
      lineNo: '1',
      ordered: { value: '12345678901234567890', unit: 'EA' },
      shipped: { value: '12345678901234567890', unit: 'EA' },
      unitPrice: { amount: '0.1000', currency: 'USD' },
      priceUnit: 'EA',
    });
  });

  it.each([
    ['JPY', '1250', '1250'],
    ['KWD', '1.250', '1.250'],
    ['USD', '10', '10'],
    ['USD', '1e3', '1000'],
    ['USD', '-0.50', '-0.50'],
  ])('of %s keep the scale they came with: %s', async (currency, sent, amount) => {
    const view = await order(currency, `"OrderedSalesQuantity":1.500,"LineAmount":${sent}`);
    expect(view?.lines[0]?.lineTotal).toEqual({ amount, currency });
    expect(view?.lines[0]?.ordered.value).toBe('1.500');
  });

  it('are added up and subtracted without a double in between', async () => {
    const stock = (onHand: string) =>
      `{"dataAreaId":"usmf","ItemNumber":"BRG-6204","InventoryWarehouseId":"11","OnHandQuantity":${onHand},"AvailableOnHandQuantity":0.1,"ReservedOnHandQuantity":0.2,"OrderedQuantity":0,"OnOrderQuantity":0,"AvailableOrderedQuantity":0}`;
    await withFscm(
      async ({ connection }) => {
        const reading = await connection.availability?.list({ items: ['BRG-6204'] }, call);
        expect(reading?.data.items[0]?.onHand.value).toBe('12345678901234567890.30');
        expect(reading?.data.items[0]?.available.value).toBe('0.2');
      },
      { exchanges: [rows('WarehousesOnHandV2', stock('12345678901234567890.1'), stock('0.20'))] },
    );
  });

  it('of open invoices keep three digits where the currency has them', async () => {
    const invoice = `{"dataAreaId":"usmf","InvoiceNumber":"I1","InvoiceDate":"2026-10-01T12:00:00Z","InvoiceCustomerAccountNumber":"US-001","TotalInvoiceAmount":10.500,"CurrencyCode":"KWD"}`;
    const transaction = `{"dataAreaId":"usmf","OrderAccount":"US-001","Invoice":"I1","TransDate":"2026-10-01T12:00:00Z","SettleAmountCur":0.125,"CurrencyCode":"KWD"}`;
    await withFscm(
      async ({ connection }) => {
        const reading = await connection.invoices?.list({ customer: 'US-001', limit: 5 }, call);
        expect(reading?.data.items[0]?.open).toEqual({ amount: '10.375', currency: 'KWD' });
      },
      { exchanges: [rows('SalesInvoiceHeadersV2', invoice), rows('CustTransactions', transaction)] },
    );
  });

  it('of agreements keep their digits, and are divided only where a price is for several', async () => {
    const agreement = (price: string, per: string) =>
      `{"dataAreaId":"usmf","ItemNumber":"BRG-6204","CustomerAccountNumber":"US-001","PriceCustomerGroupCode":"","PriceCurrencyCode":"USD","Price":${price},"SalesPriceQuantity":${per},"QuantityUnitySymbol":"EA","FromQuantity":0,"ToQuantity":0,"PriceApplicableFromDate":"${NEVER}","PriceApplicableToDate":"1900-01-01T00:00:00Z"}`;
    for (const [price, per, amount] of [
      ['0.1000', '1', '0.1000'],
      ['12345678901234567890.10', '1', '12345678901234567890.10'],
      ['0.50', '100', '0.005'],
    ] as const) {
      await withFscm(
        async ({ connection }) => {
          const query = { customer: 'US-001', items: [{ item: 'BRG-6204', quantity: '1' }] };
          const reading = await connection.prices?.quote(query, call);
          expect(reading?.data.items[0]?.unitPrice.amount).toBe(amount);
        },
        { exchanges: [rows('SalesPriceAgreements', agreement(price, per))] },
      );
    }
  });
});
