import { addDecimals, trimDecimal } from '@headwater/kernel';
import type { Page } from 'playwright-core';
import { accountOf, type DemoAccount } from '../../../tools/dev/demo-accounts.mts';
import { eventually } from './browser/eventually';
import { openBrowser, type OpenedBrowser } from './browser/opened-browser';
import { runningProduct, type RunningProduct } from './product/running-product';
import { customersWithShipments, ordersOf, stockOf } from './product/truth';
import { AccountPage } from './screens/account-page';
import { decimalOf, FRESH, Panel, type PanelTitle } from './screens/panel';

const REP = { email: 'rep@headwater.demo' };

describe('an open account, when something changes in the ERP', () => {
  let product: RunningProduct;
  let browser: OpenedBrowser;
  let screen: AccountPage;
  let other: AccountPage;
  let customer: string;
  let otherCustomer: string;

  beforeAll(async () => {
    product = await runningProduct();
    const [, , first = '', second = ''] = await customersWithShipments(product.sxe);
    [customer, otherCustomer] = [first, second];
    browser = await openBrowser(product.url);
    screen = await opened(await accountOf(product.rep, customer));
    other = await opened(await accountOf(product.rep, otherCustomer));
  });

  afterEach(() => expect(browser.complaints()).toEqual([]));
  afterAll(() => browser.close());

  it('asks again only for what changed, and only on the screen it concerns', async () => {
    const reads = screen.listenForReads();
    const otherReads = other.listenForReads();
    const [order] = await ordersOf(product.sxe, customer);
    await product.sxe.change({ kind: 'order', order: order?.number, customerPo: 'PO-LIVE-1' });
    await eventually(async () => expect(await screen.panel('Orders').text()).toContain('PO-LIVE-1'));

    // Changes are heard in their order: whoever shows the second has also heard the first.
    await product.sxe.change({ kind: 'credit', customer: otherCustomer, creditLimit: '123456.00' });
    await eventually(async () => expect(await other.panel('Credit').text()).toContain('$123,456.00'));
    expect(reads).toContain('orders');
    expect(reads).not.toContain('prices');
    expect(otherReads).toContain('credit');
    expect(otherReads).not.toContain('orders');
    await wasNeverReloaded(other.page);
  });

  it('shows an order’s new total and status without a reload', async () => {
    const order = (await ordersOf(product.sxe, customer)).find(
      ({ status }) => status === 'open' || status === 'picked',
    );
    const total = addDecimals(order?.total ?? '', '1000');
    await product.sxe.change({ kind: 'order', order: order?.number, total, status: 'on-hold' });
    await eventually(async () => {
      const row = (await rowsOf(screen, 'Orders')).find(([number]) => number === order?.number);
      expect({ total: decimalOf(row?.[5]), status: row?.[2] }).toEqual({ total, status: 'On hold' });
    });
    expect(await screen.panel('Orders').freshness()).toMatch(FRESH);
    await wasNeverReloaded(screen.page);
  });

  it('shows a credit hold', async () => {
    await product.sxe.change({ kind: 'credit', customer, onHold: true });
    await eventually(async () => expect(await screen.panel('Credit').text()).toContain('On credit hold'));
    await product.sxe.change({ kind: 'credit', customer, onHold: false });
    await eventually(async () => expect(await screen.panel('Credit').text()).toContain('Not on hold'));
    await wasNeverReloaded(screen.page);
  });

  it('shows a new contract price', async () => {
    const [item = ''] = (await rowsOf(screen, 'Prices'))[0] ?? [];
    await product.sxe.change({ kind: 'price', item, customer, unitPrice: '0.0137' });
    await eventually(async () => {
      const row = (await rowsOf(screen, 'Prices')).find(([shown]) => shown === item);
      expect({ why: row?.[2], net: decimalOf(row?.[5]) }).toEqual({ why: 'Contract', net: '0.0137' });
    });
    await wasNeverReloaded(screen.page);
  });

  it('shows new stock, on the account and on an open answer', async () => {
    const [item = ''] = (await rowsOf(screen, 'Stock'))[0] ?? [];
    const [place] = await stockOf(product.sxe, item);
    await screen.page.keyboard.press('q');
    await screen.page.keyboard.press('s');
    const card = screen.page.getByRole('dialog', { name: 'In stock?' });
    await card.getByRole('combobox', { name: /^Item number/ }).waitFor();
    await screen.page.keyboard.type(item);
    await screen.page.keyboard.press('Enter');
    const answer = new Panel(card, 'Stock');
    await answer.hasState('value');

    const onHand = addDecimals(place?.onHand ?? '', '4321');
    await product.sxe.change({ kind: 'stock', item, warehouse: place?.warehouse, onHand });
    await eventually(async () => {
      const row = (await answer.rows()).find(([warehouse]) => warehouse?.startsWith(`${place?.warehouse} `));
      expect(decimalOf(row?.[1])).toBe(trimDecimal(onHand));
    });
    await screen.page.keyboard.press('Escape');
    const available = trimDecimal(addDecimals(place?.available ?? '', '4321'));
    await eventually(async () => {
      const [, where = ''] = (await rowsOf(screen, 'Stock')).find(([shown]) => shown === item) ?? [];
      expect(where.replaceAll(',', '')).toContain(`${place?.warehouse} ${available} `);
    });
    await wasNeverReloaded(screen.page);
  });

  it('misses nothing that changed while the stream was interrupted', async () => {
    await screen.page.context().setOffline(true);
    await screen.page.getByText('This device is offline.').waitFor();
    await product.sxe.change({ kind: 'credit', customer, creditLimit: '98765.00' });
    await screen.page.context().setOffline(false);
    await eventually(async () => expect(await screen.panel('Credit').text()).toContain('$98,765.00'));
    await wasNeverReloaded(screen.page);
  });

  /** The page remembers something that a reload would forget. */
  async function opened({ id }: DemoAccount): Promise<AccountPage> {
    const account = new AccountPage(await browser.page(REP));
    await account.open(id);
    await account.page.evaluate(() => Object.assign(globalThis, { neverReloaded: true }));
    return account;
  }

  async function wasNeverReloaded(page: Page): Promise<void> {
    expect(await page.evaluate(() => 'neverReloaded' in globalThis)).toBe(true);
  }

  function rowsOf(account: AccountPage, title: PanelTitle): Promise<readonly (readonly string[])[]> {
    return account.panel(title).rows();
  }
});
