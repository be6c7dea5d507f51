import type { Page } from 'playwright-core';
import { accountOf } from '../../../tools/dev/demo-accounts.mts';
import { eventually } from './browser/eventually';
import { openBrowser, type OpenedBrowser } from './browser/opened-browser';
import { runningProduct, type RunningProduct } from './product/running-product';
import { customersWithShipments, ordersOf } from './product/truth';

/** Longer than it takes until the page is renewed. */
const RENEWED_WITHIN_MS = 20_000;

describe('an admin looks at how a connection does', () => {
  let product: RunningProduct;
  let browser: OpenedBrowser;
  let page: Page;
  let customer: string;

  beforeAll(async () => {
    product = await runningProduct();
    [customer = ''] = await customersWithShipments(product.sxe);
    const account = await accountOf(product.rep, customer);
    for (let times = 0; times < 4; times += 1) await product.rep.get(`/api/accounts/${account.id}/erp`);
    browser = await openBrowser(product.url);
    page = await browser.page({ email: 'admin@headwater.demo' });
  });

  afterEach(() => expect(browser.complaints()).toEqual([]));
  afterAll(() => browser.close());

  it('from the list of connections', async () => {
    await page.goto('/admin/connections');
    const card = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'SX.e East' }) });
    await card.getByRole('link', { name: 'Report' }).click();
    await page.getByRole('heading', { level: 1, name: 'Report' }).waitFor();
    await eventually(async () => expect(await page.locator('hw-time-chart svg').count()).toBe(3));
  });

  it('and reads the very numbers that Prometheus is told', async () => {
    const calls = await metric('headwater_erp_last_hour_calls');
    const hitRatio = await metric('headwater_erp_last_hour_hit_ratio');
    expect(calls).toBeGreaterThan(0);
    expect(await figure('Calls')).toBe(new Intl.NumberFormat('en-US').format(calls));
    const share = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 });
    expect(await figure('Answered without asking the ERP')).toBe(share.format(hitRatio));
    expect(await counted('headwater_erp_call_seconds_count')).toBe(calls);
  });

  it('sees a change in the ERP arrive without doing anything', async () => {
    const before = Number(await figure('Notices of changes'));
    const [order] = await ordersOf(product.sxe, customer);
    await product.sxe.change({ kind: 'order', order: order?.number, customerPo: 'PO-REPORT-1' });
    await page.waitForFunction(
      (least) => {
        const tiles = [...document.querySelectorAll('.tile')];
        const tile = tiles.find((each) => each.querySelector('dt')?.textContent === 'Notices of changes');
        return Number(tile?.querySelector('.value')?.textContent) >= least;
      },
      before + 1,
      { timeout: RENEWED_WITHIN_MS },
    );
    expect(await figure('From the notice to its effect')).toMatch(/ms$/);
  });

  it('works it by keyboard: another window, a drawing as a table, a pause', async () => {
    await page.getByRole('radio', { name: '60 minutes' }).focus();
    await page.keyboard.press('ArrowLeft');
    await eventually(async () => expect(await page.getByRole('radio', { name: '15 minutes' }).isChecked()).toBe(true));
    await page.getByRole('button', { name: /^Show as a table.*Calls to the ERP/ }).focus();
    await page.keyboard.press('Enter');
    const table = page.getByRole('region', { name: /^Calls to the ERP.*as a table/ });
    await eventually(async () => expect(await table.getByRole('row').count()).toBe(16));
    await page.getByRole('button', { name: 'Pause' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Paused at').waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
  });

  it('keeps the last figures without a network, and says so', async () => {
    await page.context().setOffline(true);
    await page.getByText('Not connected:').waitFor();
    expect(Number((await figure('Calls')).replace(/\D/g, ''))).toBeGreaterThan(0);
    await page.context().setOffline(false);
    await page.getByText('Renewed every ten seconds').waitFor();
  });

  it('while a rep is told at its address that it is not for them', async () => {
    const rep = await browser.page({ email: 'rep@headwater.demo' });
    await rep.goto(`/admin/connections/${product.connectionId}/report`);
    await rep.getByRole('heading', { name: 'You may not open this page' }).waitFor();
    const answer = await product.rep.fetch(`/api/erp/connections/${product.connectionId}/report`);
    expect(answer.status).toBe(403);
  });

  async function figure(title: string): Promise<string> {
    const tile = page.locator('.tile').filter({ has: page.getByText(title, { exact: true }) });
    return (await tile.locator('.value').innerText()).trim();
  }

  /** The value of a metric of this connection that has no other labels. */
  async function metric(name: string): Promise<number> {
    const line = (await scrape()).find((each) => each.startsWith(`${name}{connection="${product.connectionId}"} `));
    return Number(line?.split(' ').at(-1));
  }

  /** All samples of a metric of this connection together. */
  async function counted(name: string): Promise<number> {
    const lines = (await scrape()).filter((each) => each.startsWith(`${name}{connection="${product.connectionId}"`));
    return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  }

  async function scrape(): Promise<readonly string[]> {
    return (await (await fetch(`${product.url}/metrics`)).text()).split('\n');
  }
});
