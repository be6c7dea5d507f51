import { ContentContainerComponentHarness, HarnessPredicate } from '@angular/cdk/testing';
import { FreshnessHarness } from '../freshness/freshness.harness';
import { ProblemHarness } from '../problem/problem.harness';

export class ErpPanelHarness extends ContentContainerComponentHarness {
  static readonly hostSelector = 'hw-erp-panel';

  static withTitle(title: string): HarnessPredicate<ErpPanelHarness> {
    return new HarnessPredicate(ErpPanelHarness, {}).addOption('title', title, async (panel, wanted) => {
      return (await panel.title()) === wanted;
    });
  }

  readonly #title = this.locatorFor('.title');
  readonly #source = this.locatorForOptional('.source');
  readonly #body = this.locatorFor('.body');
  readonly #refresh = this.locatorFor('button.refresh');

  readonly freshness = this.locatorForOptional(FreshnessHarness);
  readonly problem = this.locatorForOptional(ProblemHarness);

  async title(): Promise<string> {
    return (await this.#title()).text();
  }

  async source(): Promise<string | undefined> {
    return (await this.#source())?.text();
  }

  async state(): Promise<string | null> {
    return (await this.#body()).getAttribute('data-state');
  }

  async bodyText(): Promise<string> {
    return (await this.#body()).text();
  }

  async refresh(): Promise<void> {
    await (await this.#refresh()).click();
  }
}
