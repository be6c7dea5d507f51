import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../../dev/seed-demo.mts';

/** When things happened in the browser, by the wall clock. */
export interface ScreenMoments {
  /** The app asked for the panel that changed. */
  readonly asked: number;
  /** The answer had arrived. */
  readonly answered: number;
  /** The new value stood in the document. */
  readonly shown: number;
}

const PATIENCE_MS = 15_000;

/** An account as somebody has it open. */
export async function openAccount(browser: Browser, url: string, accountId: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  const data = { email: 'rep@headwater.demo', password: DEMO_PASSWORD };
  const signedIn = await context.request.post('/api/auth/sign-in', { data, headers: { origin: url } });
  if (!signedIn.ok()) throw new Error(`The sign-in answered ${signedIn.status()}.`);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`/accounts/${accountId}`);
  return page;
}

/** Begins to wait for a text; what it resolves with says when it came, and when the panel's read began and ended. */
export async function awaitText(page: Page, text: string, readPath: string): Promise<() => Promise<ScreenMoments>> {
  await page.evaluate(
    ({ expected, patienceMs }) => {
      performance.clearResourceTimings();
      const holder = globalThis as unknown as { shown?: Promise<number> };
      holder.shown = new Promise((done, fail) => {
        const look = (): void => {
          if (document.body.textContent?.includes(expected) !== true) return;
          observer.disconnect();
          done(performance.timeOrigin + performance.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        setTimeout(() => fail(new Error(`${expected} did not come.`)), patienceMs);
      });
      holder.shown.catch(() => undefined);
    },
    { expected: text, patienceMs: PATIENCE_MS },
  );
  return () =>
    page.evaluate(async (path) => {
      const shown = (await (globalThis as unknown as { shown?: Promise<number> }).shown) ?? Number.NaN;
      const reads = performance.getEntriesByType('resource').filter(({ name }) => name.includes(path));
      // The screen asks once more when a change has settled, and that may still be of the change before.
      const read = reads.findLast(
        (entry) => performance.timeOrigin + (entry as PerformanceResourceTiming).responseEnd <= shown,
      ) as PerformanceResourceTiming | undefined;
      const at = (ms: number | undefined): number => performance.timeOrigin + (ms ?? Number.NaN);
      return { asked: at(read?.startTime), answered: at(read?.responseEnd), shown };
    }, readPath);
}
