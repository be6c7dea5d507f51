import { first, startBc, type BcClient, type Json } from '../../testing/bc-client';

interface TruthCustomer {
  readonly number: string;
  readonly name: string;
  readonly companies: readonly string[];
  readonly active: boolean;
  readonly onHold: boolean;
  readonly creditLimit: string | null;
  readonly currency: string;
  readonly phone: string;
  readonly email: string;
  readonly salesperson: string;
  readonly terms: string;
  readonly address: {
    readonly lines: readonly string[];
    readonly city: string;
    readonly region: string;
    readonly postalCode: string;
    readonly country: string;
  };
}

interface TruthItem {
  readonly number: string;
  readonly description: string;
  readonly description2: string;
  readonly listPrice: string | null;
  readonly cost: string;
  readonly unit: string;
  readonly category: string;
  readonly gtin: string | null;
  readonly active: boolean;
}

describe('master records of Business Central', () => {
  let bc: BcClient;
  let customers: readonly TruthCustomer[];
  let items: readonly TruthItem[];

  beforeAll(async () => {
    bc = await startBc();
    customers = (await bc.control<{ items: TruthCustomer[] }>('truth/customers?company=1')).items;
    items = (await bc.control<{ items: TruthItem[] }>('truth/items')).items;
  });
  afterAll(() => bc.stop());

  const customerRecord = async (number: string, expand = ''): Promise<Json> => {
    const query = { $filter: `number eq '${number}'`, ...(expand === '' ? {} : { $expand: expand }) };
    return first((await bc.list('customers', query)).value);
  };

  describe('customers', () => {
    it('are those the company sells to, flat, with what the world knows of them', async () => {
      const { value, text } = await bc.list('customers');
      expect(value.map(({ number }) => String(number)).toSorted()).toEqual(
        customers.map(({ number }) => number).toSorted(),
      );
      for (const truth of customers) {
        const record = first(value.filter(({ number }) => number === truth.number));
        expect(record).toMatchObject({
          displayName: truth.name,
          addressLine1: truth.address.lines[0],
          addressLine2: truth.address.lines[1] ?? '',
          city: truth.address.city,
          state: truth.address.region,
          postalCode: truth.address.postalCode,
          country: truth.address.country,
          phoneNumber: truth.phone,
          email: truth.email,
          salespersonCode: truth.salesperson,
          currencyCode: truth.currency,
        });
      }
      const limited = first(customers.filter(({ creditLimit }) => creditLimit !== null));
      expect(text).toContain(`"creditLimit":${limited.creditLimit}`);
    });

    it('have a limit of 0 where none is set, and are blocked for shipping on hold, for everything once they left', async () => {
      const record = async (is: (truth: TruthCustomer) => boolean) =>
        customerRecord(first(customers.filter(is)).number);
      expect(await record(({ creditLimit }) => creditLimit === null)).toMatchObject({ creditLimit: 0 });
      expect(await record(({ active, onHold }) => active && onHold)).toMatchObject({ blocked: 'Ship' });
      expect(await record(({ active }) => !active)).toMatchObject({ blocked: 'All' });
      expect(await record(({ active, onHold }) => active && !onHold)).toMatchObject({ blocked: '_x0020_' });
      const free = await bc.list('customers', { $filter: "blocked eq '_x0020_'", $select: 'number' });
      expect(free.value).toHaveLength(customers.filter(({ active, onHold }) => active && !onHold).length);
    });

    it('are searched with one call per field', async () => {
      const { name, number, email } = first(customers);
      const found = async ($filter: string, more: Readonly<Record<string, string>> = {}) =>
        (await bc.list('customers', { $filter, ...more })).value.map((customer) => customer['number']);
      const word = String(name.split(' ')[0]);
      expect(await found(`contains(displayName,'${word}')`)).toContain(number);
      expect(await found(`contains(displayName,'${word.toLowerCase()}')`)).toEqual([]);
      expect(
        await found(`contains(tolower(displayName),'${word.toLowerCase()}')`, { $schemaversion: '2.1' }),
      ).toContain(number);
      expect(await found(`startswith(number,'${number}')`)).toContain(number);
      expect(await found(`email eq '${email}'`)).toContain(number);
      expect((await bc.list('customers', { $filter: `number eq '${number}' or email eq '${email}'` })).status).toBe(
        400,
      );
    });

    it('point to their terms and, in a foreign currency only, to their currency', async () => {
      const home = await customerRecord(
        first(customers.filter(({ currency }) => currency === 'USD')).number,
        'currency,paymentTerm',
      );
      expect(home).toMatchObject({
        currency: null,
        currencyId: '00000000-0000-0000-0000-000000000000',
        currencyCode: 'USD',
      });
      const truth = first(customers.filter(({ currency }) => currency === 'EUR'));
      const abroad = await customerRecord(truth.number, 'currency,paymentTerm,shipmentMethod');
      expect(abroad).toMatchObject({
        currency: { code: 'EUR', id: abroad['currencyId'] },
        paymentTerm: { code: truth.terms, id: abroad['paymentTermsId'] },
        shipmentMethod: { id: abroad['shipmentMethodId'] },
      });
    });

    it('carry the moment of their last change', async () => {
      const { number } = first(customers);
      const before = new Date().toISOString();
      await bc.control('change', { kind: 'customer', customer: number, phone: '(999) 555-0123', event: false });
      const { value } = await bc.list('customers', { $filter: `lastModifiedDateTime ge ${before}` });
      expect(value.map((customer) => [customer['number'], customer['phoneNumber']])).toEqual([
        [number, '(999) 555-0123'],
      ]);
    });
  });

  describe('receivables', () => {
    interface TruthCredit {
      readonly receivables: string;
      readonly pastDue: string;
      readonly ageing: readonly { readonly label: string; readonly amount: string }[];
    }

    const owing = async (): Promise<{ readonly number: string; readonly credit: TruthCredit }> => {
      for (const { number } of customers) {
        const credit = await bc.control<TruthCredit>(`truth/credit/${number}?company=1`);
        if (Number(credit.pastDue) > 0) return { number, credit };
      }
      throw new Error('nobody is late');
    };

    it('are on the customer’s financial detail, as one record', async () => {
      const { number, credit } = await owing();
      const { id } = await customerRecord(number);
      const { text, json } = await bc.list(`customers(${String(id)})/customerFinancialDetail`);
      expect(json['@odata.context']).toMatch(/\/customerFinancialDetail\/\$entity$/);
      expect(text).toContain(`"balance":${credit.receivables}`);
      expect(text).toContain(`"overdueAmount":${credit.pastDue}`);
      expect(await customerRecord(number, 'customerFinancialDetail')).toMatchObject({
        balanceDue: Number(credit.receivables),
        customerFinancialDetail: { number, balance: Number(credit.receivables) },
      });
    });

    it('are aged in periods, of 30 days unless the filter says otherwise', async () => {
      const { number, credit } = await owing();
      const amountOf = (label: string): number =>
        Number(credit.ageing.find((bucket) => bucket.label === label)?.amount);
      const aged = async (more = ''): Promise<Json> =>
        first((await bc.list('agedAccountsReceivables', { $filter: `customerNumber eq '${number}'${more}` })).value);
      const standard = await aged();
      expect(standard).toMatchObject({
        balanceDue: Number(credit.receivables),
        currentAmount: amountOf('current'),
        period1Label: '1 - 30 days',
        period1Amount: amountOf('1-30'),
        period2Amount: amountOf('31-60'),
        period3Label: 'Over 60 days',
        periodLengthFilter: '30D',
      });
      expect(standard['period3Amount']).toBeCloseTo(amountOf('61-90') + amountOf('over-90'), 2);
      const long = await aged(" and periodLengthFilter eq '60D'");
      expect(long['period1Amount']).toBeCloseTo(amountOf('1-30') + amountOf('31-60'), 2);
      const past = await aged(' and agedAsOfDate eq 2020-01-01');
      expect([past['currentAmount'], past['agedAsOfDate']]).toEqual([Number(credit.receivables), '2020-01-01']);
    });
  });

  describe('items', () => {
    it('have the list price, the total stock of all locations and no other', async () => {
      const truth = first(items.filter(({ gtin, listPrice }) => gtin !== null && listPrice !== null));
      const { text, value } = await bc.list('items', {
        $filter: `number eq '${truth.number}'`,
        $expand: 'itemCategory,unitOfMeasure',
      });
      expect(first(value)).toMatchObject({
        displayName: truth.description,
        displayName2: truth.description2,
        type: 'Inventory',
        itemCategoryCode: truth.category,
        blocked: !truth.active,
        gtin: truth.gtin,
        baseUnitOfMeasureCode: truth.unit,
        itemCategory: { code: truth.category },
        unitOfMeasure: { code: truth.unit },
      });
      expect(text).toContain(`"unitPrice":${String(truth.listPrice)}`);
      expect(text).toContain(`"unitCost":${truth.cost}`);
      const stock = await bc.control<{ items: readonly { onHand: string }[] }>(`truth/stock/${truth.number}`);
      expect(first(value)['inventory']).toBe(stock.items.reduce((sum, { onHand }) => sum + Number(onHand), 0));
      expect(text).not.toMatch(/location/i);
    });

    it('cost 0 where the price is on request', async () => {
      const truth = first(items.filter(({ listPrice }) => listPrice === null));
      const { value } = await bc.list('items', { $filter: `number eq '${truth.number}'` });
      expect(first(value)['unitPrice']).toBe(0);
    });

    it('are all there, by number, description or GTIN', async () => {
      const { text } = await bc.list('items/$count');
      expect(Number(text)).toBe(items.length);
      const { description, gtin, number } = first(items.filter(({ gtin }) => gtin !== null));
      for (const filter of [`displayName eq '${description}'`, `gtin eq '${String(gtin)}'`, `number eq '${number}'`])
        expect((await bc.list('items', { $filter: filter })).value.map((item) => item['number'])).toContain(number);
    });
  });

  it('list terms, foreign currencies, locations, units, categories and the company itself', async () => {
    const codes = async (set: string) => (await bc.list(set)).value.map(({ code }) => code);
    expect((await codes('paymentTerms')).toSorted()).toEqual(['N10', 'N30', 'N45', 'N60']);
    expect((await codes('currencies')).toSorted()).toEqual(['CAD', 'EUR', 'JPY', 'KWD']);
    expect((await codes('locations')).toSorted()).toEqual(['300', 'ATL', 'CHI', 'DAL', 'DEN', 'MAIN']);
    expect(await codes('unitsOfMeasure')).toEqual(expect.arrayContaining(['EA']));
    expect(await codes('itemCategories')).toEqual(expect.arrayContaining(['BEAR']));
    expect((await bc.list('shipmentMethods')).value).toHaveLength(2);
    expect(first((await bc.list('companyInformation')).value)).toMatchObject({
      displayName: 'Tidewell Industrial Supply',
      currencyCode: 'USD',
    });
  });
});

describe('a tenant whose records differ', () => {
  it('answers units of items with their factors, and shows what is overdue as the balance due', async () => {
    const bc = await startBc({ itemUnitsOfMeasure: 'answered', customerBalanceDue: 'overdue' });
    const { items } = await bc.control<{
      items: readonly { number: string; units: readonly { unit: string; factor: number }[] }[];
    }>('truth/items');
    const truth = first(items.filter(({ units }) => units.length > 1));
    const { value } = await bc.list('itemUnitsOfMeasure', { $filter: `itemNumber eq '${truth.number}'` });
    const byCode = (left: readonly unknown[], right: readonly unknown[]) =>
      String(left[0]).localeCompare(String(right[0]));
    expect(value.map((unit) => [unit['code'], unit['qtyPerUnitOfMeasure']]).toSorted(byCode)).toEqual(
      truth.units.map(({ unit, factor }) => [unit, factor]).toSorted(byCode),
    );
    const customer = first((await bc.list('customers', { $top: '1', $expand: 'customerFinancialDetail' })).value);
    expect(customer['balanceDue']).toBe((customer['customerFinancialDetail'] as Json)['overdueAmount']);
    await bc.stop();
  });
});
