import type { Locator, Page } from 'playwright-core';
import { accountOf, type DemoAccount } from '../../../tools/dev/demo-accounts.mts';
import { sideways } from './browser/accessibility';
import { DESKTOP, openBrowser, type OpenedBrowser, PHONE } from './browser/opened-browser';
import { keepScreenshot } from './browser/screenshots';
import { type ConnectedErps, connectErps } from './product/connected-erps';
import { runningProduct, type RunningProduct } from './product/running-product';
import { AccountPage } from './screens/account-page';
import { Panel } from './screens/panel';

/** Customers of every simulated ERP who do not pay in hundredths, and their orders. */
const YEN = '2001';
const DINAR = '2002';
const BILLED_IN_YEN = '190001';
const OPEN_IN_YEN = '190003';
const OPEN_IN_DINARS = '190004';

/** How an ERP writes prices that are finer than its currency; a price stands for one unit, or for 10 or 100. */
interface FinePrices {
  readonly erp: string;
  readonly order?: (number: string) => string;
  /** 0.0095, 0.1000 and 3.5000 for one. */
  readonly dinarTenth: string;
  readonly dinarCent: string;
  readonly halfYen: string;
}

const ERPS: readonly FinePrices[] = [
  { erp: 'infor-sxe', dinarCent: 'KWD 0.0095 / EA', dinarTenth: 'KWD 0.1000 / EA', halfYen: '¥3.5000 / EA' },
  // SAP has no price finer than the currency, and prices more units at once.
  { erp: 'sap-s4hana', dinarCent: 'KWD 0.095 / 10 EA', dinarTenth: 'KWD 0.100 / EA', halfYen: '¥35 / 10 EA' },
  { erp: 'netsuite', dinarCent: 'KWD 0.0095 / EA', dinarTenth: 'KWD 0.1000 / EA', halfYen: '¥3.5000 / EA' },
  {
    erp: 'dynamics365-fscm',
    order: (number) => number.padStart(9, '0'),
    dinarCent: 'KWD 0.950 / 100 EA',
    dinarTenth: 'KWD 10.000 / 100 EA',
    halfYen: '¥3.5000 / EA',
  },
  { erp: 'dynamics365-bc', dinarCent: 'KWD 0.0095 / EA', dinarTenth: 'KWD 0.1000 / EA', halfYen: '¥3.5000 / EA' },
  // A column of nine decimals fills up with zeros, which are nobody's price.
  { erp: 'epicor-p21', dinarCent: 'KWD 0.0095 / EA', dinarTenth: 'KWD 0.100 / EA', halfYen: '¥3.5 / EA' },
];

