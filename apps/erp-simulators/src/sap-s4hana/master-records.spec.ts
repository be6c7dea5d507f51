import { expanded, startSap, type Fields, type SapClient } from '../testing/sap-client';

interface TruthCustomer {
  readonly number: string;
  readonly name: string;
  readonly companies: readonly string[];
  readonly address: {
    readonly lines: readonly string[];
    readonly city: string;
    readonly region: string;
    readonly postalCode: string;
    readonly country: string;
  };
  readonly phone: string;
  readonly email: string;
  readonly terms: string;
  readonly currency: string;
  readonly priceGroup: string;
  readonly salesperson: string;
  readonly active: boolean;
  readonly onHold: boolean;
  readonly creditLimit: string | null;
  readonly shipTos: readonly { readonly name: string; readonly address: { readonly city: string } }[];
}

const PARTNERS = 'API_BUSINESS_PARTNER';

describe('business partners and customers', () => {
  let sap: SapClient;
  let customers: readonly TruthCustomer[] = [];

  beforeAll(async () => {
    sap = await startSap({ pageCap: 10_000, creditApi: 'active' });
    customers = (await sap.truth<{ items: readonly TruthCustomer[] }>('customers')).items;
  });
  afterAll(() => sap.stop());

  it('share their numbers, but not always', async () => {
    const { rows } = await sap.get(
      `${PARTNERS}/A_BusinessPartner?$filter=Customer ne ''&$select=BusinessPartner,Customer`,
    );
    expect(rows).toHaveLength(customers.length);
    const pairs = rows.map((row) => [String(row['Customer']), String(row['BusinessPartner'])] as const);
    const differing = pairs.filter(([customer, partner]) => customer !== partner);
    expect(differing.length).toBeGreaterThan(5);
    expect(differing.every(([customer, partner]) => partner === String(9_000_000 + Number(customer)))).toBe(true);
    for (const [customer, partner] of differing.slice(0, 3)) {
      const { d } = await sap.get(`${PARTNERS}/A_BusinessPartner('${partner}')?$expand=to_Customer`);
      expect(d['to_Customer']).toMatchObject({ Customer: customer });
      expect((await sap.get(`${PARTNERS}/A_BusinessPartner('${customer}')`)).status).toBe(404);
    }
    const same = await startSap({ businessPartnerNumbers: 'same' });
    expect((await same.get(`${PARTNERS}/A_BusinessPartner('1005')`)).d['Customer']).toBe('1005');
    await same.stop();
  });

  it('are all there by their names, addresses and ways to reach them', async () => {
    const expand =
      'to_BusinessPartnerAddress/to_EmailAddress,to_BusinessPartnerAddress/to_PhoneNumber,to_BusinessPartnerAddress/to_AddressUsage';
    for (const customer of customers.filter((_, at) => at % 9 === 0)) {
      const { rows } = await sap.get(
        `${PARTNERS}/A_BusinessPartner?$filter=Customer eq '${customer.number}'&$expand=${expand}`,
      );
      expect(rows[0]).toMatchObject({
        BusinessPartnerFullName: customer.name,
        SearchTerm1: customer.name.toUpperCase().slice(0, 20),
      });
      const [own, ...shipTos] = expanded(rows[0], 'to_BusinessPartnerAddress');
      expect(own).toMatchObject({
        StreetName: customer.address.lines[0],
        CityName: customer.address.city,
        Region: customer.address.region,
        PostalCode: customer.address.postalCode,
        Country: customer.address.country,
      });
      expect(expanded(own, 'to_EmailAddress')[0]).toMatchObject({ EmailAddress: customer.email });
      expect(expanded(own, 'to_PhoneNumber')[0]).toMatchObject({ PhoneNumber: customer.phone });
      expect(expanded(own, 'to_AddressUsage')[0]).toMatchObject({ AddressUsage: 'XXDEFAULT' });
      expect(shipTos.map((row) => [row['FullName'], row['CityName']])).toEqual(
        customer.shipTos.map(({ name, address }) => [name, address.city]),
      );
    }
  });

  it('are found by a search term in capitals', async () => {
    const [word = ''] = customers[3]?.name.split(' ') ?? [];
    const find = async (filter: string) =>
      (await sap.get(`${PARTNERS}/A_BusinessPartner?$filter=${encodeURIComponent(filter)}`)).rows.map(
        (row) => row['BusinessPartnerFullName'],
      );
    expect(await find(`substringof('${word.toUpperCase()}',SearchTerm1)`)).toContain(customers[3]?.name);
    expect(await find(`substringof('${word.toLowerCase()}',SearchTerm1)`)).toEqual([]);
    expect(await find(`substringof('${word}',BusinessPartnerFullName)`)).toContain(customers[3]?.name);
    expect(await find(`substringof('${word.toUpperCase()}',BusinessPartnerFullName)`)).toEqual([]);
  });

  it('are sold to per area, with terms, currency and blocks', async () => {
    const both = customers.find(({ companies }) => companies.length === 2)!;
    const { rows } = await sap.get(`${PARTNERS}/A_Customer('${both.number}')/to_CustomerSalesArea`);
    expect(rows.map((row) => row['SalesOrganization'])).toEqual(['1010', '1020']);
    expect(rows[0]).toMatchObject({
      DistributionChannel: '10',
      Division: '00',
      Currency: both.currency,
      CustomerPaymentTerms: both.terms,
      CustomerPriceGroup: both.priceGroup,
      SalesGroup: both.salesperson,
    });
    const held = customers.find(({ onHold, number }) => onHold && number.length === 4)!;
    const area = `Customer='${held.number}',SalesOrganization='10${held.companies[0] ?? ''}0',DistributionChannel='10',Division='00'`;
    expect((await sap.get(`${PARTNERS}/A_CustomerSalesArea(${area})`)).d).toMatchObject({
      OrderIsBlockedForCustomer: '',
      DeliveryIsBlockedForCustomer: '01',
    });
    await sap.control('change', { kind: 'customer', customer: '1004', active: false, event: false });
    expect((await sap.get(`${PARTNERS}/A_Customer('1004')`)).d['OrderIsBlockedForCustomer']).toBe('01');
    expect((await sap.get(`${PARTNERS}/A_CustomerCompany(Customer='1004',CompanyCode='1010')`)).d).toHaveProperty(
      'PaymentTerms',
    );
  });

  it('have ship-tos as partners of their own on other systems, found under each address they have', async () => {
    const separate = await startSap({ shipTos: 'partners', pageCap: 10_000 });
    const [customer] = customers;
    const { rows } = await separate.get(
      `${PARTNERS}/A_CustSalesPartnerFunc?$filter=Customer eq '${customer?.number ?? ''}' and SalesOrganization eq '1010' and PartnerFunction eq 'SH'`,
    );
    expect(rows).toHaveLength(customer?.shipTos.length ?? 0);
    for (const row of rows) {
      const party = await separate.get(
        `${PARTNERS}/A_BusinessPartner?$filter=Customer eq '${String(row['BPCustomerNumber'])}'&$expand=to_BusinessPartnerAddress`,
      );
      const addresses = expanded(party.rows[0], 'to_BusinessPartnerAddress');
      expect(addresses).toHaveLength(1);
      expect(customer?.shipTos.map(({ name }) => name)).toContain(addresses[0]?.['FullName']);
    }
    const all = await separate.get(`${PARTNERS}/A_Customer?$select=Customer`);
    const numbers = all.rows.map((row) => row['Customer']);
    expect(new Set(numbers).size).toBe(
      customers.length + customers.reduce((sum, { shipTos }) => sum + shipTos.length, 0),
    );
    await separate.stop();
  });

  it('have their credit elsewhere, under the number of the business partner', async () => {
    for (const customer of customers.filter(({ number }) => ['1001', '1005'].includes(number))) {
      const truth = await sap.truth<{ used: string; limit: string | null }>(`credit/${customer.number}?company=1`);
      const partner = customer.number === '1005' ? '9001005' : customer.number;
      const { d } = await sap.get(
        `API_CRDTMBUSINESSPARTNER/CreditManagementAccount(BusinessPartner='${partner}',CreditSegment='1010')`,
      );
      expect(d).toMatchObject({
        CreditLimitAmount: truth.limit ?? '0.00',
        CreditSegmentCurrency: customer.currency,
        CreditExposureAmount: truth.used,
        CreditAccountIsBlocked: customer.onHold,
      });
    }
    const { rows } = await sap.get("API_CRDTMBUSINESSPARTNER/CreditMgmtBusinessPartner('1001')/to_CreditAccount");
    expect(rows.map((row) => row['CreditSegment'])).toEqual(['1010', '1020']);
  });
});

