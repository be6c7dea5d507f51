import type { Locator, Page } from 'playwright-core';
import { eventually } from './browser/eventually';
import { openBrowser, type OpenedBrowser } from './browser/opened-browser';
import { overhear } from './browser/overhear';
import { runningProduct, type RunningProduct } from './product/running-product';

const NAME = 'SX.e South';

interface Credentials {
  readonly ionapi: Readonly<Record<string, string>>;
}

describe('an admin connects an ERP', () => {
  let product: RunningProduct;
  let browser: OpenedBrowser;
  let page: Page;
  let ionapi: Readonly<Record<string, string>>;
  /** Everything the server told the browser. */
  const told: string[] = [];

  beforeAll(async () => {
    product = await runningProduct();
    ({ ionapi } = await product.sxe.get<Credentials>('credentials'));
    browser = await openBrowser(product.url);
    page = await browser.page({ email: 'admin@headwater.demo' });
    overhear(page, '/api/erp/', told);
  });

  afterEach(() => product.sxe.faults({}));
  afterEach(() => expect(browser.complaints()).toEqual([]));
  afterAll(() => browser.close());

  it('from the list of connections, by a form the adapter describes', async () => {
    await page.goto('/accounts');
    await page.getByRole('navigation').getByRole('link', { name: 'ERP connections' }).click();
    await page.getByRole('link', { name: 'SX.e East' }).waitFor();
    await page.getByRole('link', { name: 'Connect an ERP' }).click();
    await page.getByRole('radio', { name: /^Infor/ }).check();
    await page.getByLabel('Credentials file (.ionapi)').waitFor();
    await page.getByLabel('Company number (cono)').waitFor();
  });

  it('is told at the fields what is missing', async () => {
    await press('Save connection');
    await eventually(async () => {
      expect(await page.getByLabel('Company number (cono)').getAttribute('aria-invalid')).toBe('true');
    });
    await isInSight(page.getByText('Give the connection a name.'));
  });

  it('is told plainly that a secret is wrong, and how to put it right', async () => {
    await page.getByRole('textbox', { name: 'Name' }).fill(NAME);
    await page.getByLabel('Company number (cono)').fill('1');
    await page.getByLabel('Credentials file (.ionapi)').fill(JSON.stringify({ ...ionapi, sask: 'not-the-secret' }));
    await press('Test');
    await isInSight(page.getByText(/^\d+ of \d+ checks failed\.$/));
    const failed = page.getByRole('listitem').filter({ has: page.getByRole('img', { name: 'Failed' }) });
    expect(await failed.first().innerText()).toMatch(/service account|credentials|refused/i);
  });

  it('sees every check pass with the right one, and saves it', async () => {
    await page.getByLabel('Credentials file (.ionapi)').fill(JSON.stringify(ionapi));
    await press('Test');
    await isInSight(page.getByText('Every check passed.'));
    await press('Save connection');
    await page.getByText(`${NAME} is saved.`).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Link customers' }).waitFor();
  });

  it('is shown which customer each account is, links one, and takes it back', async () => {
    const first = page.getByRole('group').filter({ hasText: 'certain' }).first();
    await first.waitFor();
    expect(await first.innerText()).toMatch(/same number.*same name/);
    const number = (await first.locator('.hw-key').first().innerText()).trim();
    await page.getByRole('button', { name: new RegExp(`^Link .* to ${number}$`) }).click();
    await page.getByText(`Linked to ${number}`).waitFor();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page.getByRole('button', { name: new RegExp(`^Link .* to ${number}$`) }).waitFor();
    await page.getByRole('link', { name: 'Done' }).click();
    await page.getByRole('link', { name: NAME }).waitFor();
  });

  it('never sees the secret again, on the page or on the wire', async () => {
    told.length = 0;
    await page.goto('/admin/connections');
    await page.getByRole('link', { name: NAME }).click();
    const file = page.getByLabel('Credentials file (.ionapi)');
    await file.waitFor();
    expect(await file.inputValue()).toBe('');
    expect(await file.getAttribute('placeholder')).toContain('Stored');
    await press('Test');
    await isInSight(page.getByText('Every check passed.'));
    const { ci: clientId = '', ...secrets } = ionapi;
    expect(clientId).not.toBe('');
    const [seen, heard] = [await page.content(), told.join('\n')];
    expect(heard).toContain(NAME);
    for (const key of ['cs', 'saak', 'sask']) {
      expect({ key, seen: seen.includes(secrets[key] ?? ''), heard: heard.includes(secrets[key] ?? '') }).toEqual({
        key,
        seen: false,
        heard: false,
      });
    }
  });

  it('deletes it again, after being asked', async () => {
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete connection' }).click();
    await page.getByRole('link', { name: 'SX.e East' }).waitFor();
    await eventually(async () => expect(await page.getByRole('link', { name: NAME }).count()).toBe(0));
  });

  it('while a rep sees no way there, and is told so at its address', async () => {
    const rep = await browser.page({ email: 'rep@headwater.demo' });
    await rep.goto('/accounts');
    await rep.getByRole('table').waitFor();
    expect(await rep.getByRole('link', { name: 'ERP connections' }).count()).toBe(0);
    await rep.goto('/admin/connections');
    await rep.getByRole('heading', { name: 'You may not open this page' }).waitFor();
    expect(new URL(rep.url()).pathname).toBe('/admin/connections');
  });

  function press(name: string): Promise<void> {
    return page.getByRole('button', { name, exact: true }).click();
  }

  /** There, and where somebody sees it without scrolling. */
  async function isInSight(locator: Locator): Promise<void> {
    await locator.waitFor();
    await eventually(async () => {
      const box = await locator.boundingBox();
      const height = page.viewportSize()?.height ?? 0;
      expect({ inSight: box !== null && box.y >= 0 && box.y + box.height <= height }).toEqual({ inSight: true });
    });
  }
});
