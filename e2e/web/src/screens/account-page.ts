import type { Page, Response } from 'playwright-core';
import { eventually } from '../browser/eventually';
import { Panel, PANELS, type PanelTitle } from './panel';

/** The Account 360 page. */
export class AccountPage {
  constructor(readonly page: Page) {}

  panel(title: PanelTitle): Panel {
    return new Panel(this.page, title);
  }

  /** Opens the page, and waits until the stream of changes is heard and every panel has its answer. */
  async open(accountId: string): Promise<void> {
    const read = new Set<string>();
    const hear = (response: Response): void => {
      const panel = panelIn(response.url());
      if (panel !== undefined) read.add(panel);
    };
    this.page.on('response', hear);
    await this.page.goto(`/accounts/${accountId}`);
    // As soon as it hears of changes, the page asks for each panel again: it may have missed one.
    await eventually(async () => expect(read.size).toBe(PANELS.length));
    this.page.off('response', hear);
    await this.settled();
  }

  async settled(): Promise<void> {
    for (const title of PANELS) await this.panel(title).isCalm();
    await eventually(async () =>
      expect(await this.page.locator('hw-linked-panels [aria-busy="true"]').count()).toBe(0),
    );
  }

  /** Returns how to read the titles of the panels that got their answer since, first come first. */
  async listenForArrivals(): Promise<() => Promise<readonly string[]>> {
    const arrivals = await this.page.evaluateHandle(() => {
      const titles: string[] = [];
      const look = (): void => {
        for (const panel of document.querySelectorAll('hw-linked-panels section')) {
          const title = panel.querySelector('h2')?.textContent?.trim() ?? '';
          const state = panel.querySelector('[data-state]')?.getAttribute('data-state');
          if (state !== 'loading' && !titles.includes(title)) titles.push(title);
        }
      };
      const changes = { childList: true, subtree: true, attributes: true, attributeFilter: ['data-state'] };
      new MutationObserver(look).observe(document.body, changes);
      return titles;
    });
    return () => arrivals.jsonValue();
  }

  /** Paths of the ERP reads the page makes from now on, for example `credit`. */
  listenForReads(): readonly string[] {
    const reads: string[] = [];
    this.page.on('request', (request) => {
      const panel = panelIn(request.url());
      if (panel !== undefined) reads.push(panel);
    });
    return reads;
  }
}

/** The panel a request is for, by its capability. */
function panelIn(url: string): string | undefined {
  return /\/api\/accounts\/[^/]+\/erp\/(\w+)/.exec(url)?.[1];
}
