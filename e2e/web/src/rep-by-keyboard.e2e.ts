import { trimDecimal } from '@headwater/kernel';
import type { Locator, Page } from 'playwright-core';
import { accountOf, type DemoAccount } from '../../../tools/dev/demo-accounts.mts';
import { DEMO_PASSWORD } from '../../../tools/dev/seed-demo.mts';
import { eventually } from './browser/eventually';
import { focused } from './browser/focus';
import { openBrowser, type OpenedBrowser } from './browser/opened-browser';
import { runningProduct, type RunningProduct } from './product/running-product';
import { customersWithShipments, ordersOf, stockOf, type TrueCredit, type TrueOrder } from './product/truth';
import { AccountPage } from './screens/account-page';
import { decimalOf, FRESH, Panel, PANELS } from './screens/panel';

const NOTE = 'Called about the partial shipment; wants the rest on one truck.';

describe('a call, by keyboard only', () => {
  let product: RunningProduct;
  let browser: OpenedBrowser;
  let page: Page;
  let screen: AccountPage;
  let account: DemoAccount;
  let customer: string;
  let orders: readonly TrueOrder[];
  let item: string;

  beforeAll(async () => {
    product = await runningProduct();
    const customers = await customersWithShipments(product.sxe);
    customer = customers[0] ?? '';
    account = await accountOf(product.rep, customer);
    orders = await ordersOf(product.sxe, customer);
    item = orders[0]?.lines[0]?.item ?? '';
    browser = await openBrowser(product.url);
    page = await browser.page();
    screen = new AccountPage(page);
  });

  afterEach(() => product.sxe.faults({}));
  afterAll(async () => {
    await browser.close();
  });
  afterEach(() => expect(browser.complaints()).toEqual([]));

  it('begins at the sign-in, with the cursor where to type', async () => {
    await page.goto('/');
    await focusIsOn('E-mail');
    await page.keyboard.type('rep@headwater.demo');
    await page.keyboard.press('Tab');
    await focusIsOn('Password');
    await page.keyboard.type(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor();
    await page.getByRole('link', { name: 'Accounts' }).waitFor();
  });

  it('finds the account by its customer number', async () => {
    await page.getByRole('table').waitFor();
    await page.keyboard.press('/');
    await focusIsOn('Search by part of a name or a customer number');
    await page.keyboard.type(customer);
    const row = page.getByRole('table').getByRole('link', { name: account.name, exact: true });
    await eventually(async () => expect(await page.getByRole('table').getByRole('link').count()).toBe(1));
    await row.waitFor();
    await page.keyboard.press('ArrowDown');
    await focusIsOn(account.name);
  });

  it('opens it, and panels come one by one: a slow one holds up no other', async () => {
    await product.sxe.faults({ latencyMs: 2_000, match: 'argetinvoicelist' });
    const arrived = await screen.listenForArrivals();
    await page.keyboard.press('Enter');
    await eventually(async () => expect((await focused(page)).name).toBe(account.name));
    await eventually(async () => expect([...(await arrived())].sort()).toEqual([...PANELS].sort()));
    const order = await arrived();
    for (const title of ['Credit', 'Orders'] as const) {
      expect(order.indexOf(title)).toBeLessThan(order.indexOf('Open invoices'));
    }
    for (const title of PANELS) {
      await eventually(async () => expect(await screen.panel(title).freshness()).toMatch(FRESH));
    }
  });

  it('shows on the account what is true in the ERP', async () => {
    const credit = await product.sxe.truth<TrueCredit>(`credit/${customer}?company=1`);
    const strip = await screen.panel('Credit').text();
    expect(strip).toContain(credit.onHold ? 'On credit hold' : 'Not on hold');
    expect(decimalOf(/Past due (?:[A-Z]{3}\s)?\S+/.exec(strip)?.[0])).toBe(credit.pastDue);
    const rows = await screen.panel('Orders').rows();
    expect(rows.length).toBe(Math.min(10, orders.length));
    for (const [number, po, , , , total] of rows) {
      const order = orders.find((each) => each.number === number);
      expect(po).toBe(order?.customerPo === '' ? '–' : order?.customerPo);
      expect(decimalOf(total)).toBe(order?.total);
    }
  });

  it('answers “In stock?” with every warehouse as it is, in two keystrokes and a number', async () => {
    const before = await focused(page);
    const card = await ask('s', 'In stock?');
    await focusIsOn('Item number, customer part number or words');
    await page.keyboard.type(item);
    await page.keyboard.press('Enter');
    const stock = new Panel(card, 'Stock');
    await stock.hasState('value');
    expect(await stock.freshness()).toMatch(FRESH);
    const truth = await stockOf(product.sxe, item);
    const shown = (await stock.rows()).filter(([warehouse]) => warehouse !== 'All warehouses');
    expect(
      shown.map(([warehouse, onHand, , available]) => [code(warehouse), decimalOf(onHand), decimalOf(available)]),
    ).toEqual(
      truth.map(({ warehouse, onHand, available }) => [warehouse, trimDecimal(onHand), trimDecimal(available)]),
    );
    await escape(card, before.name);
  });

  it('answers “What price?” for this customer and quantity', async () => {
    const before = await focused(page);
    const card = await ask('p', 'What price?');
    expect(await card.innerText()).toContain(account.name);
    await focusIsOn('Item number, customer part number or words');
    await page.keyboard.type(item);
    await page.keyboard.press('Enter');
    await focusIsOn('Quantity');
    await page.keyboard.type('50');
    const unit = orders[0]?.lines[0]?.unit ?? '';
    const path = `price?customer=${customer}&item=${encodeURIComponent(item)}&qty=50&unit=${unit}`;
    const truth = await product.sxe.truth<{ unitPrice: string; listPrice: string; extended: string }>(path);
    const price = new Panel(card, 'Price');
    await eventually(async () => expect(await price.text()).toContain('For 50'));
    const text = await price.text();
    expect(trimDecimal(decimalOf(/\S+ per /.exec(text)?.[0]))).toBe(trimDecimal(truth.unitPrice));
    expect(trimDecimal(decimalOf(/List (?:[A-Z]{3}\s)?\S+/.exec(text)?.[0]))).toBe(trimDecimal(truth.listPrice));
    expect(trimDecimal(decimalOf(/Together (?:[A-Z]{3}\s)?\S+/.exec(text)?.[0]))).toBe(trimDecimal(truth.extended));
    expect(await price.freshness()).toMatch(FRESH);
    await escape(card, before.name);
  });

  it('answers “Where is my shipment?” with every tracking number', async () => {
    const shipped = orders.find(({ releases }) => releases.some(({ trackingNumbers }) => trackingNumbers.length > 0));
    const before = await focused(page);
    const card = await ask('w', 'Where is my shipment?');
    await page.keyboard.type(shipped?.number ?? '');
    await page.keyboard.press('Enter');
    const shipments = new Panel(card, 'Shipments');
    await shipments.hasState('value');
    expect(await shipments.freshness()).toMatch(FRESH);
    const text = await shipments.text();
    for (const { number, trackingNumbers } of shipped?.releases ?? []) {
      if (trackingNumbers.length === 0) continue;
      expect(text).toContain(number);
      for (const tracking of trackingNumbers) expect(text).toContain(tracking);
    }
    await escape(card, before.name);
  });

  it('finds an order of any ERP from anywhere, and opens it with its shipments', async () => {
    const before = await focused(page);
    const number = orders[1]?.number ?? '';
    await page.keyboard.press('Control+k');
    await focusIsOn('Search accounts, commands and ERPs');
    await page.keyboard.type(number);
    await page.getByRole('group', { name: 'Order · SX.e East' }).getByRole('option', { name: number }).waitFor();
    await page.keyboard.press('Enter');
    const card = page.getByRole('dialog', { name: 'Where is my shipment?' });
    await card.waitFor();
    const order = new Panel(card, 'Order');
    await order.hasState('value');
    expect(await card.innerText()).toContain(number);
    await escape(card, before.name);
  });

  it('ends with a note, kept under the account', async () => {
    await page.keyboard.press('n');
    await focusIsOn('New note');
    await page.keyboard.type(NOTE);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('article').filter({ hasText: NOTE }).waitFor();
    await focusIsOn('New note');
    await eventually(async () => expect(await page.getByLabel('New note').inputValue()).toBe(''));
    const path = `/api/conversations?accountId=${account.id}`;
    const { items } = await product.rep.get<{ items: readonly { body: string; authorName: string }[] }>(path);
    expect(items[0]).toMatchObject({ body: NOTE });
  });

  it('goes on to the next caller without a mouse', async () => {
    await page.keyboard.press('Control+k');
    await focusIsOn('Search accounts, commands and ERPs');
    await page.keyboard.press('Escape');
    await focusIsOn('New note');
    await page.keyboard.press('Control+j');
    await page.getByRole('dialog', { name: 'Ask the ERP' }).waitFor();
    await page.keyboard.press('s');
    const card = page.getByRole('dialog', { name: 'In stock?' });
    await card.waitFor();
    await escape(card, 'New note');
  });

  /** `q` and a letter, from anywhere that is not a field. */
  async function ask(key: string, title: string): Promise<Locator> {
    await page.keyboard.press('q');
    await page.keyboard.press(key);
    const card = page.getByRole('dialog', { name: title });
    await card.waitFor();
    return card;
  }

  /** Esc closes the card and gives the keyboard back to what had it. */
  async function escape(card: Locator, name: string): Promise<void> {
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    await eventually(async () => expect((await focused(page)).name).toBe(name));
  }

  async function focusIsOn(name: string): Promise<void> {
    await eventually(async () => {
      expect(await focused(page)).toMatchObject({ name, visible: true, marked: true });
    });
  }

  function code(warehouse: string | undefined): string | undefined {
    return warehouse?.split(' ')[0];
  }
});
