import { ComponentHarness } from '@angular/cdk/testing';

export class IconHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-icon';

  async label(): Promise<string | null> {
    return (await this.host()).getAttribute('aria-label');
  }

  async isHiddenFromScreenReaders(): Promise<boolean> {
    return (await (await this.host()).getAttribute('aria-hidden')) === 'true';
  }
}
