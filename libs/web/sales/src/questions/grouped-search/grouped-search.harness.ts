import { ComponentHarness, type TestKey } from '@angular/cdk/testing';

export class GroupedSearchHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-grouped-search';

  readonly #field = this.locatorFor('input');
  readonly #options = this.locatorForAll('[role=option]');
  readonly #groups = this.locatorForAll('.group-title');
  readonly #spoken = this.locatorFor('[aria-live]');

  /** Types over what is there. */
  async type(text: string): Promise<void> {
    const field = await this.#field();
    await field.setInputValue(text);
    await field.dispatchEvent('input');
  }

  async press(key: TestKey): Promise<void> {
    await (await this.#field()).sendKeys(key);
  }

  async value(): Promise<string> {
    return (await this.#field()).getProperty<string>('value');
  }

  async isFocused(): Promise<boolean> {
    return (await this.#field()).isFocused();
  }

  async options(): Promise<readonly string[]> {
    return Promise.all((await this.#options()).map((option) => option.text()));
  }

  /** The title bar of each group, with what it says of its state. */
  async groups(): Promise<readonly string[]> {
    return Promise.all((await this.#groups()).map((group) => group.text()));
  }

  /** The hit Enter would pick, as a screen reader is told. */
  async active(): Promise<string | undefined> {
    const id = await (await this.#field()).getAttribute('aria-activedescendant');
    if (id === null) return undefined;
    return (await this.locatorFor(`[id="${id}"]`)()).text();
  }

  async spoken(): Promise<string> {
    return (await this.#spoken()).text();
  }
}
