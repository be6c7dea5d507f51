import { startFscm, type FscmClient, type Json } from '../testing/fscm-client';
import { receiveNotices, type NoticeReceiver, type ReceivedNotice } from '../testing/notice-receiver';
import type { FscmOptions } from '../options';

interface TruthOrder {
  readonly number: string;
  readonly company: '1' | '2';
  readonly kind: string;
  readonly status: string;
  readonly customer: string;
  readonly total: string;
  readonly releases: readonly { readonly invoice: { readonly total: string } | null }[];
}

interface Attribute {
  readonly key: string;
  readonly value: unknown;
}

const COMPANY = { '1': 'usmf', '2': 'usrt' } as const;

async function startWithReceiver(
  overrides: Partial<FscmOptions> = {},
): Promise<{ readonly fscm: FscmClient; readonly hook: NoticeReceiver }> {
  const fscm = await startFscm(overrides, { customers: 40 });
  const hook = await receiveNotices();
  await fscm.control('webhook', { url: hook.url, secret: 's3cret & more' });
  return { fscm, hook };
}

function attributesOf({ json }: ReceivedNotice): Readonly<Record<string, unknown>> {
  const [input] = json['InputParameters'] as readonly { key: string; value: { Attributes: readonly Attribute[] } }[];
  if (input?.key !== 'Target') throw new Error('the notice has no target');
  return Object.fromEntries(input.value.Attributes.map(({ key, value }) => [key, value]));
}

const idOf = ({ json }: ReceivedNotice): unknown => json['BusinessEventId'];

