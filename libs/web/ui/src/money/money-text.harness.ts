import { ComponentHarness } from '@angular/cdk/testing';

export class MoneyTextHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-money';

  async text(): Promise<string> {
    return (await this.host()).text();
  }
}
