import { dayOf, expanded, startSap, type Fields, type SapClient, type SapReply } from '../testing/sap-client';

interface Priced {
  readonly unitPrice: string | null;
  readonly listPrice: string | null;
  readonly extended: string | null;
  readonly discountPercent: string;
  readonly reason: string;
  readonly currency: string;
  readonly cost: string;
}

const AREA = { SalesOrderType: 'OR', SalesOrganization: '1010', DistributionChannel: '10', OrganizationDivision: '00' };
const SIMULATE = 'API_SALES_ORDER_SIMULATION_SRV/A_SalesOrderSimulation';
const CONDITIONS = 'API_SLSPRICINGCONDITIONRECORD_SRV';

describe('the simulation of an order', () => {
  let sap: SapClient;
  let items: readonly {
    number: string;
    listPrice: string | null;
    active: boolean;
    unit: string;
    units: readonly { unit: string }[];
  }[] = [];

  beforeAll(async () => {
    sap = await startSap();
    items = (await sap.truth<{ items: typeof items }>('items')).items;
  });
  afterAll(() => sap.stop());

  const simulate = (lines: readonly Fields[], more: Fields = {}): Promise<SapReply> =>
    sap.post(SIMULATE, { ...AREA, SoldToParty: '1001', to_Item: lines, to_Pricing: {}, to_Credit: {}, ...more });
  const line = (Material: string, RequestedQuantity: string, RequestedQuantityUnit = 'EA'): Fields => ({
    Material,
    RequestedQuantity,
    RequestedQuantityUnit,
    to_PricingElement: [],
    to_ScheduleLine: [],
  });
  const truth = (item: string, quantity: string, unit = 'EA') =>
    sap.truth<Priced>(`price?customer=1001&item=${encodeURIComponent(item)}&qty=${quantity}&unit=${unit}`);
  const active = (element: Fields) =>
    element['ConditionInactiveReason'] === '' && element['ConditionIsForStatistics'] === false;

  it('answers 201 with nothing saved, and prices every line as the world does', async () => {
    const wanted = items.filter(({ listPrice, unit }, at) => at % 260 === 0 && listPrice !== null && unit === 'EA');
    await sap.control('reset', {});
    const { status, d } = await simulate(wanted.map(({ number }) => line(number, '12')));
    expect(status).toBe(201);
    expect((await sap.control<{ violations: unknown[] }>('log')).violations).toEqual([]);
    const rows = expanded(d, 'to_Item');
    for (const [at, { number }] of wanted.entries()) {
      const price = await truth(number, '12');
      expect(rows[at]).toMatchObject({
        SalesOrderItem: String((at + 1) * 10),
        Material: number,
        NetAmount: price.extended,
        TransactionCurrency: price.currency,
        CostAmount: (Number(price.cost) * 12).toFixed(2),
      });
      const amounts = expanded(rows[at], 'to_PricingElement').filter(active);
      const net = amounts.reduce((sum, element) => sum + Math.round(Number(element['ConditionAmount']) * 100), 0);
      expect(net / 100).toBe(Number(price.extended));
    }
    expect(wanted.length).toBeGreaterThan(10);
    expect(d['to_Pricing']).toMatchObject({
      TotalNetAmount: rows.reduce((sum, row) => sum + Number(row['NetAmount']), 0).toFixed(2),
    });
  });

  it('shows a discount as a percentage beside the list price', async () => {
    const price = await truth('6205-2RS-KB', '12');
    expect(price.reason).not.toBe('contract');
    const { d } = await simulate([line('6205-2RS-KB', '12')]);
    const elements = expanded(expanded(d, 'to_Item')[0], 'to_PricingElement');
    expect(elements).toMatchObject([
      {
        ConditionType: 'PPR0',
        ConditionRateValue: price.listPrice,
        ConditionQuantity: '1',
        ConditionQuantityUnit: 'EA',
      },
      { ConditionRateValue: `-${price.discountPercent}`, ConditionCurrency: '', ConditionCalculationType: 'A' },
      { ConditionType: 'PCIP', ConditionIsForStatistics: true, ConditionRateValue: price.cost },
      { ConditionType: 'TTX1', ConditionAmount: '0.00' },
    ]);
  });

  it('shows an agreed price alone, with the list price superseded', async () => {
    await sap.control('change', {
      kind: 'price',
      customer: '1001',
      item: 'UCP201-OS',
      unitPrice: '4.4321',
      event: false,
    });
    const price = await truth('UCP201-OS', '3');
    const { d } = await simulate([line('UCP201-OS', '3')]);
    const elements = expanded(expanded(d, 'to_Item')[0], 'to_PricingElement');
    expect(elements.slice(0, 2)).toMatchObject([
      { ConditionType: 'PPR0', ConditionInactiveReason: '', ConditionAmount: price.extended },
      { ConditionType: 'PPR0', ConditionInactiveReason: 'A', ConditionRateValue: price.listPrice },
    ]);
    const rate = Number(elements[0]?.['ConditionRateValue']) / Number(elements[0]?.['ConditionQuantity']);
    expect(rate).toBe(Number(price.unitPrice));
  });

  it('has no price for what is priced on request, and warns in a header', async () => {
    const onRequest = items.find(({ listPrice }) => listPrice === null)!;
    const { status, d, headers } = await simulate([line(onRequest.number, '1', onRequest.unit)]);
    expect(status).toBe(201);
    const [row] = expanded(d, 'to_Item');
    expect(row?.['NetAmount']).toBe('0.00');
    expect(expanded(row, 'to_PricingElement')[0]).toMatchObject({
      ConditionType: 'PPR0',
      ConditionInactiveReason: 'X',
    });
    expect(JSON.parse(headers.get('sap-message') ?? '')).toEqual({
      code: 'V1/555',
      message: 'Pricing error: mandatory condition is missing (item 10)',
      severity: 'warning',
      target: '',
      details: [],
    });
  });

  it('sends back only the navigations that stood in the request', async () => {
    const bare = await sap.post(SIMULATE, { ...AREA, SoldToParty: '1001', to_Item: [{ Material: '6205-2RS-KB' }] });
    expect(Object.keys(bare.d).filter((name) => name.startsWith('to_'))).toEqual(['to_Item']);
    expect(Object.keys(expanded(bare.d, 'to_Item')[0] ?? {}).filter((name) => name.startsWith('to_'))).toEqual([]);
    const none = await sap.post(SIMULATE, { ...AREA, SoldToParty: '1001', to_Credit: {} });
    expect(Object.keys(none.d).filter((name) => name.startsWith('to_'))).toEqual(['to_Credit']);
  });

  it('confirms what the plant has, and the rest for the next receipt', async () => {
    const { items: levels } = await sap.truth<{
      items: readonly { warehouse: string; available: string; onOrder: string; nextReceiptOn: string | null }[];
    }>('stock/6205-2RS-KB');
    const coming = levels.find(({ nextReceiptOn, warehouse }) => nextReceiptOn !== null && warehouse !== '300')!;
    const plant = { MAIN: '1110', CHI: '1120', ATL: '1130', DAL: '1140', DEN: '1150' }[coming.warehouse];
    const wanted = String(Number(coming.available) + 1);
    const { d } = await simulate([{ ...line('6205-2RS-KB', wanted), Plant: plant }]);
    const [row] = expanded(d, 'to_Item');
    const schedule = expanded(row, 'to_ScheduleLine');
    expect(schedule.map((entry) => entry['ConfdOrderQtyByMatlAvailCheck'])).toEqual([coming.available, '1']);
    expect(dayOf(schedule[1]?.['ConfirmedDeliveryDate'])).toBe(coming.nextReceiptOn);
    expect(row?.['ConfdDelivQtyInOrderQtyUnit']).toBe(wanted);
  });

  it('checks the credit of the customer', async () => {
    const status = async (customer: string) =>
      ((await simulate([], { SoldToParty: customer })).d['to_Credit'] as Fields)['TotalCreditCheckStatus'];
    await sap.control('change', { kind: 'credit', customer: '1002', onHold: true, event: false });
    await sap.control('change', {
      kind: 'credit',
      customer: '1001',
      creditLimit: '9999999.00',
      onHold: false,
      event: false,
    });
    expect(await status('1001')).toBe('A');
    expect(await status('1002')).toBe('B');
  });

  it('takes quantities as numbers, lists in results, dates of both kinds, padded keys and internal units', async () => {
    const gloves = items.find(({ units, listPrice }) => units[0]?.unit === 'PR' && listPrice !== null)!;
    const { status, d } = await sap.post(SIMULATE, {
      ...AREA,
      SoldToParty: '0000001001',
      PricingDate: `/Date(${Date.parse('2026-11-20')})/`,
      to_Item: {
        results: [
          { SalesOrderItem: '000010', Material: gloves.number, RequestedQuantity: 2, RequestedQuantityUnit: 'PAA' },
        ],
      },
    });
    expect([status, dayOf(d['PricingDate'])]).toEqual([201, '2026-11-20']);
    expect(expanded(d, 'to_Item')[0]).toMatchObject({
      SalesOrderItem: '10',
      RequestedQuantity: '2',
      RequestedQuantityUnit: 'PR',
    });
  });

  it.each<readonly [string, Fields, readonly Fields[]]>([
    ['an unknown material', {}, [{ Material: 'NO-SUCH' }]],
    ['an unknown unit', {}, [{ Material: '6205-2RS-KB', RequestedQuantityUnit: 'XX' }]],
    ['an unknown plant', {}, [{ Material: '6205-2RS-KB', Plant: '9999' }]],
    ['an unknown customer', { SoldToParty: '999999' }, []],
    ['an unknown sales area', { SalesOrganization: '9999' }, []],
    ['another division', { OrganizationDivision: '99' }, []],
    ['no quantity', {}, [{ Material: '6205-2RS-KB', RequestedQuantity: '0' }]],
    ['no material', {}, [{ RequestedQuantity: '1' }]],
    ['an unknown navigation', { to_Nothing: [] }, []],
  ])('refuses the whole order for %s', async (_, more, lines) => {
    expect((await simulate(lines, more)).status).toBe(400);
  });

  it('refuses a body that is none, and cannot be read', async () => {
    expect((await sap.post(SIMULATE, '{"SoldToParty":')).status).toBe(400);
    expect((await sap.post(SIMULATE, '[]')).status).toBe(400);
    expect((await sap.get(SIMULATE)).status).toBe(400);
  });
});

