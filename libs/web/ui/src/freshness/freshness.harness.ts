import { ComponentHarness } from '@angular/cdk/testing';
import { MatTooltipHarness } from '@angular/material/tooltip/testing';

export class FreshnessHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-freshness';

  readonly #text = this.locatorFor('.text');
  readonly #tooltip = this.locatorFor(MatTooltipHarness);

  async text(): Promise<string> {
    return (await this.#text()).text();
  }

  async tone(): Promise<string | null> {
    return (await this.host()).getAttribute('data-tone');
  }

  async explanation(): Promise<string> {
    const tooltip = await this.#tooltip();
    await tooltip.show();
    return tooltip.getTooltipText();
  }
}
