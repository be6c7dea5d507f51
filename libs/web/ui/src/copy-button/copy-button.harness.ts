import { ComponentHarness } from '@angular/cdk/testing';

export class CopyButtonHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-copy-button';

  readonly #button = this.locatorFor('button');

  async copy(): Promise<void> {
    await (await this.#button()).click();
  }

  async outcome(): Promise<string | null> {
    return (await this.host()).getAttribute('data-outcome');
  }
}
