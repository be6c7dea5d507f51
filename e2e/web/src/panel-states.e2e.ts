import { accountOf, type DemoAccount } from '../../../tools/dev/demo-accounts.mts';
import { eventually } from './browser/eventually';
import { openBrowser, type OpenedBrowser } from './browser/opened-browser';
import { runningProduct, type RunningProduct } from './product/running-product';
import { asServiceDesk } from './product/service-desk';
import { customersWithShipments } from './product/truth';
import { AccountPage } from './screens/account-page';
import { FRESH, PANELS, type PanelTitle } from './screens/panel';

const REP = { email: 'rep@headwater.demo' };
const READS = 'sxapi|FetchWhere';
const INVOICES = 'argetinvoicelist';
/** What would look like an answer. */
const ANSWERS = /No orders|No open invoices|Nothing shipped|\$0\.00|Not on hold/;

interface Fault {
  readonly name: string;
  readonly fault: Readonly<Record<string, unknown>>;
  readonly says: string;
}

const FAULTS: readonly Fault[] = [
  { name: 'is down', fault: { down: true }, says: 'The ERP cannot be reached' },
  { name: 'needs ten seconds', fault: { latencyMs: 10_000 }, says: 'The ERP did not answer in time' },
  { name: 'answers malformed JSON', fault: { malformedRate: 1 }, says: 'The ERP answered with something unreadable' },
  { name: 'refuses inside a 200', fault: { businessErrorRate: 1 }, says: 'Infor SX.e cannot answer at the moment' },
];

/** What a panel says whose question came after others had shown that the ERP does not answer. */
const SPARED = 'The ERP did not answer the latest calls';

describe('the panels of an account, while the ERP', () => {
  let product: RunningProduct;
  let browser: OpenedBrowser;
  let screen: AccountPage;
  let accounts: DemoAccount[];

  beforeAll(async () => {
    product = await runningProduct();
    const customers = (await customersWithShipments(product.sxe)).slice(4, 4 + 2 * FAULTS.length + 3);
    accounts = await Promise.all(customers.map((customer) => accountOf(product.rep, customer)));
    browser = await openBrowser(product.url);
    screen = new AccountPage(await browser.page(REP));
  });

  /** A breaker that one fault opened would answer the next. */
  afterEach(async () => {
    await product.sxe.faults({});
    await product.reopenConnections();
  });
  afterEach(() => expect(browser.complaints()).toEqual([]));
  afterAll(() => browser.close());

  it.each(FAULTS)('$name, say so and never look empty', async ({ fault, says }) => {
    await product.sxe.faults({ ...fault, match: READS });
    await screen.open(unseen().id);
    const texts: string[] = [];
    for (const title of PANELS) {
      const text = await textOfFailed(title);
      expect({ title, text }).toEqual({ title, text: expect.stringMatching(`${says}|${SPARED}`) });
      expect(text).not.toMatch(ANSWERS);
      texts.push(text);
    }
    expect(texts.some((text) => text.includes(says))).toBe(true);
    await screen.page.getByLabel('New note').waitFor();
  });

  it.each(FAULTS)('$name for invoices alone, leave the others as they are', async ({ fault, says }) => {
    await product.sxe.faults({ ...fault, match: INVOICES });
    await screen.open(unseen().id);
    await failed('Open invoices', says);
    for (const title of PANELS.filter((each) => each !== 'Open invoices')) {
      expect({ title, state: await screen.panel(title).state() }).toEqual({ title, state: 'value' });
      expect(await screen.panel(title).freshness()).toMatch(FRESH);
    }
  });

  it('is down and comes back, answer again by their own refresh', async () => {
    await product.sxe.faults({ down: true, match: READS });
    await screen.open(unseen().id);
    await failed('Orders', 'The ERP cannot be reached');
    await product.sxe.faults({});
    // Who asks again at once may hear once more that the ERP is not to be asked yet.
    await eventually(async () => {
      await screen.panel('Orders').refresh.click();
      await screen.settled();
      expect(await screen.panel('Orders').freshness()).toBe('live');
    });
    expect(await screen.panel('Orders').state()).toBe('value');
    await failed('Shipments', 'The ERP cannot be reached');
    await screen.panel('Shipments').root.getByRole('button', { name: 'Try again' }).click();
    await eventually(async () => expect(await screen.panel('Shipments').freshness()).toBe('live'));
  });

  it('is down, keep what was last known, with its time, and are live again after it', async () => {
    await screen.open(unseen().id);
    const orders = screen.panel('Orders');
    const before = await orders.rows();
    await product.sxe.faults({ down: true, match: READS });
    await orders.refresh.click();
    await eventually(async () => expect(await orders.freshness()).toMatch(/^last known \d\d:\d\d$/));
    expect(await orders.rows()).toEqual(before);
    await product.sxe.faults({});
    await orders.refresh.click();
    await eventually(async () => expect(await orders.freshness()).toBe('live'));
  });

  it('answers, hide from the service desk what it may not see, and ask nothing for it', async () => {
    const account = unseen();
    await asServiceDesk(product, async ({ email }) => {
      const page = await browser.page({ email });
      const desk = new AccountPage(page);
      // What an earlier fault held up may be logged only now.
      const since = new Date().toISOString();
      await desk.open(account.id);
      for (const title of ['Credit', 'Open invoices', 'Prices'] as const) {
        expect({ title, state: await desk.panel(title).state() }).toEqual({ title, state: 'hidden' });
        expect(await desk.panel(title).freshness()).toBe('hidden');
      }
      for (const title of ['Orders', 'Shipments', 'Stock'] as const) {
        expect({ title, state: await desk.panel(title).state() }).toEqual({ title, state: 'value' });
      }
      const { calls } = await product.sxe.log();
      expect(calls.filter(({ at, path }) => at >= since && /invoice|pricing|customersummary/i.test(path))).toEqual([]);
      await page.context().close();
    });
  });

  /** An account of which nothing is cached yet. */
  function unseen(): DemoAccount {
    const account = accounts.shift();
    if (account === undefined) throw new Error('There are too few accounts.');
    return account;
  }

  async function failed(title: PanelTitle, says: string): Promise<void> {
    expect({ title, text: await textOfFailed(title) }).toEqual({ title, text: expect.stringContaining(says) });
  }

  async function textOfFailed(title: PanelTitle): Promise<string> {
    const panel = screen.panel(title);
    await panel.hasState('failed');
    expect(await panel.freshness()).toBe('not available');
    return panel.text();
  }
});
