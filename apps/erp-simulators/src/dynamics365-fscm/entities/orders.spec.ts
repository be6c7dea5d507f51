import { sumDecimals } from '@headwater/kernel';
import { startFscm, type FscmClient, type Json } from '../testing/fscm-client';

interface TruthLine {
  readonly lineNo: number;
  readonly item: string;
  readonly description: string;
  readonly unit: string;
  readonly ordered: string;
  readonly shipped: string;
  readonly unitPrice: string;
  readonly total: string;
  readonly promisedOn: string;
  readonly status: string;
}

interface TruthRelease {
  readonly index: number;
  readonly number: string;
  readonly state: string;
  readonly total: string;
  readonly carrier: string;
  readonly shippedOn: string | null;
  readonly trackingNumbers: readonly string[];
  readonly lines: readonly { readonly lineNo: number; readonly shipped: string }[];
}

interface TruthOrder {
  readonly number: string;
  readonly company: '1' | '2';
  readonly kind: string;
  readonly status: string;
  readonly customer: string;
  readonly customerName: string;
  readonly customerPo: string;
  readonly orderedOn: string;
  readonly requestedOn: string;
  readonly promisedOn: string;
  readonly currency: string;
  readonly warehouse: string;
  readonly terms: string;
  readonly total: string;
  readonly shipToName: string;
  readonly shipToAddress: { readonly city: string; readonly lines: readonly string[] };
  readonly lines: readonly TruthLine[];
  readonly releases: readonly TruthRelease[];
}

const COMPANY = { '1': 'usmf', '2': 'usrt' } as const;
const STATUS: Readonly<Record<string, string>> = {
  open: 'Backorder',
  'on-hold': 'Backorder',
  picked: 'Backorder',
  'partly-shipped': 'Backorder',
  shipped: 'Delivered',
  invoiced: 'Invoiced',
  closed: 'Invoiced',
  cancelled: 'Canceled',
};

const asNumber = (value: unknown): number => Number(value);
const noon = (day: string): string => `${day}T12:00:00Z`;

