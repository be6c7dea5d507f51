import {
  COMPANY_1,
  errorOf,
  first,
  queryText,
  ROOT,
  startBc,
  type BcClient,
  type BcReply,
} from '../../testing/bc-client';

const CUSTOM = `${ROOT}/api/headwater/crm/v1.0/companies(${COMPANY_1})`;
const CLASSIC = `${ROOT}/ODataV4/Company('Tidewell%20Industrial%20Supply')`;

interface TruthPrice {
  readonly unitPrice: string | null;
  readonly listPrice: string | null;
  readonly discountPercent: string;
  readonly currency: string;
  readonly reason: string;
  readonly validUntil: string | null;
  readonly breaks: readonly { readonly from: string; readonly unitPrice: string }[];
}

interface TruthStock {
  readonly warehouse: string;
  readonly warehouseName: string;
  readonly onHand: string;
  readonly committed: string;
  readonly allocated: string;
  readonly available: string;
  readonly onOrder: string;
  readonly nextReceiptOn: string | null;
  readonly unit: string;
}

describe('what a tenant publishes beside the standard API', () => {
  let bc: BcClient;
  let customer = '';

  beforeAll(async () => {
    bc = await startBc();
    customer = first(
      (await bc.control<{ items: { number: string }[] }>('truth/customers?company=1&active=true')).items,
    ).number;
  });
  afterAll(() => bc.stop());

  const custom = (set: string, query: Readonly<Record<string, string>>): Promise<BcReply> =>
    bc.ask(`${CUSTOM}/${set}${queryText(query)}`);
  const stockOf = async (item: string): Promise<readonly TruthStock[]> =>
    (await bc.control<{ items: TruthStock[] }>(`truth/stock/${encodeURIComponent(item)}`)).items;
  const priceOf = (item: string, qty: string, unit: string): Promise<TruthPrice> =>
    bc.control<TruthPrice>(`truth/price?customer=${customer}&item=${encodeURIComponent(item)}&qty=${qty}&unit=${unit}`);

  it('has stock per location', async () => {
    const item = 'NIP-1/2X3-BLK';
    const levels = await stockOf(item);
    const { value } = await custom('itemAvailability', { $filter: `itemNumber eq '${item}'` });
    const byCode = Map.groupBy(value, (row) => row['locationCode']);
    expect(value).toHaveLength(levels.length);
    for (const level of levels)
      expect(first(byCode.get(level.warehouse) ?? [])).toMatchObject({
        itemNumber: item,
        locationName: level.warehouseName,
        quantityOnHand: Number(level.onHand),
        quantityReserved: Number(level.allocated),
        quantityAvailable: Number(level.available),
        quantityOnPurchaseOrder: Number(level.onOrder),
        nextReceiptDate: level.nextReceiptOn ?? '0001-01-01',
        unitOfMeasureCode: level.unit,
      });
    const two = await custom('itemAvailability', {
      $filter: `(itemNumber eq '${item}' or itemNumber eq '6205-2RS-KB') and locationCode eq 'MAIN'`,
    });
    expect(two.value.map((row) => row['itemNumber']).toSorted()).toEqual(['6205-2RS-KB', item]);
  });

  it('calculates the customer’s price for a quantity, a unit and a day', async () => {
    const truth = await priceOf('6205-2RS-KB', '12', 'EA');
    const filter = `customerNumber eq '${customer}' and itemNumber eq '6205-2RS-KB' and quantity eq 12 and unitOfMeasureCode eq 'EA'`;
    const { value, text } = await custom('customerPrices', { $filter: filter });
    expect(text).toContain(
      `"unitPrice":${String(truth.unitPrice)},"listPrice":${String(truth.listPrice)},"discountPercent":${truth.discountPercent}`,
    );
    expect(value).toEqual([
      expect.objectContaining({
        customerNumber: customer,
        itemNumber: '6205-2RS-KB',
        quantity: 12,
        unitOfMeasureCode: 'EA',
        currencyCode: truth.currency,
        source: truth.reason,
        validTo: truth.validUntil ?? '0001-01-01',
      }),
    ]);
    await bc.control('change', { kind: 'price', customer, item: '6205-2RS-KB', unitPrice: '3.2100', event: false });
    const agreed = await custom('customerPrices', { $filter: filter });
    expect(first(agreed.value)).toMatchObject({ unitPrice: 3.21, source: 'contract' });
    const past = await custom('customerPrices', { $filter: `${filter} and date eq 2020-01-02` });
    expect(first(past.value)).toMatchObject({ date: '2020-01-02' });
    expect(first(past.value)['source']).not.toBe('contract');
    await bc.control('reset', { world: true });
  });

  it('gives breaks as rows of their own, in ascending order', async () => {
    const { items } = await bc.control<{
      items: readonly { number: string; sellingUnit: string; breaks: readonly unknown[]; active: boolean }[];
    }>('truth/items');
    for (const { number, sellingUnit } of items.filter(({ breaks }) => breaks.length > 1)) {
      const { breaks } = await priceOf(number, '1', sellingUnit);
      if (breaks.length < 2) continue;
      const { value } = await custom('customerPriceBreaks', {
        $filter: `customerNumber eq '${customer}' and itemNumber eq '${number}' and quantity eq 1 and unitOfMeasureCode eq '${sellingUnit}'`,
      });
      expect(value.map((row) => [row['minimumQuantity'], row['unitPrice']])).toEqual(
        breaks.map(({ from, unitPrice }) => [Number(from), Number(unitPrice)]),
      );
      return;
    }
    throw new Error('nothing has two breaks for this customer');
  });

  it('has no row where there is no price, and refuses to calculate without a customer and an item', async () => {
    const { items } = await bc.control<{ items: readonly { number: string; listPrice: string | null }[] }>(
      'truth/items',
    );
    for (const { number } of items.filter(({ listPrice }) => listPrice === null)) {
      if ((await priceOf(number, '1', '')).unitPrice !== null) continue;
      const { status, value } = await custom('customerPrices', {
        $filter: `customerNumber eq '${customer}' and itemNumber eq '${number}'`,
      });
      expect([status, value]).toEqual([200, []]);
    }
    const none = await custom('customerPrices', {
      $filter: `customerNumber eq '${customer}' and itemNumber eq 'NO-SUCH'`,
    });
    expect(none.value).toEqual([]);
    const refused = await custom('customerPrices', { $filter: `customerNumber eq '${customer}'` });
    expect([refused.status, errorOf(refused).code]).toEqual([400, 'Application_DialogException']);
  });

  it('names carriers and tracking numbers, one row per parcel, and the carrier alone where there is no number', async () => {
    interface Shipped {
      readonly number: string;
      readonly order: string;
      readonly shippedOn: string | null;
      readonly carrier: string;
      readonly carrierName: string;
      readonly trackingNumbers: readonly string[];
    }
    const { items: orders } = await bc.control<{ items: readonly { number: string; kind: string }[] }>(
      'truth/orders?company=1',
    );
    const shipments: Shipped[] = [];
    for (const { number } of orders.filter(({ kind }) => kind === 'order').slice(0, 250))
      shipments.push(
        ...(await bc.control<{ items: Shipped[] }>(`truth/shipments?order=${number}`)).items.filter(
          ({ shippedOn }) => shippedOn !== null,
        ),
      );
    for (const parcels of [0, 1, 2]) {
      const truth = first(shipments.filter(({ trackingNumbers }) => trackingNumbers.length === parcels));
      for (const filter of [
        `shipmentNumber eq '${truth.number}'`,
        `orderNumber eq '${truth.order}' and shipmentNumber eq '${truth.number}'`,
      ]) {
        const { value } = await custom('shipmentTracking', { $filter: filter });
        expect(value.map((row) => String(row['trackingNumber'])).toSorted()).toEqual(
          parcels === 0 ? [''] : truth.trackingNumbers.toSorted(),
        );
        expect(first(value)).toMatchObject({ shippingAgentCode: truth.carrier, shippingAgentName: truth.carrierName });
      }
    }
  });

  describe('the classic item page', () => {
    const card = (query: Readonly<Record<string, string>>): Promise<BcReply> =>
      bc.ask(`${CLASSIC}/ItemCard${queryText(query)}`);

    it('shows the stock of the location its flow filter names, and of all without one', async () => {
      const levels = await stockOf('6205-2RS-KB');
      const main = first(levels.filter(({ warehouse }) => warehouse === 'MAIN'));
      const { value } = await card({ $filter: "No eq '6205-2RS-KB' and Location_Filter eq 'MAIN'" });
      expect(value).toEqual([
        expect.objectContaining({
          No: '6205-2RS-KB',
          Location_Filter: 'MAIN',
          Inventory: Number(main.onHand),
          Qty_on_Sales_Order: Number(main.committed),
          Qty_on_Purch_Order: Number(main.onOrder),
        }),
      ]);
      const all = await card({ $filter: "No eq '6205-2RS-KB'" });
      expect(first(all.value)['Inventory']).toBe(levels.reduce((sum, { onHand }) => sum + Number(onHand), 0));
      const many = await card({ $filter: "Location_Filter eq 'MAIN'", $top: '3' });
      expect(many.value.map((row) => row['Location_Filter'])).toEqual(['MAIN', 'MAIN', 'MAIN']);
    });

    it('is reached by a number with a slash, and by a company with a space', async () => {
      const { json } = await bc.ask(`${CLASSIC}/ItemCard('NIP-1%2F2X3-BLK')`);
      expect(json).toMatchObject({ No: 'NIP-1/2X3-BLK' });
      expect((await bc.ask(`${CLASSIC}/ItemCard(No='HH%20100R2%2008')`)).json).toMatchObject({ No: 'HH 100R2 08' });
      expect((await bc.ask(`${ROOT}/ODataV4/Company('Nobody')/ItemCard`)).status).toBe(404);
      expect((await bc.ask(`${ROOT}/ODataV4/Company`)).value.map(({ Name }) => Name)).toContain('Tidewell West');
    });
  });
});

describe('a tenant that publishes nothing', () => {
  it('has neither stock per location, nor prices, nor tracking, nor pages', async () => {
    const bc = await startBc({ customSets: ['shipmentTracking'], publishedPages: [] });
    expect((await bc.ask(`${CUSTOM}/shipmentTracking?$top=1`)).status).toBe(200);
    for (const path of [`${CUSTOM}/itemAvailability`, `${CUSTOM}/customerPrices`, `${CLASSIC}/ItemCard`]) {
      const refused = await bc.ask(path);
      expect([refused.status, errorOf(refused).code]).toEqual([404, 'BadRequest_ResourceNotFound']);
    }
    await bc.stop();
  });
});
