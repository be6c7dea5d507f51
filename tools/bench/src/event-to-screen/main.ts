/** `npm run bench -- --only event-to-screen`: from a change notice to the new value on an open screen, in a real browser. */
import { setTimeout } from 'node:timers/promises';
import { launchBrowser } from '../../../dev/browser.mts';
import { accountOf } from '../../../dev/demo-accounts.mts';
import { EVENT_SECRET } from '../../../dev/simulated-erps.mts';
import { median } from '../arrivals';
import { customersWithOrders } from '../benched-product';
import { printResult } from '../print-result';
import type { BenchResult } from '../result';
import { withProduct, type StartedProduct } from '../with-product';
import { startNoticeRelay, type NoticeRelay } from './notice-relay';
import { awaitText, openAccount, type ScreenMoments } from './watched-screen';

const CHANGES = 30;
const ERP_LATENCY = { latencyMs: 50, match: 'sxapi|FetchWhere' };
/** Longer than the connection's settle time, after which the screen asks once more. */
const BETWEEN_MS = 1_500;

interface Measured extends ScreenMoments {
  readonly sent: number;
  /** From the first ERP call to the end of the last one, as the ERP itself counts. */
  readonly erpMs: number;
}

await withProduct(async (product) => {
  const [customer = ''] = await customersWithOrders(product, 1);
  const account = await accountOf(product.rep, customer);
  const relay = await startNoticeRelay(`${product.url}/api/erp/events/${product.connectionId}`);
  await product.sxe.post('reset', { webhooks: true });
  await product.sxe.post('webhook', { url: relay.url, secret: EVENT_SECRET, company: '1' });
  await product.sxe.faults(ERP_LATENCY);
  const browser = await launchBrowser();
  try {
    const page = await openAccount(browser, product.url, account.id);
    await page
      .getByText(/On credit hold|Not on hold/)
      .first()
      .waitFor();
    const measured: Measured[] = [];
    for (let n = 0; n < CHANGES; n += 1) {
      const limit = 100_000 + n * 1_111;
      const moments = await awaitText(page, limit.toLocaleString('en-US'), '/erp/credit');
      measured.push(await changed(product, relay, { customer, limit, moments }));
      await setTimeout(BETWEEN_MS);
    }
    printResult(tableOf(measured));
  } finally {
    await browser.close();
    relay.close();
  }
});

async function changed(
  { sxe }: StartedProduct,
  relay: NoticeRelay,
  to: { readonly customer: string; readonly limit: number; readonly moments: () => Promise<ScreenMoments> },
): Promise<Measured> {
  const { count } = await sxe.get<{ count: number }>('log');
  await sxe.change({ kind: 'credit', customer: to.customer, creditLimit: `${to.limit}.00` });
  const moments = await to.moments();
  const { calls } = await sxe.log();
  const mine = calls.slice(count).map(({ at, ms }) => ({ from: Date.parse(at), to: Date.parse(at) + ms }));
  const erpMs = Math.max(...mine.map((call) => call.to)) - Math.min(...mine.map(({ from }) => from));
  return { ...moments, sent: relay.sentAt(), erpMs };
}

function tableOf(measured: readonly Measured[]): BenchResult {
  const row = (step: string, ms: (one: Measured) => number): BenchResult['rows'][number] => {
    const values = measured
      .map(ms)
      .filter(Number.isFinite)
      .sort((left, right) => left - right);
    const [first = Number.NaN] = values;
    const last = values.at(-1) ?? Number.NaN;
    return { step, 'median ms': Math.round(median(values)), 'min ms': Math.round(first), 'max ms': Math.round(last) };
  };
  return {
    title: 'From a change notice to the new value on an open screen',
    method: `${measured.length} changes of a credit limit, ERP latency 50 ms, headless Chromium on this machine`,
    rows: [
      row('notice sent → the app asks', ({ sent, asked }) => asked - sent),
      row('the app asks → it is answered', ({ asked, answered }) => answered - asked),
      row('of which the ERP is at work', ({ erpMs }) => erpMs),
      row('answered → the value stands on the screen', ({ answered, shown }) => shown - answered),
      row('notice sent → the value stands on the screen', ({ sent, shown }) => shown - sent),
    ],
  };
}