describe('products', () => {
  let sap: SapClient;
  let items: readonly (Fields & {
    number: string;
    description: string;
    units: readonly { unit: string; factor: number }[];
  })[] = [];

  beforeAll(async () => {
    sap = await startSap({ pageCap: 10_000 });
    items = (await sap.truth<{ items: typeof items }>('items')).items;
  });
  afterAll(() => sap.stop());

  it('are those of the world, without their descriptions', async () => {
    const { rows } = await sap.get('API_PRODUCT_SRV/A_Product?$orderby=Product');
    expect(
      rows.map(({ Product, BaseUnit, ProductGroup, CrossPlantStatus, ProductStandardID }) => [
        Product,
        BaseUnit,
        ProductGroup,
        CrossPlantStatus,
        ProductStandardID,
      ]),
    ).toEqual(
      items
        .map((item) => [
          item.number,
          item['unit'],
          item['category'],
          item['active'] === true ? '' : '01',
          item['gtin'] ?? '',
        ])
        .toSorted(([left], [right]) => (String(left) < String(right) ? -1 : 1)),
    );
    expect(rows[0]).not.toHaveProperty('ProductDescription');
  });

  it('have descriptions per language, of forty letters', async () => {
    const long = items.find(({ description }) => description.length > 40)!;
    const { rows } = await sap.get(`API_PRODUCT_SRV/A_Product('${long.number}')/to_Description`);
    expect(rows.map((row) => [row['Language'], row['ProductDescription']])).toEqual([
      ['EN', long.description.slice(0, 40)],
      ['DE', `Art. ${long.description}`.slice(0, 40)],
    ]);
  });

  it('are found by words of the description set', async () => {
    const filter = "substringof('ball bearing',ProductDescription) and Language eq 'EN'";
    const { rows } = await sap.get(
      `API_PRODUCT_SRV/A_ProductDescription?$filter=${encodeURIComponent(filter)}&$select=Product`,
    );
    const wanted = items.filter(({ description }) => description.slice(0, 40).includes('ball bearing'));
    expect(rows.map((row) => row['Product']).toSorted()).toEqual(wanted.map(({ number }) => number).toSorted());
    expect(wanted.length).toBeGreaterThan(10);
  });

  it('have units, plants and sales areas', async () => {
    const boxed = items.find(({ units }) => units.length > 1)!;
    const expand = 'to_ProductUnitsOfMeasure,to_Plant,to_SalesDelivery';
    const { d } = await sap.get(`API_PRODUCT_SRV/A_Product('${encodeURIComponent(boxed.number)}')?$expand=${expand}`);
    expect(
      expanded(d, 'to_ProductUnitsOfMeasure').map((row) => [
        row['AlternativeUnit'],
        row['QuantityNumerator'],
        row['QuantityDenominator'],
      ]),
    ).toEqual(boxed.units.map(({ unit, factor }) => [unit, String(factor), '1']));
    expect(expanded(d, 'to_SalesDelivery').map((row) => row['ProductSalesOrg'])).toEqual(['1010', '1020']);
    const levels = await sap.truth<{ items: readonly unknown[] }>(`stock/${encodeURIComponent(boxed.number)}`);
    expect(expanded(d, 'to_Plant')).toHaveLength(levels.items.length);
    const { rows } = await sap.get(
      `API_PRODUCT_SRV/A_ProductPlant?$filter=Product eq '${boxed.number}' and Plant eq '1110'`,
    );
    expect(rows).toHaveLength(1);
  });
});
