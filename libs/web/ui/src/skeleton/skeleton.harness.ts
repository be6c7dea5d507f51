import { ComponentHarness } from '@angular/cdk/testing';

export class SkeletonHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-skeleton';

  readonly #lines = this.locatorForAll('.line');

  async lines(): Promise<number> {
    return (await this.#lines()).length;
  }
}
