import { ComponentHarness } from '@angular/cdk/testing';

/** The page as an admin works it: accounts, their candidates, and what was decided. */
export class LinkCustomersPageHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-link-customers-page';

  async accounts(): Promise<readonly string[]> {
    return this.#texts('legend a');
  }

  async candidates(): Promise<readonly string[]> {
    return this.#texts('label');
  }

  async picked(): Promise<readonly boolean[]> {
    const inputs = await this.locatorForAll('input[type=radio]')();
    return Promise.all(inputs.map((input) => input.getProperty<boolean>('checked')));
  }

  async pick(index: number): Promise<void> {
    const input = (await this.locatorForAll('input[type=radio]')())[index];
    await input?.click();
  }

  async press(words: RegExp): Promise<void> {
    for (const button of await this.locatorForAll('button')()) {
      if (words.test(await button.text())) return button.click();
    }
    throw new Error(`There is no button ${String(words)}.`);
  }

  async buttons(): Promise<readonly string[]> {
    return this.#texts('button');
  }

  async decisions(): Promise<readonly string[]> {
    return this.#texts('.decision');
  }

  async text(): Promise<string> {
    return (await (await this.host()).text()).replace(/\s+/g, ' ');
  }

  async #texts(selector: string): Promise<readonly string[]> {
    const found = await this.locatorForAll(selector)();
    return Promise.all(found.map(async (each) => (await each.text()).replace(/\s+/g, ' ').trim()));
  }
}
