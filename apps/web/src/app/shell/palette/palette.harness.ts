import { ComponentHarness, type TestKey } from '@angular/cdk/testing';

export class PaletteHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-palette';

  readonly #field = this.locatorFor('input');
  readonly #titles = this.locatorForAll('.entry .title');
  readonly #chosen = this.locatorForOptional('.entry[aria-selected=true] .title');
  readonly #said = this.locatorFor('.said');

  async type(text: string): Promise<void> {
    await (await this.#field()).sendKeys(text);
  }

  async press(key: TestKey): Promise<void> {
    await (await this.#field()).sendKeys(key);
  }

  async titles(): Promise<readonly string[]> {
    return Promise.all((await this.#titles()).map((title) => title.text()));
  }

  async chosen(): Promise<string | undefined> {
    return (await this.#chosen())?.text();
  }

  async said(): Promise<string> {
    return (await this.#said()).text();
  }
}
