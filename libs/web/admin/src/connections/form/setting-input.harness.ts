import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness } from '@headwater/web/ui';

export class SettingInputHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-setting-input';

  readonly field = this.locatorFor(FieldHarness);
  /** The hidden native picker, which the button stands for. */
  readonly picker = this.locatorFor('input[type=file]');
  readonly #fileName = this.locatorForOptional('.upload > span');

  async value(): Promise<string> {
    return (await this.field()).value();
  }

  async placeholder(): Promise<string | null> {
    return (await (await this.field()).control()).getAttribute('placeholder');
  }

  async isConcealed(): Promise<boolean> {
    return (await (await this.field()).control()).hasClass('concealed');
  }

  /** Of the file whose content the field holds. */
  async fileName(): Promise<string | undefined> {
    return (await this.#fileName())?.text();
  }
}
