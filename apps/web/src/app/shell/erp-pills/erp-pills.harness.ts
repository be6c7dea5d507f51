import { ComponentHarness } from '@angular/cdk/testing';

export class ErpPillsHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-erp-pills';

  readonly #pills = this.locatorForAll('.pill');

  async texts(): Promise<readonly string[]> {
    return Promise.all((await this.#pills()).map(async (pill) => (await pill.text()).replace(/\s+/g, ' ')));
  }
}
