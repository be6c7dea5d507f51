import { dayOf, expanded, startSap, type Fields, type SapClient } from '../testing/sap-client';

interface TruthLine {
  readonly lineNo: number;
  readonly item: string;
  readonly unit: string;
  readonly ordered: string;
  readonly shipped: string;
  readonly backordered: string;
  readonly unitPrice: string;
  readonly total: string;
  readonly promisedOn: string;
}

interface TruthOrder {
  readonly number: string;
  readonly kind: string;
  readonly company: string;
  readonly customer: string;
  readonly customerPo: string;
  readonly status: string;
  readonly hold: string | null;
  readonly orderedOn: string;
  readonly requestedOn: string;
  readonly total: string;
  readonly currency: string;
  readonly shipTo: string | null;
  readonly shipToName: string;
  readonly shipToAddress: Fields;
  readonly lines: readonly TruthLine[];
  readonly releases: readonly { readonly index: number; readonly state: string; readonly lines: readonly Fields[] }[];
}

const ORDERS = 'API_SALES_ORDER_SRV/A_SalesOrder';

describe('sales orders', () => {
  let sap: SapClient;
  let orders: readonly TruthOrder[] = [];

  beforeAll(async () => {
    sap = await startSap({ pageCap: 10_000 });
    orders = (await sap.truth<{ items: readonly TruthOrder[] }>('orders')).items;
  });
  afterAll(() => sap.stop());

  const find = (which: (order: TruthOrder) => boolean): TruthOrder =>
    orders.find((order) => order.kind === 'order' && which(order))!;
  const read = async (number: string, expand = 'to_Item/to_ScheduleLine,to_Item/to_PricingElement,to_Partner') =>
    (await sap.get(`${ORDERS}('${number}')?$expand=${expand}`)).d;

  it('are those of the world, without quotations and returns', async () => {
    const { rows } = await sap.get(
      `${ORDERS}?$select=SalesOrder,SoldToParty,SalesOrganization,PurchaseOrderByCustomer,TotalNetAmount,TransactionCurrency`,
    );
    const wanted = orders.filter(({ kind }) => kind === 'order').toReversed();
    expect(rows.map(({ __metadata: _, ...row }) => row)).toEqual(
      wanted.map(({ number, customer, company, customerPo, total, currency }) => ({
        SalesOrder: number,
        SoldToParty: customer.length > 10 ? expect.stringMatching(/^C[0-9A-Z]{8}$/) : customer,
        SalesOrganization: company === '1' ? '1010' : '1020',
        PurchaseOrderByCustomer: customerPo,
        TotalNetAmount: total,
        TransactionCurrency: currency,
      })),
    );
    expect(orders.some(({ kind }) => kind !== 'order')).toBe(true);
  });

  it('are found under a sold-to party with letters', async () => {
    const long = find(({ customer }) => customer.length > 10);
    const { SoldToParty: number } = await read(long.number);
    const { rows } = await sap.get(`${ORDERS}?$filter=SoldToParty eq '${String(number)}'&$select=SalesOrder`);
    expect(rows.map((row) => row['SalesOrder'])).toContain(long.number);
  });

  it('have their lines, amounts and quantities', async () => {
    const order = find(({ lines, releases }) => lines.length > 2 && releases.length > 1);
    const items = expanded(await read(order.number), 'to_Item');
    for (const [at, line] of order.lines.entries()) {
      expect(items[at]).toMatchObject({
        SalesOrderItem: String(line.lineNo * 10),
        Material: line.item,
        RequestedQuantityUnit: line.unit,
        NetAmount: line.total,
      });
      expect(Number(items[at]?.['RequestedQuantity'])).toBe(Number(line.ordered));
    }
    expect(Object.keys(items[0] ?? {}).filter((name) => /UnitPrice|^Requested.*Date/.test(name))).toEqual([]);
  });

  it('have their prices in pricing elements, per hundred where a cent is too coarse', async () => {
    const { number } = find(
      ({ status, lines, currency }) => status === 'open' && lines.length > 1 && currency === 'USD',
    );
    await sap.control('change', {
      kind: 'order',
      order: number,
      event: false,
      line: { lineNo: 1, unitPrice: '0.0825' },
    });
    const cheap = await sap.truth<TruthOrder>(`orders/${number}`);
    const items = expanded(await read(number), 'to_Item');
    expect(expanded(items[0], 'to_PricingElement')[0]).toMatchObject({
      ConditionRateValue: '8.25',
      ConditionQuantity: '100',
      ConditionBaseValue: items[0]?.['RequestedQuantity'],
    });
    for (const [at, line] of cheap.lines.entries()) {
      const price = expanded(items[at], 'to_PricingElement').find((element) => element['ConditionType'] === 'PPR0');
      const rate = Number(price?.['ConditionRateValue']) / Number(price?.['ConditionQuantity']);
      expect(rate).toBeCloseTo(Number(line.unitPrice), 6);
      expect(price).toMatchObject({ ConditionAmount: line.total, ConditionInactiveReason: '' });
      expect(String(price?.['ConditionRateValue'])).toMatch(/^\d+\.\d\d$/);
    }
  });

  it('have their dates and deliveries in schedule lines; what was short is unconfirmed', async () => {
    const order = find(
      ({ status, lines }) => status === 'partly-shipped' && lines.some((line) => Number(line.backordered) > 0),
    );
    const items = expanded(await read(order.number), 'to_Item');
    for (const [at, line] of order.lines.entries()) {
      const schedule = expanded(items[at], 'to_ScheduleLine');
      const sum = (name: string) => schedule.reduce((total, row) => total + Number(row[name]), 0);
      expect(sum('DeliveredQtyInOrderQtyUnit')).toBe(Number(line.shipped));
      expect(sum('ScheduleLineOrderQuantity')).toBe(Number(line.ordered));
      expect(sum('ConfdOrderQtyByMatlAvailCheck')).toBe(Number(line.ordered) - Number(line.backordered));
      expect(Number(items[at]?.['ConfdDelivQtyInOrderQtyUnit'])).toBe(Number(line.ordered) - Number(line.backordered));
      expect(dayOf(schedule[0]?.['ConfirmedDeliveryDate'])).toBe(line.promisedOn);
      if (Number(line.backordered) > 0) expect(schedule.at(-1)?.['ConfirmedDeliveryDate']).toBeNull();
    }
    const later = await startSap({ backOrders: 'confirmed-later' });
    const confirmed = (await later.get(`${ORDERS}('${order.number}')?$expand=to_Item/to_ScheduleLine`)).d;
    const short = order.lines.findIndex((line) => Number(line.backordered) > 0);
    const [last] = expanded(expanded(confirmed, 'to_Item')[short], 'to_ScheduleLine').slice(-1);
    expect(dayOf(last?.['ConfirmedDeliveryDate'])).toBe(order.lines[short]?.promisedOn);
    await later.stop();
  });

  it('tell how far they are', async () => {
    const statuses = async (status: string, hold: string | null = null) => {
      const order = find((candidate) => candidate.status === status && candidate.hold === hold);
      const d = await read(order.number);
      return [
        d['OverallSDProcessStatus'],
        d['OverallDeliveryStatus'],
        d['OverallTotalDeliveryStatus'],
        d['OverallSDDocumentRejectionSts'],
        d['DeliveryBlockReason'],
        d['TotalCreditCheckStatus'],
      ];
    };
    expect(await statuses('open')).toEqual(['A', 'A', 'A', 'A', '', 'A']);
    expect(await statuses('picked')).toEqual(['B', 'A', 'A', 'A', '', 'A']);
    expect(await statuses('partly-shipped')).toEqual(['B', 'B', 'B', 'A', '', 'A']);
    expect(await statuses('shipped')).toEqual(['C', 'C', 'C', 'A', '', 'A']);
    expect(await statuses('closed')).toEqual(['C', 'C', 'C', 'A', '', 'A']);
    expect(await statuses('cancelled')).toEqual(['C', '', '', 'C', '', 'A']);
    expect(await statuses('on-hold', 'credit')).toEqual(['A', 'A', 'A', 'A', '', 'B']);
    const { number } = orders.findLast(
      ({ kind, status, hold }) => kind === 'order' && status === 'open' && hold === null,
    )!;
    await sap.control('change', { kind: 'order', order: number, status: 'on-hold', event: false });
    expect(await read(number)).toMatchObject({ DeliveryBlockReason: '01', TotalBlockStatus: 'C' });
  });

  it('name a reason on rejected items', async () => {
    const reasons = async ({ number }: TruthOrder) =>
      expanded(await read(number), 'to_Item').map((item) => item['SalesDocumentRjcnReason']);
    expect(new Set(await reasons(find(({ status }) => status === 'cancelled')))).toEqual(new Set(['61']));
    expect(new Set(await reasons(find(({ status }) => status === 'closed')))).toEqual(new Set(['']));
  });

  it('are complete when billed where bills refer to orders', async () => {
    const related = await startSap({ billing: 'order-related' });
    const shipped = find(({ status }) => status === 'shipped');
    const invoiced = find(({ status }) => status === 'invoiced');
    const statuses = async (client: SapClient, { number }: TruthOrder) => {
      const { d } = await client.get(`${ORDERS}('${number}')`);
      return [d['OverallSDProcessStatus'], d['OverallOrdReltdBillgStatus']];
    };
    expect(await statuses(related, shipped)).toEqual(['B', 'A']);
    expect(await statuses(related, invoiced)).toEqual(['C', 'C']);
    expect(await statuses(sap, invoiced)).toEqual(['C', '']);
    await related.stop();
  });

  it('ship to an address of the customer, or to a partner of its own', async () => {
    const order = find(({ shipTo, customer }) => shipTo !== null && customer.length === 4);
    const partners = expanded(await read(order.number, 'to_Partner/to_Address'), 'to_Partner');
    expect(partners.map((row) => row['PartnerFunction'])).toEqual(['BP', 'PY', 'SH', 'SP']);
    const shipTo = partners.find((row) => row['PartnerFunction'] === 'SH');
    expect(shipTo?.['Customer']).toBe(order.customer);
    expect(expanded(shipTo, 'to_Address')[0]).toMatchObject({
      AddresseeFullName: order.shipToName,
      CityName: order.shipToAddress['city'],
      PostalCode: order.shipToAddress['postalCode'],
    });
    const address = `BusinessPartner='${String(shipTo?.['ReferenceBusinessPartner'])}',AddressID='${String(shipTo?.['AddressID'])}'`;
    const own = await sap.get(`API_BUSINESS_PARTNER/A_BusinessPartnerAddress(${address})`);
    expect(own.d['FullName']).toBe(order.shipToName);
    const separate = await startSap({ shipTos: 'partners' });
    const { d } = await separate.get(
      `${ORDERS}('${order.number}')/to_Partner(SalesOrder='${order.number}',PartnerFunction='SH')`,
    );
    expect(d['Customer']).toMatch(new RegExp(`^5${order.customer}\\d\\d$`));
    const party = await separate.get(`API_BUSINESS_PARTNER/A_Customer('${String(d['Customer'])}')`);
    expect(party.d).toMatchObject({ CustomerName: order.shipToName, CustomerAccountGroup: 'SHIP' });
    await separate.stop();
  });

  it('lead to their deliveries and invoices in newer releases', async () => {
    const order = find(({ releases, status }) => releases.length === 2 && status === 'closed');
    const { rows } = await sap.get(`${ORDERS}('${order.number}')/to_SubsequentProcFlowDoc`);
    expect(rows.map((row) => [row['SubsequentDocumentCategory'], row['SubsequentDocument']])).toEqual([
      ['J', `8${order.number}00`],
      ['M', `9${order.number}00`],
      ['J', `8${order.number}01`],
      ['M', `9${order.number}01`],
    ]);
    const items = await sap.get(
      `API_SALES_ORDER_SRV/A_SalesOrderItmSubsqntProcFlow?$filter=SalesOrder eq '${order.number}' and SubsequentDocumentCategory eq 'J'`,
    );
    const shipped = order.releases.flatMap(({ lines }) => lines.filter((line) => Number(line['shipped']) > 0));
    expect(items.rows).toHaveLength(shipped.length);
    const open = find(({ status }) => status === 'open');
    expect((await sap.get(`${ORDERS}('${open.number}')/to_SubsequentProcFlowDoc`)).rows).toEqual([]);
  });

  it('name the unit three ways', async () => {
    const pairs = find(({ lines }) => lines.some(({ unit }) => unit === 'PR'));
    const items = expanded(await read(pairs.number), 'to_Item');
    const at = pairs.lines.findIndex(({ unit }) => unit === 'PR');
    expect(items[at]).toMatchObject({
      RequestedQuantityUnit: 'PR',
      RequestedQuantitySAPUnit: 'PAA',
      RequestedQuantityISOUnit: 'PR',
    });
  });

  it('change with the world', async () => {
    const order = find(({ status }) => status === 'open');
    await sap.control('change', { kind: 'order', order: order.number, customerPo: 'NEW & OLD', event: false });
    const found = await sap.get(`${ORDERS}?$filter=${encodeURIComponent("PurchaseOrderByCustomer eq 'NEW & OLD'")}`);
    expect(found.rows.map((row) => row['SalesOrder'])).toEqual([order.number]);
    const changed = await sap.get(
      `${ORDERS}?$select=SalesOrder&$filter=${encodeURIComponent("LastChangeDateTime ge datetimeoffset'2026-11-23T11:59:59Z'")}`,
    );
    const numbers = changed.rows.map((row) => row['SalesOrder']);
    expect(numbers).toContain(order.number);
    expect(numbers.length).toBeLessThan(5);
  });
});
