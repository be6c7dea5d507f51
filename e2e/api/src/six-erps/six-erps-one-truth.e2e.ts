import {
  type Capability,
  type ErpConnection,
  ErpError,
  type SalesOrderView,
  type SupportedCapability,
} from '@headwater/erp-contracts';
import { multiplyDecimals, type Page, systemClock, trimDecimal } from '@headwater/kernel';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { controlOf } from '../../../../tools/dev/control.mts';
import { startSimulators } from '../../../../tools/dev/product.mts';
import { simulatedSettings } from '../../../../tools/dev/simulated-erps.mts';
import { type Comparison, differences, type Expected } from './difference';
import { ERPS_UNDER_TRUTH, type ErpUnderTruth } from './erps-under-truth';
import * as expected from './expectations';
import { trueWorld, type TrueOrder, type TrueShipment, type TrueWorld } from './true-world';

const CUSTOMERS = 5;
/** They pay in yen, without decimals, and in dinars, with three. */
const ABROAD = ['2001', '2002'];
const ORDERS_IN_FULL = 4;
const PATIENCE_MS = 30_000;

/** Runs by itself, or against one ERP with `-t netsuite`. */
describe('the same world, seen through', () => {
  let simulators: Awaited<ReturnType<typeof startSimulators>>;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'headwater-six-'));
    mkdirSync(join(folder, 'logs'));
    const options = { dataFolder: folder, host: '127.0.0.1', port: 0, simulatorsPort: 0, logLevel: 'info' };
    simulators = await startSimulators(options);
  });

  afterAll(async () => {
    await simulators.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(ERPS_UNDER_TRUTH.map((erp) => [erp.id, erp] as const))('%s', (id, erp) => {
    let connection: ErpConnection;
    let world: TrueWorld;
    let customers: readonly string[];
    let contract: (capability: Capability) => SupportedCapability | undefined;

    beforeAll(async () => {
      const url = (simulators.ready['simulators'] as Readonly<Record<string, string>>)[id] ?? '';
      const control = controlOf(url);
      world = trueWorld(control);
      const adapter = erp.create({ clock: systemClock, privateNetworks: 'allowed' });
      const settings = { ...simulatedSettings(id, await control.get('credentials')), ...erp.settings };
      connection = adapter.connect({ connectionId: 'c1', settings });
      contract = (capability) => {
        const declared = connection.capabilities?.[capability] ?? adapter.manifest.capabilities[capability];
        return declared.supported ? declared : undefined;
      };
      customers = [...new Set([...ABROAD, ...(await world.customersWithOrders(CUSTOMERS))])];
    });

    afterAll(() => connection.close());

    it('gives the customers', async () => {
      if (contract('customers') === undefined) return;
      const found: string[] = [];
      for (const number of customers) {
        const key = erp.keys?.customer?.(number) ?? number;
        const view = await answered(connection.customers?.get({ number: key }, call()));
        found.push(
          ...compare('customers', {
            subject: number,
            expected: expected.expectedCustomer(await world.customer(number), keys()),
            view,
          }),
        );
        const search = await answered(connection.customers?.search({ q: view.name, limit: 20 }, call()));
        if (!search.items.some((hit) => hit.number === key)) found.push(`${number}: is not found by its name`);
      }
      expect(found).toEqual([]);
    });

    it('gives the orders of a customer, whole and newest first', async () => {
      if (contract('orders') === undefined) return;
      const found: string[] = [];
      for (const customer of customers) {
        const truth = await knownOrders(customer);
        const shown = await allOrders(customer);
        const missing = truth.filter(({ number }) => !shown.some((order) => order.number === keyOfOrder(number)));
        found.push(...missing.map(({ number, status }) => `order ${number} (${status}) is not in the list`));
        for (const order of shown) {
          const match = truth.find(({ number }) => keyOfOrder(number) === order.number);
          if (match === undefined) found.push(`order ${order.number} is not one of the customer's`);
          else
            found.push(
              ...differences({
                subject: `order ${match.number}`,
                expected: comparable('orders', expected.expectedOrder(match, keys(), sameStatuses)),
                view: order,
                lacks: lacksInLists('orders'),
              }),
            );
        }
      }
      expect(few(found)).toEqual([]);
    });

    it('gives an order with its lines', async () => {
      if (contract('orders') === undefined) return;
      const found: string[] = [];
      for (const truth of await someOrders()) {
        const view = await answered(connection.orders?.get({ number: keyOfOrder(truth.number) }, call()));
        const subject = `order ${truth.number} (${truth.status})`;
        found.push(
          ...compare('orders', { subject, expected: expected.expectedOrder(truth, keys(), sameStatuses), view }),
        );
        if (view.lines.length !== truth.lines.length)
          found.push(`${subject}: has ${view.lines.length} lines of ${truth.lines.length}`);
        for (const [at, told] of truth.lines.entries()) {
          const shown = view.lines[at];
          if (shown === undefined) continue;
          const counted = erp.countsBaseUnits === true ? expected.inBaseUnit(told, await world.item(told.item)) : told;
          const wanted = expected.pricedPer(counted, shown.priceUnit);
          const line = `${subject} line ${wanted.lineNo}`;
          const lines = underLines(expected.expectedLine(wanted, keys(), truth.status));
          found.push(...compare('orders', { subject: line, expected: lines, view: { lines: shown } }));
        }
      }
      expect(few(found)).toEqual([]);
    });

    it('gives the items', async () => {
      if (contract('items') === undefined) return;
      const found: string[] = [];
      for (const item of await someItems()) {
        const view = await answered(connection.items?.get({ number: item }, call()));
        found.push(
          ...compare('items', {
            subject: `item ${item}`,
            expected: expected.expectedItem(await world.item(item), keys()),
            view,
          }),
        );
        const search = await answered(connection.items?.search({ q: item, limit: 20 }, call()));
        if (!search.items.some(({ number }) => number === item)) found.push(`item ${item}: is not found by its number`);
      }
      expect(few(found)).toEqual([]);
    });

    it('gives the stock', async () => {
      if (contract('availability') === undefined) return;
      const found: string[] = [];
      const items = (await someItems()).slice(0, contract('availability')?.maxBatch ?? 10);
      const { items: shown } = await answered(connection.availability?.list({ items }, call()));
      for (const item of items) {
        for (const truth of await world.stock(item)) {
          const warehouse = erp.keys?.warehouse?.(truth.warehouse) ?? truth.warehouse;
          const view = shown.find((each) => each.item === item && each.warehouse === warehouse);
          if (view === undefined && erp.omitsEmptyStock === true && expected.isEmptyStock(truth)) continue;
          if (view === undefined) found.push(`stock of ${item} in ${truth.warehouse} is not told`);
          else
            found.push(
              ...compare('availability', {
                subject: `stock of ${item} in ${truth.warehouse}`,
                expected: expected.expectedStock(truth, keys()),
                view,
              }),
            );
        }
      }
      expect(few(found)).toEqual([]);
    });

    it('gives the prices a customer pays', async () => {
      const prices = contract('prices');
      if (prices === undefined) return;
      const found: string[] = [];
      for (const customer of customers) {
        const lines = (await knownOrders(customer)).flatMap(({ lines: all }) => all).slice(0, prices.maxBatch ?? 10);
        const items = [...new Map(lines.map((line) => [line.item, line])).values()].map(({ item, unit }) => ({
          item,
          quantity: '10',
          unit: erp.keys?.unit?.(unit) ?? unit,
          worldUnit: unit,
        }));
        const asked = items.map(({ item, quantity, unit }) => ({ item, quantity, unit }));
        const query = { customer: erp.keys?.customer?.(customer) ?? customer, items: asked };
        const { items: shown, notFound } = await answered(connection.prices?.quote(query, call()));
        for (const { item, worldUnit } of items) {
          const truth = await world.price({ customer, item, quantity: '10', unit: worldUnit });
          const view = shown.find((each) => each.item === item);
          const subject = `price of ${item} for ${customer}`;
          if (truth.unitPrice === null) {
            if (view !== undefined || !notFound.includes(item)) found.push(`${subject}: is on request, but told`);
          } else if (view === undefined) found.push(`${subject}: is not told`);
          else if (prices.priceQuality === 'exact')
            found.push(...compare('prices', { subject, expected: expected.expectedPrice(truth, keys()), view }));
          else if (!view.indicative) found.push(`${subject}: passes for exact`);
        }
      }
      expect(few(found)).toEqual([]);
    });

    it('gives the shipments of an order', async () => {
      const shipments = contract('shipments');
      if (shipments === undefined) return;
      const found: string[] = [];
      for (const order of await someOrders()) {
        const truth = (await world.shipments(order.number)).filter(({ shippedOn }) => shippedOn !== null);
        const query = { order: keyOfOrder(order.number), limit: 50 };
        const { items: shown } = await answered(connection.shipments?.list(query, call()));
        for (const each of truth) {
          const number = erp.keys?.shipment?.(each.number) ?? each.number;
          const view = shown.find((shipment) => shipment.number === number);
          const subject = `shipment ${each.number}`;
          if (view === undefined) {
            found.push(`${subject}: is not told; told are ${shown.map((shipment) => shipment.number).join()}`);
            continue;
          }
          found.push(
            ...compare('shipments', {
              subject,
              expected: expected.expectedShipment(each, keys(), {
                lacks: lacksOf('shipments'),
                promisedOn: order.promisedOn,
              }),
              view,
            }),
          );
          const tracking = view.trackingNumbers.map((parcel) => parcel.number).sort();
          const known = lacksOf('shipments').includes('trackingNumbers') ? [] : [...each.trackingNumbers].sort();
          if (JSON.stringify(tracking) !== JSON.stringify(known))
            found.push(`${subject}: has tracking ${tracking.join()}, not ${known.join()}`);
          const left = linesOf(view.lines.map(({ item, shipped }) => [item, shipped.value]));
          const should = linesOf(await sentOf(each, order));
          if (left !== should) found.push(`${subject}: holds ${left}, not ${should}`);
        }
      }
      expect(few(found)).toEqual([]);
    });

    it('gives the invoices', async () => {
      if (contract('invoices') === undefined) return;
      const found: string[] = [];
      for (const customer of customers) {
        const truth = await world.invoices(customer);
        const open = truth.filter((invoice) => Number(invoice.open) !== 0);
        const query = { customer: erp.keys?.customer?.(customer) ?? customer, open: true, limit: 100 };
        const { items: shown } = await answered(connection.invoices?.list(query, call()));
        const newest = (await answered(connection.invoices?.list({ ...query, open: false, limit: 10 }, call()))).items;
        for (const invoice of open) {
          const number = erp.keys?.invoice?.(invoice.number) ?? invoice.number;
          if (!shown.some((view) => view.number === number)) found.push(`open invoice ${invoice.number} is not told`);
        }
        for (const view of [...shown, ...newest]) {
          const match = truth.find(({ number }) => (erp.keys?.invoice?.(number) ?? number) === view.number);
          if (match === undefined) found.push(`invoice ${view.number} is not one of the customer's`);
          else
            found.push(
              ...compare('invoices', {
                subject: `invoice ${match.number}`,
                expected: expected.expectedInvoice(match, keys()),
                view,
              }),
            );
        }
      }
      expect(few(found)).toEqual([]);
    });

    it('gives the credit position', async () => {
      if (contract('credit') === undefined) return;
      const found: string[] = [];
      for (const customer of customers) {
        const truth = await world.credit(customer);
        if (erp.creditCurrency !== undefined && truth.currency !== erp.creditCurrency) continue;
        const view = await answered(
          connection.credit?.get({ customer: erp.keys?.customer?.(customer) ?? customer }, call()),
        );
        found.push(
          ...compare('credit', {
            subject: `credit of ${customer}`,
            expected: expected.expectedCredit(truth, erp.creditUsed),
            view,
          }),
        );
      }
      expect(found).toEqual([]);
    });

    it('says so of what there is not, in every capability', async () => {
      const unknown: readonly Promise<unknown>[] = [
        connection.customers?.get({ number: '8888888' }, call()) ?? notFound(),
        connection.items?.get({ number: 'NO-SUCH-ITEM' }, call()) ?? notFound(),
        connection.orders?.get({ number: '999999999' }, call()) ?? notFound(),
      ];
      for (const reading of unknown) await expect(reading).rejects.toMatchObject({ code: 'not-found' });
    });

    const keys = () => erp.keys ?? {};
    const sameStatuses = erp.sameStatuses ?? [];
    const call = () => ({ signal: AbortSignal.timeout(PATIENCE_MS) });
    const keyOfOrder = (number: string): string => erp.keys?.order?.(number) ?? number;
    const lacksOf = (capability: Capability): readonly string[] => [
      ...(contract(capability)?.lacks ?? []),
      ...(erp.siteLacks?.[capability] ?? []),
    ];

    const lacksInLists = (capability: Capability): readonly string[] =>
      lacksOf(capability).map((path) => path.replace(/^list\./, ''));

    function compare(
      capability: Capability,
      { expected: wanted, ...rest }: Omit<Comparison, 'lacks'>,
    ): readonly string[] {
      return differences({ ...rest, expected: comparable(capability, wanted), lacks: lacksOf(capability) });
    }

    function comparable(capability: Capability, wanted: Expected): Expected {
      const otherwise = erp.otherwise?.[capability] ?? [];
      return Object.fromEntries(Object.entries(wanted).filter(([path]) => !otherwise.includes(path)));
    }

    /** What a shipment holds, in the units this ERP counts. */
    async function sentOf(
      { lines }: TrueShipment,
      order: TrueOrder,
    ): Promise<readonly (readonly [item: string, quantity: string])[]> {
      if (erp.countsBaseUnits !== true) return lines.map(({ item, shipped }) => [item, shipped]);
      return Promise.all(
        lines.map(async ({ item, shipped }) => {
          const unit = order.lines.find((line) => line.item === item)?.unit;
          return [item, multiplyDecimals(shipped, expected.factorOf(await world.item(item), unit))] as const;
        }),
      );
    }

    async function knownOrders(customer: string): Promise<readonly TrueOrder[]> {
      const orders = await world.orders(customer);
      return orders.filter((order) => hasOrder(erp, order));
    }

    /** One of each status, so that none is left to chance. */
    async function someOrders(): Promise<readonly TrueOrder[]> {
      const all = (await Promise.all(customers.map(knownOrders))).flat();
      const byStatus = Map.groupBy(all, ({ status }) => status);
      return [...byStatus.values()].flatMap((orders) => orders.slice(0, ORDERS_IN_FULL));
    }

    async function someItems(): Promise<readonly string[]> {
      const orders = (await Promise.all(customers.map(knownOrders))).flat();
      return [...new Set(orders.flatMap(({ lines }) => lines.map(({ item }) => item)))].slice(0, 12);
    }

    async function allOrders(customer: string): Promise<readonly SalesOrderView[]> {
      const query = { customer: erp.keys?.customer?.(customer) ?? customer, limit: 50 };
      const orders: SalesOrderView[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const asked = cursor === undefined ? query : { ...query, cursor };
        const page: Page<SalesOrderView> = await answered(connection.orders?.list(asked, call()));
        orders.push(...page.items);
        cursor = page.nextCursor;
      }
      return orders;
    }
  });
});

function hasOrder({ hasOrder: has = () => true }: ErpUnderTruth, order: TrueOrder): boolean {
  return has(order);
}

async function answered<T>(reading: Promise<{ readonly data: T }> | undefined): Promise<T> {
  if (reading === undefined) throw new Error('The connection has no reader for what it declares.');
  return (await reading).data;
}

function notFound(): Promise<never> {
  return Promise.reject(new ErpError('not-found', 'There is no reader.'));
}

/** What is expected of a line, by paths from its order. */
function underLines(line: Expected): Expected {
  return Object.fromEntries(Object.entries(line).map(([path, wanted]) => [`lines.${path}`, wanted]));
}

/** Enough to see what is wrong. */
function few(found: readonly string[]): readonly string[] {
  return found.slice(0, 12);
}

function linesOf(lines: readonly (readonly [item: string, quantity: string])[]): string {
  return lines
    .map(([item, quantity]) => [item, trimDecimal(quantity)] as const)
    .filter(([, quantity]) => quantity !== '0')
    .map(([item, quantity]) => `${quantity} × ${item}`)
    .sort()
    .join(', ');
}
