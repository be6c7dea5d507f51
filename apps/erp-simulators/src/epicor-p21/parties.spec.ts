import { compareDecimals, subtractDecimals, sumDecimals } from '@headwater/kernel';
import { startP21, type Json, type P21Client } from '../testing/p21-client';

interface TruthCustomer {
  readonly number: string;
  readonly name: string;
  readonly companies: readonly string[];
  readonly phone: string;
  readonly email: string;
  readonly terms: string;
  readonly salesperson: string;
  readonly creditLimit: string | null;
  readonly onHold: boolean;
  readonly active: boolean;
  readonly currency: string;
  readonly shipTos: readonly { readonly code: string; readonly name: string }[];
}

interface TruthItem {
  readonly number: string;
  readonly description: string;
  readonly unit: string;
  readonly units: readonly { readonly unit: string; readonly factor: number }[];
  readonly manufacturerPart: string;
  readonly gtin: string | null;
  readonly active: boolean;
  readonly customerPartNumbers: readonly { readonly customer: string; readonly part: string }[];
}

interface TruthStock {
  readonly warehouse: string;
  readonly onHand: string;
  readonly reserved: string;
  readonly onOrder: string;
  readonly available: string;
}

const now = Date.parse('2026-11-23T12:00:00Z');
const options = { clock: { now: () => now, monotonic: () => now } };
const LOCATION: Readonly<Record<string, number>> = { MAIN: 100, CHI: 200, '300': 300, ATL: 400, DAL: 500, DEN: 600 };