describe('sales orders', () => {
  let fscm: FscmClient;
  let truth: readonly TruthOrder[];

  beforeAll(async () => {
    fscm = await startFscm();
    truth = (await fscm.control<{ items: TruthOrder[] }>('truth/orders')).items;
  });
  afterAll(() => fscm.stop());

  const numberOf = (order: TruthOrder): string => order.number.padStart(9, '0');
  const isOrder = ({ kind }: TruthOrder): boolean => kind !== 'quote';

  it('are those of the world, in every version, without its quotations', async () => {
    const quotes = truth.filter((order) => !isOrder(order));
    expect(quotes.length).toBeGreaterThan(0);
    const wanted = truth.filter(isOrder).map((order) => [COMPANY[order.company], numberOf(order)].join());
    for (const set of ['SalesOrderHeadersV2', 'SalesOrderHeadersV3', 'SalesOrderHeadersV4']) {
      const rows = await fscm.rows(set, { $select: 'dataAreaId,SalesOrderNumber' });
      const found = rows.map((row) => [row['dataAreaId'], row['SalesOrderNumber']].join());
      expect(found.toSorted()).toEqual(wanted.toSorted());
    }
  });

  it('say of themselves what the world says', async () => {
    const rows = new Map(
      (await fscm.rows('SalesOrderHeadersV3')).map((row) => [String(row['SalesOrderNumber']), row] as const),
    );
    for (const order of truth.filter(isOrder)) {
      expect(rows.get(numberOf(order))).toMatchObject({
        OrderingCustomerAccountNumber: order.customer,
        InvoiceCustomerAccountNumber: order.customer,
        SalesOrderName: order.customerName,
        CustomersOrderReference: order.customerPo,
        SalesOrderStatus: STATUS[order.status],
        OrderCreationDateTime: expect.stringMatching(new RegExp(`^${order.orderedOn}T`)),
        RequestedReceiptDate: noon(order.requestedOn),
        ConfirmedShippingDate: noon(order.promisedOn),
        CurrencyCode: order.currency,
        DefaultShippingWarehouseId: order.warehouse,
        PaymentTermsName: order.terms,
        DeliveryAddressName: order.shipToName,
        DeliveryAddressCity: order.shipToAddress.city,
        FormattedDelveryAddress: expect.stringContaining(order.shipToAddress.lines[0] ?? ''),
        OrderTotalAmount: asNumber(order.total),
      });
    }
    expect(new Set([...rows.values()].map((row) => row['SalesOrderStatus']))).toEqual(new Set(Object.values(STATUS)));
  });

  it('that were entered later have a later instant', async () => {
    const rows = await fscm.rows('SalesOrderHeadersV2', {
      $orderby: 'OrderCreationDateTime',
      $select: 'SalesOrderNumber',
    });
    // The orders of customers abroad have numbers of their own, whenever they were entered.
    const numbers = rows.map((row) => Number(row['SalesOrderNumber'])).filter((number) => number < 190_000);
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers).toEqual(numbers.toSorted((left, right) => left - right));
  });

  it('have lines that go by their inventory lot, each with a price for so many pieces', async () => {
    const lines = await fscm.rows('SalesOrderLinesV2');
    const byOrder = Map.groupBy(lines, (line) => String(line['SalesOrderNumber']));
    expect(new Set(lines.map((line) => line['InventoryLotId'])).size).toBe(lines.length);
    for (const order of truth.filter(isOrder)) {
      expect((byOrder.get(numberOf(order)) ?? []).map(pickLine)).toEqual(
        order.lines.map((line) => [line.lineNo, line.item, line.unit, Number(line.ordered), Number(line.total)]),
      );
    }
    const prices = new Map(
      truth.flatMap((order) =>
        order.lines.map((line): [string, string] => [`${numberOf(order)}|${line.lineNo}`, line.unitPrice]),
      ),
    );
    for (const line of lines) {
      const unitPrice = prices.get(`${String(line['SalesOrderNumber'])}|${String(line['LineNumber'])}`);
      expect(Number(line['SalesPrice']) / Number(line['SalesPriceQuantity'])).toBeCloseTo(Number(unitPrice), 8);
    }
    const units = new Set(lines.map((line) => line['SalesPriceQuantity']));
    expect(units).toEqual(new Set([1, 100]));
    expect(Object.keys(lines[0] ?? {}).some((name) => /deliver|remain|shipped/i.test(name))).toBe(false);
  });

  const pickLine = (line: Json): readonly unknown[] =>
    ['LineNumber', 'ItemNumber', 'SalesUnitSymbol', 'OrderedSalesQuantity', 'LineAmount'].map((name) => line[name]);

  it('are found with one line by its lot', async () => {
    const [line] = await fscm.rows('SalesOrderLines', { $top: '1', $filter: "dataAreaId eq 'usmf'" });
    const key = `dataAreaId='usmf',InventoryLotId='${String(line?.['InventoryLotId'])}'`;
    expect((await fscm.list(`SalesOrderLines(${key})`)).json).toMatchObject({ ItemNumber: line?.['ItemNumber'] });
    const [order, lineNo] = [line?.['SalesOrderNumber'], line?.['LineNumber']].map(String);
    const wrong = `dataAreaId='usmf',SalesOrderNumber='${order}',LineNumber=${lineNo}`;
    expect((await fscm.list(`SalesOrderLines(${wrong})`)).status).toBe(400);
  });

  it('tell line by line how far the delivery is', async () => {
    const lines = await fscm.rows('SalesOrderLines', { $select: 'SalesOrderNumber,LineNumber,SalesOrderLineStatus' });
    const statuses = new Map(lines.map((line) => [[line['SalesOrderNumber'], line['LineNumber']].join(), line]));
    const split = truth.filter(({ kind, status }) => kind === 'order' && status === 'partly-shipped');
    expect(split.length).toBeGreaterThan(0);
    for (const order of split)
      for (const line of order.lines) {
        const own = statuses.get([numberOf(order), line.lineNo].join())?.['SalesOrderLineStatus'];
        expect(own === 'Backorder').toBe(line.status !== 'shipped');
      }
  });

  it('have a packing slip for each delivery, whose lines add up to what was shipped', async () => {
    const lines = await fscm.rows('SalesPackingSlipLines');
    const shipped = Map.groupBy(lines, (line) => [line['SalesOrderNumber'], line['LineNumber']].join());
    for (const order of truth.filter(isOrder))
      for (const { lineNo, shipped: wanted } of order.lines) {
        const own = shipped.get([numberOf(order), lineNo].join()) ?? [];
        expect(Number(sumDecimals(own.map((line) => String(line['DeliveredQuantity']))))).toBe(Number(wanted));
      }
    const slips = await fscm.rows('SalesPackingSlipHeaders');
    const wanted = truth
      .filter(isOrder)
      .flatMap(({ releases }) => releases.filter(({ shippedOn }) => shippedOn !== null));
    expect(slips.map((slip) => slip['PackingSlipNumber']).toSorted()).toEqual(
      wanted.map(({ number }) => number).toSorted(),
    );
    const dates = new Map(wanted.map(({ number, shippedOn }) => [number, shippedOn]));
    for (const slip of slips)
      expect(slip['DeliveryDate']).toBe(noon(dates.get(String(slip['PackingSlipNumber'])) ?? ''));
  });

  it('give tracking numbers by order, one in a row', async () => {
    const order = truth.find(({ releases }) => releases.some(({ trackingNumbers }) => trackingNumbers.length === 2));
    const $filter = `dataAreaId eq '${COMPANY[order?.company ?? '1']}' and SalesOrderNumber eq '${order?.number.padStart(9, '0')}'`;
    const rows = await fscm.rows('PackingSlipTrackingInformation', { $filter });
    expect(rows.map((row) => [row['PackingSlipNumber'], row['TrackingNumber']])).toEqual(
      order?.releases.flatMap(({ number, trackingNumbers }) => trackingNumbers.map((each) => [number, each])),
    );
    const parcel = await fscm.rows('PackingSlipTrackingInformation', { $filter: "TrackingNumber eq '1Z*'", $top: '1' });
    expect(parcel[0]?.['TrackingURL']).toBe(
      `https://www.ups.com/track?tracknum=${String(parcel[0]?.['TrackingNumber'])}`,
    );
  });
});

describe('an environment that differs', () => {
  it('keeps the purchase order elsewhere, prices per piece, and has not calculated open orders', async () => {
    const fscm = await startFscm(
      { purchaseOrderField: 'requisition', priceUnits: 'per-piece', uncalculatedTotals: 'open-orders' },
      { customers: 20 },
    );
    const status = 'Microsoft.Dynamics.DataEntities.SalesStatus';
    const [open] = await fscm.rows('SalesOrderHeadersV2', {
      $filter: `SalesOrderStatus eq ${status}'Backorder' and CustomerRequisitionNumber ne ''`,
      $top: '1',
    });
    expect(open).toMatchObject({ AreTotalsCalculated: 'No', OrderTotalAmount: 0, CustomersOrderReference: '' });
    const [done] = await fscm.rows('SalesOrderHeadersV2', {
      $filter: `SalesOrderStatus eq ${status}'Invoiced'`,
      $top: '1',
    });
    expect(done?.['AreTotalsCalculated']).toBe('Yes');
    expect(Number(done?.['OrderTotalAmount'])).not.toBe(0);
    expect(await fscm.rows('SalesOrderLines', { $filter: 'SalesPriceQuantity ne 1' })).toEqual([]);
    await fscm.stop();
  });
});
