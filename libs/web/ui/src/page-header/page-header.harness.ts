import { ContentContainerComponentHarness } from '@angular/cdk/testing';

export class PageHeaderHarness extends ContentContainerComponentHarness {
  static readonly hostSelector = 'hw-page-header';

  readonly #title = this.locatorFor('h1');

  async title(): Promise<string> {
    return (await this.#title()).text();
  }

  async titleTakesFocus(): Promise<boolean> {
    return (await (await this.#title()).getAttribute('tabindex')) === '-1';
  }
}
