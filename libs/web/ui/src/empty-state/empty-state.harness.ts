import { ContentContainerComponentHarness } from '@angular/cdk/testing';

export class EmptyStateHarness extends ContentContainerComponentHarness {
  static readonly hostSelector = 'hw-empty-state';

  readonly #title = this.locatorFor('.title');
  readonly #text = this.locatorForOptional('.text');

  async title(): Promise<string> {
    return (await this.#title()).text();
  }

  async text(): Promise<string | undefined> {
    return (await this.#text())?.text();
  }
}
