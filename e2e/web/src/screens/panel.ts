import type { Locator, Page } from 'playwright-core';
import { eventually } from '../browser/eventually';

export const PANELS = ['Credit', 'Orders', 'Shipments', 'Open invoices', 'Prices', 'Stock'] as const;
export type PanelTitle = (typeof PANELS)[number];

/** The badge of a value the ERP gave. */
export const FRESH = /^(live|cached \d+ s)$/;

/** One ERP panel of a page, or of a dialog, by the words in its title bar. */
export class Panel {
  readonly root: Locator;

  constructor(
    scope: Page | Locator,
    readonly title: string,
  ) {
    // A panel is named by its title and its source.
    this.root = scope.getByRole('region', { name: new RegExp(`^${title}\\b`) });
  }

  get refresh(): Locator {
    return this.root.getByRole('button', { name: /^Refresh / });
  }

  get badge(): Locator {
    return this.root.locator('hw-freshness');
  }

  async freshness(): Promise<string> {
    return (await this.badge.innerText()).trim();
  }

  async text(): Promise<string> {
    return (await this.root.innerText()).replace(/\s+/g, ' ');
  }

  async state(): Promise<string | null> {
    return this.root.locator('[data-state]').getAttribute('data-state');
  }

  async hasState(state: string): Promise<void> {
    await this.root.locator(`[data-state="${state}"]`).waitFor();
  }

  async isCalm(): Promise<void> {
    await eventually(async () => expect(await this.root.getAttribute('aria-busy')).toBe('false'));
  }

  /** The cells of every row, in reading order, without the heading. */
  async rows(): Promise<readonly (readonly string[])[]> {
    const rows = await this.root.locator('tbody tr').all();
    return Promise.all(
      rows.map(async (row) =>
        (await row.locator('th, td').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()),
      ),
    );
  }
}

/** `$1,234.50` and `12 EA` as the decimals they show. */
export function decimalOf(text: string | undefined): string {
  const found = /-?[\d,]+(?:\.\d+)?/.exec(text ?? '');
  if (found === null) throw new Error(`“${text}” shows no number.`);
  return found[0].replaceAll(',', '');
}
