import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness, ProblemHarness } from '@headwater/web/ui';

export class CreateAccountDialogHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-create-account-dialog';

  readonly problem = this.locatorForOptional(ProblemHarness);
  readonly #submit = this.locatorFor('button[type=submit]');

  async field(label: string): Promise<FieldHarness> {
    return this.locatorFor(FieldHarness.labelled(label))();
  }

  async create(): Promise<void> {
    await (await this.#submit()).click();
  }
}
