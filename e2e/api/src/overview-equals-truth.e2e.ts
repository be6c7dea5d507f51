import type {
  AvailabilityView,
  CreditView,
  ErpAnswer,
  InvoiceView,
  PriceView,
  SalesOrderDetailView,
  SalesOrderView,
  Section,
  ShipmentView,
} from '@headwater/erp-contracts';
import { compareDecimals, trimDecimal, type Page } from '@headwater/kernel';
import { accountOf } from '../../../tools/dev/demo-accounts.mts';
import { startProductUnderTest, type ProductUnderTest } from '../../../tools/dev/product-under-test.mts';

interface TruthOrder {
  readonly number: string;
  readonly customer: string;
  readonly customerPo: string;
  readonly status: string;
  readonly total: string;
  readonly lines: readonly { readonly item: string; readonly ordered: string; readonly shipped: string }[];
}

interface Overview {
  readonly sections: {
    readonly credit: readonly Section<CreditView>[];
    readonly orders: readonly Section<Page<SalesOrderView>>[];
    readonly shipments: readonly Section<Page<ShipmentView>>[];
    readonly invoices: readonly Section<Page<InvoiceView>>[];
    readonly prices: readonly Section<Page<PriceView>>[];
    readonly availability: readonly Section<Page<AvailabilityView>>[];
  };
}

const SAMPLES = 12;

describe('an account, compared with what is true in the ERP', () => {
  let product: ProductUnderTest;
  let customers: readonly string[];

  beforeAll(async () => {
    product = await startProductUnderTest();
    const { items } = await product.sxe.truth<{ items: readonly TruthOrder[] }>('orders?company=1&limit=600');
    customers = [...new Set(items.map(({ customer }) => customer))].slice(0, SAMPLES);
  });

  afterAll(() => product.stop());

  it('shows the credit position', async () => {
    await eachAccount(async (customer, { credit }) => {
      const truth = await product.sxe.truth<{ limit: string | null; pastDue: string; onHold: boolean }>(
        `credit/${customer}?company=1`,
      );
      const view = valueOf(credit);
      expect(view.customer).toBe(customer);
      expect(view.onHold).toBe(truth.onHold);
      expectAmount(view.pastDue.amount, truth.pastDue);
      if (truth.limit !== null) expectAmount(view.limit?.amount, truth.limit);
    });
  });

  it('shows its newest orders with totals, POs and statuses', async () => {
    await eachAccount(async (customer, { orders }) => {
      const truth = await ordersOf(customer);
      const shown = valueOf(orders).items;
      expect(shown.length).toBe(Math.min(10, truth.length));
      for (const order of shown) {
        const true_ = truth.find(({ number }) => number === order.number);
        expect(order.number).toBe(true_?.number);
        expectAmount(order.total.amount, true_?.total ?? '');
        expect(order.customerPo ?? '').toBe(true_?.customerPo ?? '');
        expect(order.customer).toBe(customer);
      }
    });
  });

  it('shows an order with its lines, as ordered and as shipped', async () => {
    for (const customer of customers) {
      const [truth] = await ordersOf(customer);
      if (truth === undefined) throw new Error(`customer ${customer} has an order`);
      const answer = await product.rep.get<ErpAnswer<SalesOrderDetailView>>(
        `/api/erp/connections/${product.connectionId}/orders/${truth.number}`,
      );
      const lines = answer.data.lines.map(({ item, ordered, shipped }) => [
        item,
        trimDecimal(ordered.value),
        trimDecimal(shipped.value),
      ]);
      expect(lines).toEqual(
        truth.lines.map(({ item, ordered, shipped }) => [item, trimDecimal(ordered), trimDecimal(shipped)]),
      );
    }
  });

  it('shows the stock of what it buys', async () => {
    await eachAccount(async (_, { availability }) => {
      for (const view of valueOf(availability).items) {
        const { items } = await product.sxe.truth<{
          items: readonly { warehouse: string; onHand: string; allocated: string; available: string }[];
        }>(`stock/${encodeURIComponent(view.item)}`);
        const truth = items.find(({ warehouse }) => warehouse === view.warehouse);
        expectAmount(view.onHand.value, truth?.onHand ?? '');
        expectAmount(view.available.value, truth?.available ?? '');
      }
    });
  });

  it('shows the prices it pays', async () => {
    await eachAccount(async (customer, { prices }) => {
      for (const view of valueOf(prices).items) {
        const truth = await product.sxe.truth<{ unitPrice: string }>(
          `price?customer=${customer}&item=${encodeURIComponent(view.item)}&qty=${view.quantity.value}&unit=${view.unit}`,
        );
        expectAmount(view.unitPrice.amount, truth.unitPrice);
        expect(view.indicative).toBe(false);
      }
    });
  });

  it('shows what is still to be paid', async () => {
    await eachAccount(async (customer, { invoices }) => {
      const { items } = await product.sxe.truth<{ items: readonly { number: string; open: string; total: string }[] }>(
        `invoices?customer=${customer}&company=1&open=true`,
      );
      for (const invoice of valueOf(invoices).items) {
        const truth = items.find(({ number }) => digitsOf(number) === digitsOf(invoice.number));
        expectAmount(invoice.open.amount, truth?.open ?? '');
        expectAmount(invoice.total.amount, truth?.total ?? '');
      }
    });
  });

  it('shows what has shipped, with its tracking numbers', async () => {
    await eachAccount(async (customer, { shipments }) => {
      const { items } = await product.sxe.truth<{
        items: readonly { number: string; trackingNumbers: readonly string[]; shippedOn: string | null }[];
      }>(`shipments?customer=${customer}&company=1`);
      for (const shipment of valueOf(shipments).items) {
        const truth = items.find(({ number }) => digitsOf(number) === digitsOf(shipment.number));
        expect(shipment.trackingNumbers.map(({ number }) => number)).toEqual(truth?.trackingNumbers);
        expect(shipment.shippedOn ?? null).toBe(truth?.shippedOn);
      }
    });
  });

  async function ordersOf(customer: string): Promise<readonly TruthOrder[]> {
    const { items } = await product.sxe.truth<{ items: readonly TruthOrder[] }>(
      `orders?customer=${customer}&company=1&limit=200`,
    );
    return items;
  }

  async function eachAccount(
    check: (customer: string, sections: Overview['sections']) => Promise<void>,
  ): Promise<void> {
    for (const customer of customers) {
      const account = await accountOf(product.rep, customer);
      const { sections } = await product.rep.get<Overview>(`/api/accounts/${account.id}/erp`);
      await check(customer, sections);
    }
  }

  /** Of the link to company 1; each value carries where it came from and how old it is. */
  function valueOf<T>(links: readonly Section<T>[]): T {
    const section = links.find(({ source }) => source.connectionId === product.connectionId);
    if (section?.status !== 'ok') throw new Error(`expected a value, got ${JSON.stringify(section)}`);
    expect(section.source).toMatchObject({ adapter: 'infor-sxe', company: '1' });
    expect(section.freshness.asOf).toMatch(/^\d{4}-\d\d-\d\dT/);
    return section.data;
  }
});

function expectAmount(shown: string | undefined, truth: string): void {
  expect({ shown, equal: shown !== undefined && truth !== '' && compareDecimals(shown, truth) === 0, truth }).toEqual({
    shown,
    equal: true,
    truth,
  });
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, '');
}
