import { ComponentHarness } from '@angular/cdk/testing';

export class ProblemHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-problem';

  readonly #title = this.locatorFor('.title');
  readonly #details = this.locatorForAll('.detail');
  readonly #retry = this.locatorForOptional('button.retry');

  async title(): Promise<string> {
    return (await this.#title()).text();
  }

  async details(): Promise<readonly string[]> {
    return Promise.all((await this.#details()).map((detail) => detail.text()));
  }

  async offersRetry(): Promise<boolean> {
    return (await this.#retry()) !== null;
  }

  async retry(): Promise<void> {
    const button = await this.#retry();
    if (button === null) throw new Error('There is nothing to try again.');
    await button.click();
  }
}
