import { errorOf, first, startBc, type BcClient, type Json } from '../../testing/bc-client';

interface TruthLine {
  readonly lineNo: number;
  readonly item: string;
  readonly unit: string;
  readonly ordered: string;
  readonly shipped: string;
  readonly unitPrice: string;
  readonly promisedOn: string;
}

interface TruthRelease {
  readonly index: number;
  readonly number: string;
  readonly state: string;
  readonly shippedOn: string | null;
  readonly invoice: { readonly total: string; readonly paid: string } | null;
}

interface TruthOrder {
  readonly number: string;
  readonly kind: string;
  readonly status: string;
  readonly customer: string;
  readonly customerName: string;
  readonly customerPo: string;
  readonly currency: string;
  readonly orderedOn: string;
  readonly requestedOn: string;
  readonly warehouse: string;
  readonly total: string;
  readonly lines: readonly TruthLine[];
  readonly releases: readonly TruthRelease[];
}

const TODAY = '2026-11-23';
const NOON = Date.parse(`${TODAY}T12:00:00Z`);

describe('sales documents of Business Central', () => {
  let bc: BcClient;
  let orders: readonly TruthOrder[];

  beforeAll(async () => {
    bc = await startBc({}, { clock: { now: () => NOON, monotonic: () => NOON } });
    orders = (await bc.control<{ items: TruthOrder[] }>('truth/orders?company=1')).items;
  });
  afterAll(() => bc.stop());

  const find = (is: (order: TruthOrder) => boolean): TruthOrder => first(orders.filter(is));
  const one = async (set: string, number: string, expand = ''): Promise<Json> => {
    const query = { $filter: `number eq '${number}'`, ...(expand === '' ? {} : { $expand: expand }) };
    return first((await bc.list(set, query)).value);
  };
  const numbers = async (set: string, filter?: string): Promise<readonly unknown[]> => {
    const query = { $select: 'number', ...(filter === undefined ? {} : { $filter: filter }) };
    return (await bc.list(set, query)).value.map(({ number }) => number);
  };
  const isLive = ({ kind, releases }: TruthOrder): boolean =>
    kind === 'order' && releases.some(({ state }) => ['open', 'picked', 'shipped'].includes(state));

  describe('orders', () => {
    it('are those that are not fully invoiced, and none that was cancelled', async () => {
      const expected = orders.filter(isLive).map(({ number }) => number);
      expect(expected.length).toBeGreaterThan(20);
      expect((await numbers('salesOrders')).toSorted()).toEqual(expected.toSorted());
    });

    it('say what the world says, digit for digit', async () => {
      const truth = find((order) => isLive(order) && order.currency !== 'USD' && order.lines.length > 1);
      const { text } = await bc.list('salesOrders', {
        $filter: `number eq '${truth.number}'`,
        $expand: 'salesOrderLines',
      });
      expect(text).toContain(`"totalAmountIncludingTax":${truth.total}`);
      const order = first((JSON.parse(text) as { value: Json[] }).value);
      expect(order).toMatchObject({
        number: truth.number,
        externalDocumentNumber: truth.customerPo,
        orderDate: truth.orderedOn,
        requestedDeliveryDate: truth.requestedOn,
        customerNumber: truth.customer,
        customerName: truth.customerName,
        currencyCode: truth.currency,
        totalTaxAmount: 0,
        partialShipping: true,
      });
      expect(order['currencyId']).not.toMatch(/^0{8}-/);
      for (const line of truth.lines) {
        expect(text).toContain(
          `"unitOfMeasureCode":"${line.unit}","quantity":${line.ordered},"unitPrice":${line.unitPrice}`,
        );
      }
      expect(
        (order['salesOrderLines'] as readonly Json[]).map((line) => [
          line['sequence'],
          line['lineObjectNumber'],
          line['lineType'],
          line['shipmentDate'],
        ]),
      ).toEqual(truth.lines.map((line) => [line.lineNo * 10_000, line.item, 'Item', line.promisedOn]));
    });

    it('name the location of each line by its id, and expand it', async () => {
      const truth = find(isLive);
      const order = await one('salesOrders', truth.number, 'salesOrderLines($expand=location,unitOfMeasure)');
      for (const line of order['salesOrderLines'] as readonly Json[])
        expect(line).toMatchObject({
          location: { id: line['locationId'], code: truth.warehouse },
          unitOfMeasure: { id: line['unitOfMeasureId'], code: line['unitOfMeasureCode'] },
        });
    });

    it('carry the code of the local currency, but no id of it', async () => {
      const order = await one(
        'salesOrders',
        find((candidate) => isLive(candidate) && candidate.currency === 'USD').number,
        'currency',
      );
      expect(order).toMatchObject({
        currencyCode: 'USD',
        currencyId: '00000000-0000-0000-0000-000000000000',
        currency: null,
      });
    });

    it('write numbers beyond what a double holds', async () => {
      const truth = find(({ kind, status, lines }) => kind === 'order' && status === 'open' && lines.length === 1);
      const line = { lineNo: 1, ordered: '90071992547409931', unitPrice: '1.01' };
      await bc.control('change', { kind: 'order', order: truth.number, event: false, line });
      const { text } = await bc.list('salesOrders', { $filter: `number eq '${truth.number}'` });
      expect(text).toContain('"totalAmountExcludingTax":90972712472884030.31');
      await bc.control('reset', { world: true });
    });

    it('are in review while on hold, drafts on the day they are entered, and else open', async () => {
      const statuses = new Map((await bc.list('salesOrders')).value.map((order) => [order['number'], order['status']]));
      const held = find(({ kind, status }) => kind === 'order' && status === 'on-hold');
      expect(statuses.get(held.number)).toBe('In_x0020_Review');
      const picked = find(({ kind, status }) => kind === 'order' && status === 'picked');
      expect(statuses.get(picked.number)).toBe('Open');
      const drafts = orders.filter((order) => isLive(order) && order.status === 'open' && order.orderedOn === TODAY);
      expect(drafts.length).toBeGreaterThan(0);
      expect(
        [...statuses]
          .filter(([, status]) => status === 'Draft')
          .map(([number]) => number)
          .toSorted(),
      ).toEqual(drafts.map(({ number }) => number).toSorted());
      const filtered = await numbers('salesOrders', "status eq 'In_x0020_Review'");
      expect(filtered).toContain(held.number);
    });

    it('keep one line through all deliveries: shipped, invoiced and still to come', async () => {
      const truth = find(({ kind, status }) => kind === 'order' && status === 'partly-shipped');
      const order = await one('salesOrders', truth.number, 'salesOrderLines');
      expect(order['fullyShipped']).toBe(false);
      for (const [at, line] of (order['salesOrderLines'] as readonly Json[]).entries()) {
        const [quantity, shipped, toShip, invoiced, toInvoice] = [
          'quantity',
          'shippedQuantity',
          'shipQuantity',
          'invoicedQuantity',
          'invoiceQuantity',
        ].map((name) => Number(line[name]));
        expect([quantity, shipped]).toEqual([Number(truth.lines[at]?.ordered), Number(truth.lines[at]?.shipped)]);
        expect(toShip).toBe(Number(quantity) - Number(shipped));
        expect(toInvoice).toBe(Number(quantity) - Number(invoiced));
      }
    });

    it('shrink to what was shipped when the rest is cancelled, and vanish when nothing is left to bill', async () => {
      const truth = find(({ status, releases }) => status === 'partly-shipped' && releases[0]?.invoice !== null);
      const { id } = await one('salesOrders', truth.number);
      await bc.control('change', { kind: 'order', order: truth.number, status: 'cancelled', event: false });
      expect((await bc.list(`salesOrders(${String(id)})`)).status).toBe(404);
      await bc.control('reset', { world: true });
    });

    it('vanish once they are fully invoiced; invoices and shipments still know them', async () => {
      const truth = find(
        ({ kind, status, releases }) => kind === 'order' && status === 'open' && releases.length === 1,
      );
      const { id } = await one('salesOrders', truth.number);
      await bc.control('change', { kind: 'order', order: truth.number, status: 'shipped', event: false });
      expect((await bc.list(`salesOrders(${String(id)})`)).json).toMatchObject({ fullyShipped: true });
      await bc.control('change', { kind: 'order', order: truth.number, status: 'invoiced', event: false });
      const gone = await bc.list(`salesOrders(${String(id)})`);
      expect([gone.status, errorOf(gone).code]).toEqual([404, 'BadRequest_NotFound']);
      expect(await numbers('salesOrders', `number eq '${truth.number}'`)).toEqual([]);
      const [byNumber, byId] = [`orderNumber eq '${truth.number}'`, `orderId eq ${String(id)}`];
      expect(await numbers('salesInvoices', byNumber)).toEqual([`${truth.number}-00`]);
      expect(await numbers('salesInvoices', byId)).toEqual([`${truth.number}-00`]);
      expect(await numbers('salesShipments', byNumber)).toEqual([`${truth.number}-00`]);
      await bc.control('reset', { world: true });
    });

    it('are found by customer and date, newest first, with a count', async () => {
      const { customer } = find(isLive);
      const from = orders.at(-1)?.orderedOn ?? '';
      const { json, value } = await bc.list('salesOrders', {
        $filter: `customerNumber eq '${customer}' and orderDate ge ${from}`,
        $orderby: 'orderDate desc,number desc',
        $top: '50',
        $count: 'true',
      });
      const expected = orders.filter((order) => isLive(order) && order.customer === customer);
      expect(json['@odata.count']).toBe(expected.length);
      expect(value.map(({ number }) => number)).toEqual(expected.map(({ number }) => number));
      const { customerId } = first(value);
      expect((await bc.list('salesOrders', { $filter: `customerId eq ${String(customerId)}` })).value).toHaveLength(
        expected.length,
      );
    });
  });

  describe('invoices', () => {
    it('are posted ones and drafts in one set', async () => {
      const posted = orders
        .filter(({ kind }) => kind === 'order')
        .flatMap(({ releases }) => releases.filter(({ invoice }) => invoice !== null));
      const drafts = orders
        .filter(({ kind }) => kind === 'order')
        .flatMap(({ releases }) => releases.filter(({ state }) => state === 'shipped'));
      expect(drafts.length).toBeGreaterThan(0);
      expect((await numbers('salesInvoices', "status ne 'Draft'")).toSorted()).toEqual(
        posted.map(({ number }) => number).toSorted(),
      );
      expect((await numbers('salesInvoices', "status eq 'Draft'")).toSorted()).toEqual(
        drafts.map(({ number }) => `D${number}`).toSorted(),
      );
      const draft = await one('salesInvoices', `D${first(drafts).number}`);
      expect(draft).toMatchObject({
        orderNumber: '',
        orderId: '00000000-0000-0000-0000-000000000000',
        promisedPayDate: '0001-01-01',
      });
    });

    it('keep the id of the draft when they are posted', async () => {
      const shipped = find(
        ({ kind, status, releases }) => kind === 'order' && status === 'shipped' && releases.length === 1,
      );
      const draft = await one('salesInvoices', `D${shipped.number}-00`);
      await bc.control('change', { kind: 'order', order: shipped.number, status: 'invoiced', event: false });
      expect((await bc.list(`salesInvoices(${String(draft['id'])})`)).json).toMatchObject({
        number: `${shipped.number}-00`,
        status: 'Open',
        orderNumber: shipped.number,
      });
      await bc.control('reset', { world: true });
    });

    it('say what is open and what is paid, and list what was billed', async () => {
      const { items } = await bc.control<{
        items: readonly {
          number: string;
          status: string;
          open: string;
          total: string;
          dueOn: string;
          issuedOn: string;
          customerPo: string;
        }[];
      }>('truth/invoices?company=1');
      for (const status of ['open', 'partly-paid', 'paid'] as const) {
        const truth = first(items.filter((invoice) => invoice.status === status));
        const { text } = await bc.list('salesInvoices', { $filter: `number eq '${truth.number}'` });
        expect(text).toContain(`"remainingAmount":${truth.open}`);
        expect(text).toContain(`"totalAmountIncludingTax":${truth.total}`);
        expect(first((JSON.parse(text) as { value: Json[] }).value)).toMatchObject({
          status: status === 'paid' ? 'Paid' : 'Open',
          invoiceDate: truth.issuedOn,
          dueDate: truth.dueOn,
          externalDocumentNumber: truth.customerPo,
        });
      }
      const { value } = await bc.list('salesInvoices', {
        $filter: "status eq 'Open'",
        $top: '5',
        $expand: 'salesInvoiceLines',
      });
      for (const invoice of value) {
        const lines = invoice['salesInvoiceLines'] as readonly Json[];
        const sum = lines.reduce((total, line) => total + Number(line['amountExcludingTax']), 0);
        expect(sum).toBeCloseTo(Number(invoice['totalAmountExcludingTax']), 2);
        expect(lines.every((line) => line['documentId'] === invoice['id'])).toBe(true);
      }
    });
  });

  describe('shipments', () => {
    it('are posted deliveries, found by order, without carrier or tracking number', async () => {
      const truth = find(
        ({ kind, releases }) => kind === 'order' && releases.filter(({ shippedOn }) => shippedOn !== null).length > 1,
      );
      const shipped = truth.releases.filter(({ shippedOn }) => shippedOn !== null);
      const { value, text } = await bc.list('salesShipments', {
        $filter: `orderNumber eq '${truth.number}'`,
        $orderby: 'number',
        $expand: 'salesShipmentLines',
      });
      expect(value.map((shipment) => [shipment['number'], shipment['postingDate']])).toEqual(
        shipped.map(({ number, shippedOn }) => [number, shippedOn]),
      );
      expect(text).not.toMatch(/track|agent|carrier/i);
      const lines = value.flatMap((shipment) => shipment['salesShipmentLines'] as readonly Json[]);
      const byItem = Map.groupBy(lines, (line) => line['lineObjectNumber']);
      for (const line of truth.lines)
        expect((byItem.get(line.item) ?? []).reduce((sum, { quantity }) => sum + Number(quantity), 0)).toBe(
          Number(line.shipped),
        );
      expect(lines.every((line) => line['documentNo'] !== '' && Number(line['quantity']) !== 0)).toBe(true);
    });
  });

  describe('quotes and credit memos', () => {
    it('quotes are a set of their own, with lines', async () => {
      const live = orders.filter(({ status }) => status === 'quote');
      expect((await numbers('salesQuotes')).toSorted()).toEqual(live.map(({ number }) => number).toSorted());
      const truth = first(live);
      const quote = await one('salesQuotes', truth.number, 'salesQuoteLines');
      expect(quote).toMatchObject({ totalAmountExcludingTax: Number(truth.total), status: 'Sent' });
      expect(quote['salesQuoteLines']).toHaveLength(truth.lines.length);
    });

    it('what comes back is a credit memo, with positive amounts', async () => {
      const truth = find(({ kind, releases }) => kind === 'return' && releases[0]?.invoice !== null);
      const memo = await one('salesCreditMemos', `${truth.number}-00`, 'salesCreditMemoLines');
      expect(memo).toMatchObject({ totalAmountIncludingTax: -Number(truth.total), customerNumber: truth.customer });
      expect((memo['salesCreditMemoLines'] as readonly Json[]).map((line) => Number(line['quantity']))).toEqual(
        truth.lines.map((line) => -Number(line.ordered)),
      );
    });
  });
});

describe('a tenant whose documents differ', () => {
  it('keeps invoiced orders, has null for an empty date, and answers lines of all documents', async () => {
    const bc = await startBc({ invoicedOrders: 'stay', emptyDate: null, linesWithoutDocument: 'answered' });
    const { items } = await bc.control<{ items: readonly TruthOrder[] }>('truth/orders?company=1');
    const closed = first(items.filter(({ kind, status }) => kind === 'order' && status === 'closed'));
    expect((await bc.list('salesOrders', { $filter: `number eq '${closed.number}'` })).value).toHaveLength(1);
    expect(first((await bc.list('salesInvoices', { $top: '1' })).value)['promisedPayDate']).toBeNull();
    expect((await bc.list('salesInvoices', { $top: '1', $filter: 'promisedPayDate eq null' })).value).toHaveLength(1);
    const { item } = first(closed.lines);
    const lines = await bc.list('salesOrderLines', { $filter: `lineObjectNumber eq '${item}'` });
    expect(lines.value.length).toBeGreaterThan(0);
    await bc.stop();
  });
});