describe('what the ERP tells by itself', () => {
  let fscm: FscmClient;
  let hook: NoticeReceiver;

  beforeAll(async () => {
    ({ fscm, hook } = await startWithReceiver());
  });
  afterAll(async () => {
    hook.close();
    await fscm.stop();
  });
  beforeEach(() => hook.take());

  const orderWith = async (is: (order: TruthOrder) => boolean): Promise<TruthOrder> => {
    const { items } = await fscm.control<{ items: readonly TruthOrder[] }>('truth/orders');
    const found = items.find((order) => order.kind === 'order' && is(order));
    if (found === undefined) throw new Error('the world has no such order');
    return found;
  };
  const change = async (body: Json): Promise<readonly ReceivedNotice[]> => {
    expect(await fscm.control('change', body)).not.toHaveProperty('error');
    return hook.take();
  };

  it('of a changed order is a data event with its key, and carries the secret as ?code=', async () => {
    const order = await orderWith(({ status }) => status === 'open');
    const [notice, ...more] = await change({ kind: 'order', order: order.number, customerPo: 'PO-NEW' });
    expect(more).toEqual([]);
    expect(notice?.query.get('code')).toBe('s3cret & more');
    expect(notice?.json).toMatchObject({
      BusinessEventId: 'SalesOrderHeaderV4Entity_DataEvent_Update',
      MessageName: 'Update',
      PrimaryEntityName: 'SalesOrderHeaderV4Entity',
      PrimaryEntityId: expect.stringMatching(/^[0-9a-f]{8}-0000-0000-0000-[0-9a-f]{12}$/),
    });
    expect(notice?.headers).toMatchObject({
      'x-request-id': expect.any(String),
      'x-ms-dynamics-organization': expect.any(String),
      'x-ms-dynamics-entity-name': 'SalesOrderHeaderV4Entity',
      'x-ms-dynamics-request-name': 'Update',
      'x-ms-correlation-request-id': expect.any(String),
    });
    const attributes = attributesOf(notice as ReceivedNotice);
    expect(attributes).toMatchObject({
      dataAreaId: COMPANY[order.company],
      SalesOrderNumber: order.number.padStart(9, '0'),
      CustomersOrderReference: 'PO-NEW',
      RequestedShippingDate: expect.stringMatching(/^\/Date\(\d+\)\/$/),
    });
    expect(Object.keys(attributes)).not.toContain('OrderTotalAmount');
  });

  it('of a delivery is a new packing slip and the order it belongs to', async () => {
    const order = await orderWith(({ status }) => status === 'open');
    const notices = await change({ kind: 'shipment', order: order.number, trackingNumbers: ['1Z1'] });
    expect(notices.map(idOf)).toEqual([
      'SalesPackingSlipHeaderEntity_DataEvent_Create',
      'SalesOrderHeaderV4Entity_DataEvent_Update',
    ]);
    expect(attributesOf(notices[0] as ReceivedNotice)).toMatchObject({
      PackingSlipNumber: `${order.number}-00`,
      SalesOrderNumber: order.number.padStart(9, '0'),
    });
    const old = await orderWith(({ status }) => status === 'closed');
    const late = await change({ kind: 'shipment', order: old.number, release: 0, trackingNumbers: ['1Z2'] });
    expect(late.map(idOf)[0]).toBe('SalesPackingSlipHeaderEntity_DataEvent_Update');
  });

  it('of a bill is a business event of its own, once', async () => {
    const order = await orderWith(({ status }) => status === 'open');
    const notices = await change({ kind: 'order', order: order.number, status: 'invoiced' });
    expect(notices.map(idOf)).toEqual(['SalesOrderHeaderV4Entity_DataEvent_Update', 'SalesInvoicePostedBusinessEvent']);
    const event = notices[1] as ReceivedNotice;
    expect(event.json).toMatchObject({
      EventId: expect.any(String),
      EventTime: expect.stringMatching(/^\/Date\(\d+\)\/$/),
      EventTimeIso8601: expect.stringMatching(/Z$/),
      LegalEntity: COMPANY[order.company],
      BusinessEventLegalEntity: COMPANY[order.company],
      InvoiceAccount: order.customer,
      InvoiceId: `${order.number}-00`,
      SalesId: order.number.padStart(9, '0'),
      InvoiceDueDate: expect.stringMatching(/^\/Date\(\d+\)\/$/),
    });
    expect(event.text).toContain(`"InvoiceAmountInAccountingCurrency":${order.total},`);
    expect(event.query.get('code')).toBe('s3cret & more');
    const again = await change({ kind: 'order', order: order.number, customerPo: 'PO-LATER' });
    expect(again.map(idOf)).toEqual(['SalesOrderHeaderV4Entity_DataEvent_Update']);
  });

  it('of a payment is a business event that names the customer and no invoice', async () => {
    const order = await orderWith(({ status }) => status === 'invoiced');
    const paid = order.releases[0]?.invoice?.total;
    const [notice, ...more] = await change({ kind: 'invoice', order: order.number, release: 0, paid });
    expect(more).toEqual([]);
    expect(notice?.json).toMatchObject({
      BusinessEventId: 'CustomerPaymentPostedBusinessEvent',
      CustomerAccount: order.customer,
    });
    expect(notice?.text).not.toContain('InvoiceId');
    expect(await change({ kind: 'invoice', order: order.number, release: 0, disputed: false })).toEqual([]);
  });

  it('of customers, products and prices is a data event each, and of stock nothing', async () => {
    const idsOf = async (body: Json): Promise<readonly unknown[]> => [...new Set((await change(body)).map(idOf))];
    expect(await idsOf({ kind: 'credit', customer: '1001', creditLimit: '1.00' })).toEqual([
      'CustCustomerV3Entity_DataEvent_Update',
    ]);
    expect(await idsOf({ kind: 'customer', customer: '1001', phone: '1' })).toEqual([
      'CustCustomerV3Entity_DataEvent_Update',
    ]);
    const item = '6205-2RS-KB';
    expect(await idsOf({ kind: 'item', item, description: 'Renamed' })).toEqual([
      'EcoResReleasedProductV2Entity_DataEvent_Update',
    ]);
    expect(await idsOf({ kind: 'price', item, unitPrice: '5.00' })).toEqual([
      'EcoResReleasedProductV2Entity_DataEvent_Update',
    ]);
    expect(await idsOf({ kind: 'price', item, unitPrice: '4.00', customer: '1001' })).toEqual([
      'PriceDiscSalesPriceAgreementEntity_DataEvent_Create',
    ]);
    expect(await idsOf({ kind: 'stock', item, warehouse: 'MAIN', onHand: '4' })).toEqual([]);
  });

  it('leaves empty dates out, and tells each company of what both have', async () => {
    const { items } = await fscm.control<{ items: readonly { number: string; active: boolean }[] }>('truth/items');
    const item = items.find(({ active }) => active)?.number;
    const notices = await change({ kind: 'item', item, description: 'Again' });
    const attributes = notices.map(attributesOf);
    expect(attributes.map(({ dataAreaId }) => dataAreaId)).toEqual(['usmf', 'usrt']);
    expect(Object.keys(attributes[0] ?? {})).toContain('SellStartDate');
    expect(Object.keys(attributes[0] ?? {})).not.toContain('SellEndDate');
  });

  it('carries control numbers that rise with gaps', async () => {
    const order = await orderWith(({ status, releases }) => status === 'invoiced' && releases.length === 1);
    const control = async (paid: string): Promise<number> => {
      const [notice] = await change({ kind: 'invoice', order: order.number, release: 0, paid });
      return Number(notice?.json['ControlNumber']);
    };
    const [first, second, third] = [await control('0.01'), await control('0.02'), await control('0.03')];
    expect(second).toBeGreaterThan(first);
    expect(third).toBeGreaterThan(second);
    expect([second - first, third - second].some((gap) => gap > 1)).toBe(true);
  });

  it('reaches every receiver', async () => {
    const second = await receiveNotices();
    await fscm.control('webhook', { url: second.url, secret: 'x' });
    const order = await orderWith(({ status }) => status === 'open');
    const notices = await change({ kind: 'order', order: order.number, status: 'closed' });
    const ids = ['SalesInvoicePostedBusinessEvent', 'CustomerPaymentPostedBusinessEvent'];
    expect(notices.map(idOf).slice(1)).toEqual(ids);
    expect(second.take().map(idOf).slice(1)).toEqual(ids);
    second.close();
  });
});

