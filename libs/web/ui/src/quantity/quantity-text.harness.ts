import { ComponentHarness } from '@angular/cdk/testing';

export class QuantityTextHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-quantity';

  async text(): Promise<string> {
    return (await this.host()).text();
  }
}
