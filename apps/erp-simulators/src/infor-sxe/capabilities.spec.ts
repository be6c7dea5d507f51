import { rowsOf, startSxe, type Json, type SxeClient } from '../testing/sxe-client';

interface Priced {
  readonly unitPrice: string;
  readonly listPrice: string;
  readonly extended: string;
  readonly reason: string;
  readonly breaks: readonly { readonly from: string; readonly unitPrice: string }[];
}

describe('what SX.e says of prices, stock, customers and receivables', () => {
  let sxe: SxeClient;
  let customer = '';

  beforeAll(async () => {
    sxe = await startSxe();
    const { items } = await sxe.control<{ items: readonly { number: string }[] }>(
      'truth/customers?company=1&active=true',
    );
    customer = items[0]?.number ?? '';
  });
  afterAll(() => sxe.stop());

  const quote = (version: number, rows: readonly Json[], more: Json = {}) =>
    sxe.call(`sxapioepricingmultiplev${version}`, {
      customerNumber: Number(customer),
      getPriceBreaks: true,
      useDefaultWhse: true,
      pricingMethod: 'full',
      tOemultprcinV2: { 't-oemultprcinV2': rows },
      ...more,
    });
  const rowsAsked = [{ seqno: 7, whse: 'MAIN', prod: '6205-2rs-kb', qtyord: 12, unit: 'EA' }];

  it('prices a batch with its breaks, in tables named by the version', async () => {
    const truth = await sxe.control<Priced>(`truth/price?customer=${customer}&item=6205-2RS-KB&qty=12&unit=EA`);
    for (const [version, table] of [
      [4, 'tOemultprcoutV2'],
      [5, 'tOemultprcoutV3'],
    ] as const) {
      const { json } = await quote(version, rowsAsked);
      const [row] = rowsOf(json.response, table);
      expect(row).toMatchObject({
        seqno: 7,
        prod: '6205-2RS-KB',
        price: Number(truth.unitPrice),
        extamt: Number(truth.extended),
        listprice: Number(truth.listPrice),
      });
      const [breaks] = rowsOf(json.response, 'tOemultprcoutbrk');
      expect([breaks?.['quantitybreak1'], breaks?.['pricebreak1'], breaks?.['quantitybreak9']]).toEqual([
        Number(truth.breaks[0]?.from),
        Number(truth.breaks[0]?.unitPrice),
        0,
      ]);
    }
  });

  it('mixes in rows of other warehouses, unpriced and first, when asked for their stock', async () => {
    const { json } = await quote(5, rowsAsked, { checkOtherWhseInventory: true });
    const rows = rowsOf(json.response, 'tOemultprcoutV3');
    expect(rows.length).toBeGreaterThan(1);
    expect(rows[0]).toMatchObject({ price: null, extamt: null });
    expect(rows.at(-1)).toMatchObject({ whse: 'MAIN' });
  });

  it('leaves unknown products out, and falls back to the stocking unit for an unknown unit', async () => {
    const { json } = await quote(5, [
      { ...rowsAsked[0], prod: 'NO-SUCH' },
      { ...rowsAsked[0], unit: 'XX' },
    ]);
    expect(rowsOf(json.response, 'tOemultprcoutV3').map((row) => [row['prod'], row['unit']])).toEqual([
      ['6205-2RS-KB', 'EA'],
    ]);
  });

  it('has no price for what is priced on request', async () => {
    const { items } = await sxe.control<{ items: readonly { number: string; listPrice: string | null }[] }>(
      'truth/items',
    );
    const onRequest = items.find((item) => item.listPrice === null)?.number;
    const { json } = await quote(5, [{ seqno: 1, whse: 'MAIN', prod: onRequest, qtyord: 1, unit: '' }]);
    expect(rowsOf(json.response, 'tOemultprcoutV3')[0]).toMatchObject({ price: null, extamt: null });
  });

  it('knows stock by call, by warehouse list and by table', async () => {
    const { items } = await sxe.control<{ items: readonly { warehouse: string; onHand: string; available: string }[] }>(
      'truth/stock/6205-2RS-KB',
    );
    const main = items.find((level) => level.warehouse === 'MAIN');
    const flat = await sxe.call('sxapiicgetwhseproductdataquantity', { product: '6205-2RS-KB', whse: 'main' });
    expect(flat.json.response).toMatchObject({
      quantityOnHand: Number(main?.onHand),
      netAvailable: Number(main?.available),
    });
    const bulk = await sxe.call('sxapiicgetwhseproductlistv3', { whse: 'MAIN', recordLimit: 50 });
    expect(rowsOf(bulk.json.response, 'tWhseprodlstV3')).toHaveLength(50);
    const { json } = await sxe.fetchWhere({
      TableName: 'icsw',
      WhereClause: "icsw.cono = 1 and icsw.prod = '6205-2RS-KB'",
      BatchSize: 100,
    });
    expect(json['ttblicsw']).toHaveLength(items.length);
  });

  it('finds customers by words, with their details in a bag keyed by the number', async () => {
    const { name } = await sxe.control<{ name: string }>(`truth/customers/${customer}`);
    const { json } = await sxe.call('sxapiargetcustomerlistv3', { keyWord1: name.split(' ')[0], recordLimit: 0 });
    expect(rowsOf(json.response, 'tCustLstV3').map((row) => row['name'])).toContain(name);
    expect(rowsOf(json.response, 'tOutfieldvalue').map((row) => row['level'])).toContain(customer);
    const master = await sxe.call('sxapisfgetcustomermasterv2', {
      customerNumber: Number(customer),
      shipTo: '',
      requestType: 'general',
    });
    expect(master.json.response).toMatchObject({ cErrorMessage: '', customerName: name });
    expect(master.text).not.toContain('customerNumber');
  });

  it('adds up credit and invoices as the world does', async () => {
    const credit = await sxe.control<{ receivables: string; openOrders: string; pastDue: string }>(
      `truth/credit/${customer}?company=1`,
    );
    const { json } = await sxe.call('sxapisfcustomersummary', { customerNumber: Number(customer) });
    const [row] = rowsOf(json.response, 'tCustsummary');
    expect(row).toMatchObject({ amtdue: Number(credit.receivables), openordamt: Number(credit.openOrders) });
    const overdue = [1, 2, 3, 4].reduce((sum, at) => sum + Number(row?.[`ageprd${at}`]), 0);
    expect(overdue).toBeCloseTo(Number(credit.pastDue), 2);
    const list = await sxe.call('sxapiargetinvoicelistv3', {
      customerNumber: Number(customer),
      cStatus: 'OPEN',
      includeInvoices: true,
      includeCreditMemos: true,
    });
    const open = rowsOf(list.json.response, 'tArtransV3').map((invoice) =>
      Number(String(invoice['amtduex']).replace(/[ ,]/g, '')),
    );
    expect(open.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(Number(credit.receivables), 2);
  });
});
