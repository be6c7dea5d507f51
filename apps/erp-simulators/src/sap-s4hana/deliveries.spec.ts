import { dayOf, expanded, startSap, type Fields, type SapClient } from '../testing/sap-client';
import type { SapOptions } from './options';

interface TruthShipment {
  readonly number: string;
  readonly order: string;
  readonly release: number;
  readonly status: string;
  readonly customer: string;
  readonly shippedOn: string | null;
  readonly deliveredOn: string | null;
  readonly promisedOn: string;
  readonly carrier: string;
  readonly carrierName: string;
  readonly trackingNumbers: readonly string[];
  readonly lines: readonly {
    readonly lineNo: number;
    readonly item: string;
    readonly shipped: string;
    readonly shippedBase: string;
  }[];
}

const API = 'API_OUTBOUND_DELIVERY_SRV;v=0002';

describe('deliveries', () => {
  let sap: SapClient;
  let shipments: readonly TruthShipment[] = [];

  beforeAll(async () => {
    sap = await startSap({ pageCap: 10_000 });
    shipments = (await sap.truth<{ items: readonly TruthShipment[] }>('shipments')).items.filter(({ lines }) =>
      lines.every(({ shipped }) => Number(shipped) >= 0),
    );
  });
  afterAll(() => sap.stop());

  const find = (which: (shipment: TruthShipment) => boolean): TruthShipment => shipments.find(which)!;
  const numberOf = ({ order, release }: TruthShipment) => `8${order}${String(release).padStart(2, '0')}`;

  it('of an order are found through their items, as the header has no order number', async () => {
    const shipment = find(({ release, status }) => release === 1 && status === 'delivered');
    const filter = `ReferenceSDDocument eq '${shipment.order}' and ReferenceSDDocumentCategory eq 'C'`;
    const { rows } = await sap.get(`${API}/A_OutbDeliveryItem?$filter=${filter}`);
    const numbers = new Set(rows.map((row) => row['DeliveryDocument']));
    expect(numbers).toEqual(
      new Set(shipments.filter(({ order }) => order === shipment.order).map((other) => numberOf(other))),
    );
    for (const field of ['ReferenceSDDocument', 'SalesOrder'])
      expect((await sap.get(`${API}/A_OutbDeliveryHeader?$filter=${field} eq '1'`)).status).toBe(400);
  });

  it('exist from picking on, and are those of the world', async () => {
    const { rows } = await sap.get(`${API}/A_OutbDeliveryHeader?$select=DeliveryDocument`);
    const wanted = shipments.filter(({ status }) => status !== 'planned').map((shipment) => numberOf(shipment));
    expect(rows.map((row) => row['DeliveryDocument']).toSorted()).toEqual(wanted.toSorted());
    expect(shipments.some(({ status }) => status === 'planned')).toBe(true);
  });

  it('tell what left, when, and whether it arrived', async () => {
    const delivered = find(({ status, lines }) => status === 'delivered' && lines.length > 1);
    const { d } = await sap.get(
      `${API}/A_OutbDeliveryHeader('${numberOf(delivered)}')?$expand=to_DeliveryDocumentItem`,
    );
    expect(d).toMatchObject({
      SoldToParty: delivered.customer,
      OverallGoodsMovementStatus: 'C',
      OverallProofOfDeliveryStatus: 'C',
    });
    expect(dayOf(d['ActualGoodsMovementDate'])).toBe(delivered.shippedOn);
    expect(dayOf(d['DeliveryDate'])).toBe(delivered.promisedOn);
    expect(dayOf(d['ProofOfDeliveryDate'])).toBe(delivered.deliveredOn);
    const items = expanded(d, 'to_DeliveryDocumentItem');
    const wanted = delivered.lines.filter(({ shipped }) => Number(shipped) > 0);
    expect(
      items.map((row) => [
        row['Material'],
        Number(row['ActualDeliveryQuantity']),
        Number(row['ActualDeliveredQtyInBaseUnit']),
      ]),
    ).toEqual(wanted.map(({ item, shipped, shippedBase }) => [item, Number(shipped), Number(shippedBase)]));
    const picked = find(({ status }) => status === 'picked');
    const waiting = await sap.get(`${API}/A_OutbDeliveryHeader('${numberOf(picked)}')`);
    expect(waiting.d).toMatchObject({
      OverallGoodsMovementStatus: 'A',
      ActualGoodsMovementDate: null,
      OverallProofOfDeliveryStatus: '',
    });
  });

  it('name their carrier as a partner, by the function of the system or of its users', async () => {
    const shipment = find(({ status }) => status === 'delivered');
    const partners = async (client: SapClient) =>
      (await client.get(`${API}/A_OutbDeliveryHeader('${numberOf(shipment)}')/to_DeliveryDocumentPartner`)).rows;
    const internal = await partners(sap);
    expect(internal.map((row) => row['PartnerFunction'])).toEqual(['RE', 'RG', 'WE', 'AG', 'SP']);
    expect(internal.at(-1)).toMatchObject({ Supplier: shipment.carrier, Customer: '', SDDocumentItem: '000000' });
    const carrier = await sap.get(`API_BUSINESS_PARTNER/A_BusinessPartner('${shipment.carrier}')`);
    expect(carrier.d).toMatchObject({ BusinessPartnerFullName: shipment.carrierName, Customer: '' });
    const other = await startSap({ deliveryPartnerFunctions: 'external' });
    expect((await partners(other)).map((row) => row['PartnerFunction'])).toEqual(['BP', 'PY', 'SH', 'SP', 'CR']);
    await other.stop();
  });

  it('keep sets that are reached by navigation alone from being listed, filtered or sorted', async () => {
    for (const set of [
      'A_OutbDeliveryPartner',
      'A_OutbDeliveryDocFlow',
      'A_HandlingUnitHeaderDelivery',
      'A_OutbDeliveryHeaderText',
    ])
      expect((await sap.get(`${API}/${set}`)).status).toBe(400);
    const { order, release } = find(({ status }) => status === 'delivered');
    const path = `${API}/A_OutbDeliveryHeader('8${order}0${release}')/to_DeliveryDocumentPartner`;
    expect((await sap.get(`${path}?$filter=PartnerFunction eq 'SP'`)).status).toBe(400);
    expect((await sap.get(`${path}?$orderby=PartnerFunction`)).status).toBe(400);
    expect(
      (await sap.get(`${API}/A_OutbDeliveryPartner(PartnerFunction='SP',SDDocument='8${order}0${release}')`)).status,
    ).toBe(200);
  });

  it('show the flow from the order to the bill', async () => {
    const { order } = find(({ status, release }) => status === 'delivered' && release === 0);
    const item = `A_OutbDeliveryItem(DeliveryDocument='8${order}00',DeliveryDocumentItem='000010')`;
    const { rows } = await sap.get(`${API}/${item}/to_DocumentFlow`);
    expect(
      rows.map((row) => [row['PrecedingDocument'], row['PrecedingDocumentCategory'], row['SubsequentDocument']]),
    ).toEqual([
      [order, 'C', `8${order}00`],
      [`8${order}00`, 'J', `9${order}00`],
    ]);
  });

  describe('keep tracking numbers where the tenant does', () => {
    const two = () => find(({ trackingNumbers }) => trackingNumbers.length === 2);
    const header = async (options: Partial<SapOptions>, expand = '') => {
      const client = await startSap(options);
      const { d } = await client.get(`${API}/A_OutbDeliveryHeader('${numberOf(two())}')${expand}`);
      await client.stop();
      return d;
    };

    it('in the bill of lading, as many as fit', async () => {
      const joined = two().trackingNumbers.join(' ');
      expect(await header({})).toMatchObject({ BillOfLading: joined });
      expect(await header({ trackingSeparator: ' and also by the number ' })).toMatchObject({
        BillOfLading: two().trackingNumbers[0],
      });
    });

    it('in handling units, one for each parcel', async () => {
      const expand = '?$expand=to_HandlingUnitHeaderDelivery/to_HandlingUnitItemDelivery';
      for (const trackingPlace of ['HandlingUnitExternalId', 'HandlingUnitSecondExternalId'] as const) {
        const d = await header({ trackingPlace }, expand);
        expect(d['BillOfLading']).toBe('');
        const units = expanded(d, 'to_HandlingUnitHeaderDelivery');
        expect(units.map((unit) => unit[trackingPlace])).toEqual(two().trackingNumbers);
        expect(expanded(units[0], 'to_HandlingUnitItemDelivery').length).toBeGreaterThan(0);
        expect(d['TotalNumberOfPackage']).toBe('00002');
      }
      const units = expanded(await header({}, expand), 'to_HandlingUnitHeaderDelivery');
      expect(units.map((unit) => String(unit['HandlingUnitExternalId']))).toEqual([
        expect.stringMatching(/^\d{18}$/),
        expect.stringMatching(/^\d{18}$/),
      ]);
    });

    it('in a header text', async () => {
      const d = await header({ trackingPlace: 'HeaderText' }, '?$expand=to_DeliveryDocumentText');
      expect(expanded(d, 'to_DeliveryDocumentText').map((row) => row['TextElementText'])).toEqual([
        two().trackingNumbers.join('\n'),
      ]);
      expect(expanded(await header({}, '?$expand=to_DeliveryDocumentText'), 'to_DeliveryDocumentText')).toEqual([]);
    });

    it('in an extension field', async () => {
      const d = await header({ trackingPlace: 'Extension', trackingSeparator: ',' });
      expect(d).toMatchObject({ YY1_TrackingNumber_DLH: two().trackingNumbers.join(','), BillOfLading: '' });
    });
  });

  it('follow a shipment made in the world', async () => {
    const { items } = await sap.truth<{ items: readonly (Fields & { lines: readonly Fields[] })[] }>(
      'orders?open=true',
    );
    const order = items.find(
      ({ kind, status, lines }) => kind === 'order' && status === 'open' && Number(lines[0]?.['ordered']) > 1,
    );
    const number = String(order?.['number']);
    const read = async () =>
      (await sap.get(`${API}/A_OutbDeliveryItem?$filter=ReferenceSDDocument eq '${number}'`)).rows;
    expect(await read()).toEqual([]);
    const change = {
      kind: 'shipment',
      order: number,
      trackingNumbers: ['1ZNEW'],
      lines: [{ lineNo: 1, shipped: '1' }],
      event: false,
    };
    await sap.control('change', change);
    expect(await read()).toMatchObject([{ ActualDeliveryQuantity: expect.stringMatching(/^1(\.000)?$/) as unknown }]);
    expect((await sap.get(`${API}/A_OutbDeliveryHeader('8${number}00')`)).d['BillOfLading']).toBe('1ZNEW');
  });
});