describe('condition records', () => {
  let sap: SapClient;
  beforeAll(async () => {
    sap = await startSap({ pageCap: 10_000 });
    await sap.control('change', {
      kind: 'price',
      customer: '1001',
      item: 'UCP201-OS',
      unitPrice: '0.0825',
      until: '2027-01-31',
      event: false,
    });
  });
  afterAll(() => sap.stop());

  const validity = (filter: string, expand = 'to_SlsPrcgConditionRecord/to_SlsPrcgCndnRecordScale', client = sap) =>
    client.get(`${CONDITIONS}/A_SlsPrcgCndnRecdValidity?$filter=${encodeURIComponent(filter)}&$expand=${expand}`);

  it('hold the agreed prices of a customer, with the keys they hang on', async () => {
    const filter =
      "ConditionType eq 'PPR0' and Customer eq '1001' and Material eq 'UCP201-OS' and SalesOrganization eq '1010' and ConditionValidityEndDate ge datetime'2026-11-23T00:00:00'";
    const { rows } = await validity(filter);
    expect(rows).toHaveLength(1);
    expect([dayOf(rows[0]?.['ConditionValidityStartDate']), dayOf(rows[0]?.['ConditionValidityEndDate'])]).toEqual([
      '2026-11-23',
      '2027-01-31',
    ]);
    expect(rows[0]?.['to_SlsPrcgConditionRecord']).toMatchObject({
      ConditionTable: '305',
      ConditionRateValue: '8.25',
      ConditionRateValueUnit: 'USD',
      ConditionRateAmount: '8.25',
      ConditionCurrency: 'USD',
      ConditionRateRatio: null,
      ConditionRateRatioUnit: '',
      ConditionQuantity: '100',
      ConditionQuantityUnit: 'EA',
    });
  });

  it('hold list prices and quantity discounts for everybody', async () => {
    const item = await sap.truth<{ listPrice: string; breaks: readonly { from: number; percent: number }[] }>(
      'items/6205-2RS-KB',
    );
    const { rows } = await validity("Material eq '6205-2RS-KB' and Customer eq '' and SalesOrganization eq '1020'");
    expect(rows.map((row) => row['ConditionType'])).toEqual(['PPR0', 'DQTY']);
    expect(rows[0]?.['to_SlsPrcgConditionRecord']).toMatchObject({
      ConditionTable: '304',
      ConditionRateValue: item.listPrice,
    });
    const discount = rows[1]?.['to_SlsPrcgConditionRecord'] as Fields;
    expect(discount).toMatchObject({
      ConditionRateValue: '0.000',
      ConditionRateValueUnit: '%',
      ConditionRateAmount: null,
      ConditionRateRatioUnit: '%',
    });
    expect(
      expanded(discount, 'to_SlsPrcgCndnRecordScale').map((row) => [
        row['ConditionScaleQuantity'],
        row['ConditionRateValue'],
      ]),
    ).toEqual(item.breaks.map(({ from, percent }) => [String(from), `-${percent}.000`]));
  });

  it('are found again by their numbers, all of them', async () => {
    const { rows } = await sap.get(
      `${CONDITIONS}/A_SlsPrcgCndnRecdValidity?$filter=SalesOrganization eq '1010' and Customer ne ''`,
    );
    expect(rows.length).toBeGreaterThan(50);
    for (const row of rows.filter((_, at) => at % 20 === 0)) {
      const { d } = await sap.get(
        `${CONDITIONS}/A_SlsPrcgConditionRecord('${String(row['ConditionRecord'])}')/to_SlsPrcgCndnRecdValidity`,
      );
      expect((d['results'] as readonly Fields[])[0]).toMatchObject({
        Customer: row['Customer'],
        Material: row['Material'],
      });
    }
  });

  it('know one shape of rates only in an older release', async () => {
    const old = await startSap({ release: '2020' });
    const { rows } = await validity("Material eq '6205-2RS-KB' and Customer eq ''", 'to_SlsPrcgConditionRecord', old);
    const record = rows[0]?.['to_SlsPrcgConditionRecord'] as Fields;
    expect(record).toHaveProperty('ConditionRateValue');
    expect(record).not.toHaveProperty('ConditionRateAmount');
    await old.stop();
  });
});