describe('what an ERP says, to the last digit', () => {
  let product: RunningProduct;
  let browser: OpenedBrowser;
  let page: Page;
  let yen: DemoAccount;
  let dinar: DemoAccount;

  beforeAll(async () => {
    product = await runningProduct();
    [yen, dinar] = await Promise.all([accountOf(product.rep, YEN), accountOf(product.rep, DINAR)]);
    browser = await openBrowser(product.url);
    page = await browser.page({ email: 'rep@headwater.demo' });
  });

  afterEach(() => expect(browser.complaints()).toEqual([]));
  afterAll(() => browser.close());

  it('stands on the account of a customer who pays in yen, without decimals', async () => {
    const screen = new AccountPage(page);
    await screen.open(yen.id);
    expect(await screen.panel('Credit').text()).toContain('¥2,500,000');
    const [open, billed] = await screen.panel('Orders').rows();
    expect(open).toEqual(expect.arrayContaining([OPEN_IN_YEN, '12345678901234567890', '¥153,500']));
    expect(billed).toEqual(expect.arrayContaining([BILLED_IN_YEN, '¥378,504']));
    expect((await screen.panel('Open invoices').rows())[0]?.filter((cell) => cell === '¥378,504')).toHaveLength(2);
    const prices = (await screen.panel('Prices').rows()).flat().join(' ');
    for (const price of ['¥125,000 / EA', '¥114 / EA', '¥3.5000 / EA']) expect(prices).toContain(price);
    expect(await screen.panel('Shipments').text()).toContain('61299998820821171811');
    await isShownWell('lossless-yen');
  });

  it('stands there for dinars, with three decimals, and for a stock of 20 digits', async () => {
    const screen = new AccountPage(page);
    await screen.open(dinar.id);
    expect(await screen.panel('Credit').text()).toContain('KWD 7,500.500');
    const [open] = await screen.panel('Orders').rows();
    expect(open).toEqual(expect.arrayContaining([OPEN_IN_DINARS, '98765432109876543210', 'KWD 57.060']));
    const [invoice] = await screen.panel('Open invoices').rows();
    expect(invoice).toEqual(expect.arrayContaining(['KWD 1,749.485', 'KWD 749.360']));
    const prices = (await screen.panel('Prices').rows()).flat().join(' ');
    for (const price of ['KWD 249.755 / EA', 'KWD 0.1000 / EA', 'KWD 0.0095 / EA']) expect(prices).toContain(price);
    // 12345678901234567890 less what two open orders wait for.
    expect(await screen.panel('Stock').text()).toContain('12,345,678,901,234,567,307 EA');
    await isShownWell('lossless-dinars');
    await isShownWell('lossless-stock', screen.panel('Stock').root);
    await page.setViewportSize(PHONE);
    const row = screen.panel('Stock').root.locator('tr').filter({ hasText: '567,307' });
    const [item, figure] = [await row.locator('.hw-key').boundingBox(), await row.locator('strong').boundingBox()];
    expect((item?.x ?? Infinity) + (item?.width ?? 0)).toBeLessThanOrEqual(figure?.x ?? 0);
    await page.setViewportSize(DESKTOP);
  });

  describe('in the orders of', () => {
    let connected: ConnectedErps;

    beforeAll(async () => {
      const others = ERPS.map(({ erp }) => erp).filter((erp) => erp !== 'infor-sxe');
      connected = await connectErps(product, others);
    });

    afterAll(() => connected.end());

    it.each(ERPS.map((each) => [each.erp, each] as const))('%s', async (erp, { order = same, ...fine }) => {
      const connection = connected.ids.get(erp) ?? product.connectionId;
      const open = await sheet(yen, connection, order(OPEN_IN_YEN));
      expect(await open.text()).toContain('12345678901234567890');
      expect(await open.text()).toContain('¥153,500');
      expect(await pricesOf(open)).toEqual([
        ['¥125,000 / EA', '¥125,000'],
        ['¥114 / EA', '¥28,500'],
      ]);
      const billed = await sheet(yen, connection, order(BILLED_IN_YEN));
      expect((await pricesOf(billed))[1]).toEqual([fine.halfYen, '¥3,504']);
      const dinars = await sheet(dinar, connection, order(OPEN_IN_DINARS));
      expect(await dinars.text()).toContain('98765432109876543210');
      expect(await dinars.text()).toContain('KWD 57.060');
      expect(await pricesOf(dinars)).toEqual([
        [fine.dinarCent, 'KWD 23.760'],
        [fine.dinarTenth, 'KWD 33.300'],
      ]);
      await isShownWell(`lossless-order-${erp}`);
    });
  });

  async function sheet({ id }: DemoAccount, connection: string, number: string): Promise<Panel> {
    await page.goto(`/accounts/${id}/orders/${connection}/${number}`);
    const order = new Panel(page.getByRole('dialog', { name: number }), 'Order');
    await order.hasState('value');
    return order;
  }

  /** The last two cells of every line. */
  async function pricesOf(order: Panel): Promise<readonly (readonly string[])[]> {
    return (await order.rows()).map((cells) => cells.slice(-2));
  }

  async function isShownWell(name: string, part?: Locator): Promise<void> {
    await keepScreenshotOf(`${name}-1440`, part);
    await page.setViewportSize(PHONE);
    await keepScreenshotOf(`${name}-390`, part);
    const found = await sideways(page);
    await page.setViewportSize(DESKTOP);
    expect(found).toEqual([]);
  }

  async function keepScreenshotOf(name: string, part: Locator | undefined): Promise<void> {
    await part?.evaluate((element) => {
      element.scrollIntoView({ block: 'center' });
    });
    await keepScreenshot(page, name);
  }
});

function same(number: string): string {
  return number;
}
