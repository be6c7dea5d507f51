import type { Locator, Page } from 'playwright-core';
import { accountOf, type DemoAccount } from '../../../tools/dev/demo-accounts.mts';
import { sideways, violations } from './browser/accessibility';
import { eventually } from './browser/eventually';
import { DESKTOP, openBrowser, PHONE, type OpenedBrowser } from './browser/opened-browser';
import { keepScreenshot } from './browser/screenshots';
import { runningProduct, type RunningProduct } from './product/running-product';
import { asServiceDesk } from './product/service-desk';
import { customersWithShipments, ordersOf } from './product/truth';

const REP = { email: 'rep@headwater.demo' };
const COLUMNS = ['Open orders', 'Last order', 'Credit used', 'Past due'];

describe('the ERP columns of the account list', () => {
  let product: RunningProduct;
  let browser: OpenedBrowser;
  let page: Page;
  let account: DemoAccount;
  let customer: string;

  beforeAll(async () => {
    product = await runningProduct();
    [customer = ''] = await customersWithShipments(product.sxe);
    account = await accountOf(product.rep, customer);
    browser = await openBrowser(product.url);
    page = await browser.page(REP);
  });

  afterEach(async () => {
    await product.sxe.faults({});
    await product.reopenConnections();
  });
  afterEach(() => expect(browser.complaints()).toEqual([]));
  afterAll(() => browser.close());

  const headsOf = (on: Page): Promise<readonly string[]> => on.locator('thead th').allInnerTexts();
  const row = (on: Page): Locator => on.getByRole('row').filter({ has: on.getByRole('link', { name: account.name }) });
  const cells = (on: Page): Promise<readonly string[]> => row(on).locator('td.erp').allInnerTexts();

  async function show(on: Page): Promise<void> {
    await on.goto(`/accounts?q=${encodeURIComponent(account.name)}`);
    await on.getByRole('table').waitFor();
    await calm(on);
  }

  async function calm(on: Page): Promise<void> {
    await eventually(async () => expect(await on.locator('hw-erp-cell hw-skeleton').count()).toBe(0));
  }

  it('show open orders at first, as many as the account itself', async () => {
    await show(page);
    expect(await headsOf(page)).toContain('Open orders');
    const open = (await ordersOf(product.sxe, customer)).filter((order) => order.open);
    expect((await cells(page)).map((text) => text.trim())).toEqual([String(open.length)]);
  });

  it('are chosen by keyboard, and remembered', async () => {
    await page.goto('/accounts');
    await page.getByRole('button', { name: 'ERP columns' }).focus();
    await page.keyboard.press('Enter');
    for (const title of COLUMNS.slice(1)) {
      const item = page.getByRole('menuitemcheckbox', { name: title });
      while (!(await item.evaluate((element) => element === document.activeElement)))
        await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
      await page.getByRole('columnheader', { name: title }).waitFor();
      if (!(await item.isVisible())) await page.getByRole('button', { name: 'ERP columns' }).press('Enter');
    }
    await keepScreenshot(page, 'account-columns-menu-1440');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('menu').isVisible()).toBe(false);
    expect(
      await page.getByRole('button', { name: 'ERP columns' }).evaluate((trigger) => trigger === document.activeElement),
    ).toBe(true);
    await page.reload();
    await page.getByRole('table').waitFor();
    expect(await headsOf(page)).toEqual(expect.arrayContaining(COLUMNS));
    await calm(page);
    await keepScreenshot(page, 'account-columns-1440');
    expect(await violations(page, 'everything')).toEqual([]);
    expect(await sideways(page)).toEqual([]);
  });

  it('fold into the card of the account on a phone', async () => {
    await page.setViewportSize(PHONE);
    await keepScreenshot(page, 'account-columns-390');
    expect(await sideways(page)).toEqual([]);
    expect(await violations(page, 'all-but-contrast')).toEqual([]);
    await show(page);
    expect((await cells(page)).join(' ')).toContain('Credit used');
    await page.setViewportSize(DESKTOP);
  });

  it('say that there is no value while the ERP is down, and never a zero', async () => {
    await product.sxe.faults({ down: true, match: 'sxapi|FetchWhere' });
    await product.reopenConnections();
    await show(page);
    for (const text of await cells(page)) expect(text).toMatch(/not available/);
    await keepScreenshot(page, 'account-columns-down-1440');
  });

  it('are not offered where the reader may not see them', async () => {
    await asServiceDesk(product, async (visitor) => {
      const desk = await browser.page(visitor);
      await show(desk);
      await desk.getByRole('button', { name: 'ERP columns' }).click();
      expect(await desk.getByRole('menuitemcheckbox').allInnerTexts()).toEqual(['Open orders', 'Last order']);
    });
  });

  it('follow a change in the ERP without a reload, asking about the changed account alone', async () => {
    await show(page);
    const [newest] = await ordersOf(product.sxe, customer);
    const asked = page.waitForRequest((request) => request.url().includes(`erp-columns?accounts=${account.id}&`));
    await product.sxe.change({ kind: 'order', order: newest?.number ?? '', customerPo: 'PO-REVISED-9' });
    await asked;
    await calm(page);
  });
});
