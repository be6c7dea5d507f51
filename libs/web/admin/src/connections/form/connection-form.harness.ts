import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness, ProblemHarness } from '@headwater/web/ui';
import { VerdictListHarness } from '../test/verdict-list.harness';

export class ConnectionFormHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-connection-form';

  readonly problem = this.locatorForOptional(ProblemHarness);
  readonly verdicts = this.locatorForOptional(VerdictListHarness);
  readonly #fields = this.locatorForAll(FieldHarness);
  readonly #save = this.locatorFor('button[type=submit]');
  readonly #test = this.locatorFor('button.test');
  readonly #fine = this.locatorFor('details');

  async labels(): Promise<readonly string[]> {
    return Promise.all((await this.#fields()).map((field) => field.label()));
  }

  async field(label: string): Promise<FieldHarness> {
    return this.locatorFor(FieldHarness.labelled(label))();
  }

  async choose(label: string, option: string): Promise<void> {
    const select = await (await this.field(label)).control();
    await select.setInputValue(option);
    await select.dispatchEvent('change');
  }

  async save(): Promise<void> {
    await (await this.#save()).click();
  }

  async test(): Promise<void> {
    await (await this.#test()).click();
  }

  async showsFineTuning(): Promise<boolean> {
    return (await this.#fine()).getProperty<boolean>('open');
  }
}
