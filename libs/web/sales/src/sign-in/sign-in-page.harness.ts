import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness, ProblemHarness } from '@headwater/web/ui';

export class SignInPageHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-sign-in-page';

  readonly email = this.locatorFor(FieldHarness.labelled('E-mail'));
  readonly password = this.locatorFor(FieldHarness.labelled('Password'));
  readonly problem = this.locatorForOptional(ProblemHarness);
  readonly #submit = this.locatorFor('button.submit');
  readonly #refused = this.locatorForOptional('.refused');

  async signIn(credentials: { readonly email: string; readonly password: string }): Promise<void> {
    await (await this.email()).type(credentials.email);
    await (await this.password()).type(credentials.password);
    await (await this.#submit()).click();
  }

  async refusal(): Promise<string | undefined> {
    return (await this.#refused())?.text();
  }
}
