import { ComponentHarness } from '@angular/cdk/testing';

export class VerdictListHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-verdict-list';

  readonly #summary = this.locatorFor('.summary');
  readonly #fixes = this.locatorForAll('.fix');

  async summary(): Promise<string> {
    return (await this.#summary()).text();
  }

  async fixes(): Promise<readonly string[]> {
    return Promise.all((await this.#fixes()).map((fix) => fix.text()));
  }
}
