import type { Page } from 'playwright-core';
import { sideways, violations } from './browser/accessibility';
import { DESKTOP, openBrowser, PHONE, type OpenedBrowser } from './browser/opened-browser';
import { keepDocsImage, keepScreenshot } from './browser/screenshots';
import { runningProduct } from './product/running-product';
import { type Demo, demoOf, EVERY_SCREEN, type Screen } from './screens/every-screen';

const NARROWEST = { width: 320, height: 640 };
/** WCAG 1.4.4: text at twice its size. */
const ZOOM = { width: 1280, height: 900 };

describe('every screen', () => {
  let browser: OpenedBrowser;
  let demo: Demo;
  let pages: Readonly<Record<Screen['as'], Page>>;

  beforeAll(async () => {
    const product = await runningProduct();
    demo = await demoOf(product);
    browser = await openBrowser(product.url);
    pages = {
      nobody: await browser.page(),
      rep: await browser.page({ email: 'rep@headwater.demo' }),
      admin: await browser.page({ email: 'admin@headwater.demo' }),
    };
  });

  afterEach(() => demo.product.sxe.faults({}));
  afterEach(() => expect(browser.complaints()).toEqual([]));
  afterAll(() => browser.close());

  it.each(EVERY_SCREEN)('$name: axe finds nothing, light, dark or on a phone; nothing is cut off', async (screen) => {
    const page = pages[screen.as];
    await page.setViewportSize(DESKTOP);
    await screen.show(page, demo);
    const found: Record<string, unknown> = {};
    await keepScreenshot(page, `${screen.name}-1440`);
    if (screen.name === 'account-360') await keepDocsImage(page, screen.name);
    found['light'] = await violations(page, 'everything');
    found['dark'] = await inDark(page, screen);
    found['twice the text'] = await withTwiceTheText(page);
    await page.setViewportSize(PHONE);
    await keepScreenshot(page, `${screen.name}-390`);
    found['phone'] = [...(await onTallPhone(page)), ...(await sideways(page))];
    await page.setViewportSize(NARROWEST);
    found['narrowest'] = await sideways(page);
    expect(found).toEqual({ light: [], dark: [], 'twice the text': [], phone: [], narrowest: [] });
  });

  it('is looked at by checks that do find faults', async () => {
    const page = await browser.page();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<img src="favicon.svg"><p style="width: 200vw; color: #ddd; background: #fff">Hardly to be read</p>',
      );
    });
    const found = await violations(page, 'everything');
    expect(found.map((violation) => violation.split(':')[0])).toEqual(
      expect.arrayContaining(['image-alt', 'color-contrast']),
    );
    expect(await sideways(page)).toHaveLength(1);
  });

  async function inDark(page: Page, { name }: Screen): Promise<readonly string[]> {
    await page.emulateMedia({ colorScheme: 'dark' });
    if (name === 'account-360') await keepScreenshot(page, `${name}-dark-1440`);
    const found = await violations(page, 'contrast');
    await page.emulateMedia({ colorScheme: 'light' });
    return found;
  }

  async function withTwiceTheText(page: Page): Promise<readonly string[]> {
    await page.setViewportSize(ZOOM);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const found = await sideways(page);
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    return found;
  }

  /** So tall that the bar at the bottom covers nothing: what lies under it now is scrolled out from under it. */
  async function onTallPhone(page: Page): Promise<readonly string[]> {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ ...PHONE, height: height + PHONE.height });
    return violations(page, 'all-but-contrast');
  }
});