describe('customers, items and stock of P21', () => {
  let p21: P21Client;
  let customers: readonly TruthCustomer[];
  let items: readonly TruthItem[];

  beforeAll(async () => {
    p21 = await startP21({}, options);
    customers = (await p21.control<{ items: TruthCustomer[] }>('truth/customers')).items;
    items = (await p21.control<{ items: TruthItem[] }>('truth/items')).items;
  });
  afterAll(() => p21.stop());

  it('keep a customer once for each company', async () => {
    const rows = await p21.rows('table/customer', { $orderby: 'customer_id,company_id' });
    const byNumber = customers.toSorted((one, other) => Number(one.number) - Number(other.number));
    const wanted = byNumber.flatMap((customer) =>
      customer.companies.map((company) => [Number(customer.number), company === '1' ? 'TIDE' : 'WEST', customer.name]),
    );
    expect(rows.map((row) => [row['customer_id'], row['company_id'], row['customer_name']])).toEqual(wanted);
    for (const [at, row] of (await p21.rows('table/customer', { $filter: "company_id eq 'TIDE'" })).entries()) {
      const truth = customers.filter(({ companies }) => companies.includes('1'))[at];
      expect([row['terms_id'], row['salesrep_id'], row['delete_flag'], row['credit_status']]).toEqual([
        truth?.terms,
        truth?.salesperson,
        truth?.active === true ? 'N' : 'Y',
        truth?.onHold === true ? 'HOLD' : 'GOOD',
      ]);
      expect(row['credit_limit'] === null ? null : Number(row['credit_limit'])).toBe(
        truth?.creditLimit === null ? null : Number(truth?.creditLimit),
      );
    }
  });

  it('tell a customer’s phone and mail in the address book and in the search view', async () => {
    const truth = customers[0] as TruthCustomer;
    const [address] = await p21.rows('table/address', { $filter: `id eq ${truth.number}` });
    const [row] = await p21.rows('view/p21_view_es_customer', { $filter: `customer_id eq ${truth.number}`, $top: '1' });
    for (const found of [address, row]) {
      expect(found).toMatchObject({ central_phone_number: truth.phone, email_address: truth.email });
      expect(found).toHaveProperty('mail_address1');
    }
    expect(address).toHaveProperty('phys_address1');
    const shipTos = await p21.rows('view/p21_view_es_ship_to', {
      $filter: `customer_id eq ${truth.number} and company_id eq 'TIDE'`,
    });
    expect(shipTos.map((shipTo) => shipTo['ship_to_name'])).toEqual(truth.shipTos.map(({ name }) => name));
  });

  it('number currencies, name them by code, or do not tell', async () => {
    const foreign = customers.find(({ currency }) => currency === 'CAD') as TruthCustomer;
    const [row] = await p21.rows('table/customer', { $filter: `customer_id eq ${foreign.number}` });
    const [currency] = await p21.rows('table/currency_hdr', { $filter: `currency_id eq ${row?.['currency_id']}` });
    expect(currency?.['currency_desc']).toBe('CAD');
    const [code, absent] = [
      await startP21({ customerCurrency: 'code' }, options),
      await startP21({ customerCurrency: 'absent' }, options),
    ];
    const $filter = `customer_id eq ${foreign.number}`;
    const [named] = await code.rows('table/customer', { $filter });
    const [silent] = await absent.rows('table/customer', { $filter });
    await Promise.all([code.stop(), absent.stop()]);
    expect([named?.['currency_id'], 'currency_id' in (silent ?? {})]).toEqual(['CAD', false]);
  });

  it('keep an item once in inv_mast, and once for each supplier in the search view', async () => {
    const rows = await p21.rows('table/inv_mast', { $orderby: 'inv_mast_uid' });
    expect(rows.map((row) => [row['item_id'], row['item_desc'], row['delete_flag']])).toEqual(
      items.map(({ number, description, active }) => [number, description, active ? 'N' : 'Y']),
    );
    const found = await p21.rows('view/p21_view_es_item', { $select: 'unique_id,item_id,supplier_part_no' });
    const byItem = Map.groupBy(found, (row) => row['item_id']);
    expect(byItem.size).toBe(items.length);
    expect(found.length).toBeGreaterThan(items.length * 1.2);
    expect(new Set(found.map((row) => row['unique_id'])).size).toBe(found.length);
    const [first] = byItem.get(items[0]?.number) ?? [];
    expect(first?.['supplier_part_no']).toBe(items[0]?.manufacturerPart);
  });

  it('tell units and customers’ part numbers in tables of their own', async () => {
    const boxed = items.find(({ units }) => units.length > 1) as TruthItem;
    const [row] = await p21.rows('table/inv_mast', { $filter: `item_id eq '${boxed.number}'` });
    const units = await p21.rows('table/item_uom', { $filter: `inv_mast_uid eq ${row?.['inv_mast_uid']}` });
    expect(units.map((unit) => [unit['unit_of_measure'], Number(unit['unit_size'])])).toEqual(
      boxed.units.map(({ unit, factor }) => [unit, factor]),
    );
    const named = items.find(({ customerPartNumbers }) => customerPartNumbers.length > 0) as TruthItem;
    const [part] = named.customerPartNumbers;
    const parts = await p21.rows('table/inv_xref', { $filter: `customer_id eq ${part?.customer}` });
    expect(parts.map((one) => one['their_item_id'])).toContain(part?.part);
  });

  it('leave what is available to be worked out: on hand less allocated and all that is kept back', async () => {
    const kept = new Set<string>();
    for (const item of items.filter((_, at) => at % 61 === 0)) {
      const { items: levels } = await p21.control<{ items: readonly TruthStock[] }>(
        `truth/stock/${encodeURIComponent(item.number)}`,
      );
      const [master] = await p21.rows('table/inv_mast', { $filter: `item_id eq '${item.number}'` });
      const $filter = `inv_mast_uid eq ${master?.['inv_mast_uid']}`;
      const stock = await p21.rows('table/inv_loc', { $filter: `${$filter} and company_id eq 'TIDE'` });
      const status = await p21.rows('table/inv_loc_stock_status', { $filter });
      expect(stock.map((row) => row['location_id'])).toEqual(levels.map(({ warehouse }) => LOCATION[warehouse]));
      for (const [at, level] of levels.entries()) {
        const withheld = ['qty_non_pickable', 'qty_quarantined', 'qty_frozen'].filter(
          (name) => status[at]?.[name] !== 0,
        );
        withheld.forEach((name) => kept.add(name));
        const taken = sumDecimals([
          String(stock[at]?.['qty_allocated']),
          ...withheld.map((name) => String(status[at]?.[name])),
        ]);
        expect(compareDecimals(subtractDecimals(String(stock[at]?.['qty_on_hand']), taken), level.available)).toBe(0);
        expect(Number(stock[at]?.['order_quantity'])).toBe(Number(level.onOrder));
      }
    }
    expect(kept).toEqual(new Set(['qty_non_pickable', 'qty_quarantined', 'qty_frozen']));
  });

  it('keep stock in a row for each company, or in one on a site that has one', async () => {
    const $filter = 'inv_mast_uid eq 10001 and location_id eq 100';
    expect((await p21.rows('table/inv_loc', { $filter })).map((row) => row['company_id'])).toEqual(['TIDE', 'WEST']);
    const one = await startP21({ sharedStock: 'first-company', reservedStock: 'allocated' }, options);
    const rows = await one.rows('table/inv_loc', { $filter });
    const frozen = await one.rows('table/inv_loc_stock_status', {
      $filter: 'qty_frozen ne 0 or qty_quarantined ne 0 or qty_non_pickable ne 0',
    });
    await one.stop();
    expect([rows.map((row) => row['company_id']), frozen]).toEqual([['TIDE'], []]);
  });

  it('name locations, companies, terms, suppliers and people', async () => {
    const named = async (path: string): Promise<readonly Json[]> => p21.rows(path);
    expect((await named('table/location')).map((row) => [row['location_id'], row['location_name']])).toContainEqual([
      300,
      'Reno West Coast Hub',
    ]);
    expect((await named('table/company')).map((row) => row['company_id'])).toEqual(['TIDE', 'WEST']);
    expect(await named('table/terms')).toContainEqual(expect.objectContaining({ terms_id: 'N30', net_days: 30 }));
    expect((await named('table/supplier')).length).toBeGreaterThan(5);
    expect(await named('table/contacts')).toContainEqual(expect.objectContaining({ id: 'AK', first_name: 'Desk 1' }));
  });
});