describe('an environment that differs', () => {
  it('has no data events, so that nobody hears of a changed order, and events of the older shape', async () => {
    const { fscm, hook } = await startWithReceiver({
      dataEvents: 'off',
      businessEventShape: 'classic',
      invoiceEventOrder: 'absent',
      noticeAuth: 'http-header',
    });
    const { items } = await fscm.control<{ items: readonly TruthOrder[] }>('truth/orders?open=true');
    const number = items.find(({ status }) => status === 'open')?.number;
    const told = await fscm.control<{ event: Json }>('change', { kind: 'order', order: number, customerPo: 'X' });
    expect(told.event).toMatchObject({ sent: false, deliveries: [] });
    await fscm.control('change', { kind: 'order', order: number, status: 'invoiced' });
    const [notice] = hook.take();
    expect(notice?.headers['x-headwater-secret']).toBe('s3cret & more');
    expect([...(notice?.query.keys() ?? [])]).toEqual([]);
    for (const name of ['EventTimeIso8601', 'BusinessEventLegalEntity', 'SalesId'])
      expect(notice?.json).not.toHaveProperty(name);
    hook.close();
    await fscm.stop();
  });

  it('names entities as Dataverse does, puts the secret elsewhere, and cuts what is too large', async () => {
    const { fscm, hook } = await startWithReceiver({
      dataEventPrefix: 'mserp_',
      noticeAuth: 'http-query',
      businessEvents: 'off',
      noticeLimitBytes: 2_500,
    });
    await fscm.control('change', { kind: 'item', item: '6205-2RS-KB', description: 'Short' });
    const [small] = hook.take();
    expect(small?.query.get('secret')).toBe('s3cret & more');
    expect(small?.json['PrimaryEntityName']).toBe('mserp_ecoresreleasedproductv2entity');
    expect(Object.keys(attributesOf(small as ReceivedNotice))).toContain('mserp_itemnumber');
    expect(small?.headers['x-ms-dynamics-msg-size-exceeded']).toBeUndefined();
    await fscm.control('change', { kind: 'customer', customer: '1001', phone: '1' });
    const [large] = hook.take();
    expect(large?.headers['x-ms-dynamics-msg-size-exceeded']).toBe('true');
    expect(large?.json).not.toHaveProperty('InputParameters');
    expect(large?.json['BusinessEventId']).toBe('CustCustomerV3Entity_DataEvent_Update');
    hook.close();
    await fscm.stop();
  });
});
