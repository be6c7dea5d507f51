import { ComponentHarness } from '@angular/cdk/testing';

export class StatusChipHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-status-chip';

  async text(): Promise<string> {
    return (await this.host()).text();
  }

  async tone(): Promise<string | null> {
    return (await this.host()).getAttribute('data-tone');
  }
}
