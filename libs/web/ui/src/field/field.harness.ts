import { ContentContainerComponentHarness, HarnessPredicate, type TestElement } from '@angular/cdk/testing';

export class FieldHarness extends ContentContainerComponentHarness {
  static readonly hostSelector = 'hw-field';

  static labelled(label: string): HarnessPredicate<FieldHarness> {
    return new HarnessPredicate(FieldHarness, {}).addOption('label', label, async (field, wanted) => {
      return (await field.label()) === wanted;
    });
  }

  readonly #label = this.locatorFor('.label');
  readonly #error = this.locatorForOptional('.error');
  readonly #help = this.locatorForOptional('.help');
  readonly control: () => Promise<TestElement> = this.locatorFor('.hw-input');

  async label(): Promise<string> {
    return (await (await this.#label()).text()).replace(/\s*optional$/, '');
  }

  async error(): Promise<string | undefined> {
    return (await this.#error())?.text();
  }

  async help(): Promise<string | undefined> {
    return (await this.#help())?.text();
  }

  async value(): Promise<string> {
    return (await this.control()).getProperty<string>('value');
  }

  async type(text: string): Promise<void> {
    const control = await this.control();
    await control.clear();
    if (text !== '') await control.sendKeys(text);
    await control.blur();
  }
}
