import { ComponentHarness } from '@angular/cdk/testing';
import { TimeChartHarness } from '@headwater/web/ui';

/** The page as an admin reads it: figures by their titles, charts, and what can be pressed. */
export class ReportPageHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-report-page';

  readonly charts = this.locatorForAll(TimeChartHarness);

  /** The value of each tile, by its title. */
  async figures(): Promise<Readonly<Record<string, string>>> {
    const [titles, values] = await Promise.all([this.#texts('.tile dt'), this.#texts('.tile .value')]);
    return Object.fromEntries(titles.map((title, at) => [title, values[at] ?? '']));
  }

  async rows(): Promise<readonly string[]> {
    return this.#texts('section tbody tr');
  }

  async press(words: RegExp): Promise<void> {
    for (const button of await this.locatorForAll('button')()) {
      if (words.test(await button.text())) return button.click();
    }
    throw new Error(`There is no button ${String(words)}.`);
  }

  /** Chooses how far to look back. */
  async lookBack(index: number): Promise<void> {
    await (await this.locatorForAll('.window input')())[index]?.click();
  }

  async text(): Promise<string> {
    return (await (await this.host()).text()).replace(/\s+/g, ' ');
  }

  async #texts(selector: string): Promise<readonly string[]> {
    const found = await this.locatorForAll(selector)();
    return Promise.all(found.map(async (each) => (await each.text()).replace(/\s+/g, ' ').trim()));
  }
}
