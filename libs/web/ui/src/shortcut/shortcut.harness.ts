import { ComponentHarness } from '@angular/cdk/testing';

export class ShortcutHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-shortcut';

  readonly #caps = this.locatorForAll('kbd');

  async keys(): Promise<readonly string[]> {
    return Promise.all((await this.#caps()).map((cap) => cap.text()));
  }
}
