import { ComponentHarness } from '@angular/cdk/testing';

export class DateTextHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-date';

  async text(): Promise<string> {
    return (await this.host()).text();
  }
}
