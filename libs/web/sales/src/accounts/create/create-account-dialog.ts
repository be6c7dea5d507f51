import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { Problem as ProblemDocument } from '@headwater/kernel';
import { type Account, CreateAccountBody } from '@headwater/relationship';
import { AccountsApi, problemOf } from '@headwater/web/data-access';
import { Control, Field, Problem } from '@headwater/web/ui';
import { bodyErrors, type FieldMessages, problemErrors } from '../../forms/body-errors';

const FIELDS = ['name', 'phone', 'website', 'industry', 'territory'] as const;

/** Creates an account by the same rules the API checks; closes with the new account. */
@Component({
  selector: 'hw-create-account-dialog',
  imports: [
    Control,
    Field,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    Problem,
    ReactiveFormsModule,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './create-account-dialog.html',
  styleUrl: './create-account-dialog.scss',
})
export class CreateAccountDialog {
  readonly #accounts = inject(AccountsApi);
  readonly #dialog = inject<MatDialogRef<CreateAccountDialog, Account>>(MatDialogRef);

  protected readonly form = inject(NonNullableFormBuilder).group({
    name: '',
    phone: '',
    website: '',
    industry: '',
    territory: '',
  });
  protected readonly messages = signal<FieldMessages>({});
  protected readonly problem = signal<ProblemDocument | undefined>(undefined);
  protected readonly saving = signal(false);

  /** A field is checked when it is left, and again while it is wrong. */
  protected check(field: (typeof FIELDS)[number]): void {
    const message = bodyErrors(CreateAccountBody, this.form.getRawValue())[field];
    this.messages.update(({ [field]: _before, ...others }) =>
      message === undefined ? others : { ...others, [field]: message },
    );
  }

  protected async save(): Promise<void> {
    const body = this.#body();
    this.messages.set(bodyErrors(CreateAccountBody, { ...body }));
    this.problem.set(undefined);
    if (Object.keys(this.messages()).length > 0 || this.saving()) return;
    this.saving.set(true);
    try {
      this.#dialog.close(await this.#accounts.create(body));
    } catch (thrown) {
      this.#show(problemOf(thrown));
    } finally {
      this.saving.set(false);
    }
  }

  /** What belongs to a field is said there; the rest above the buttons. */
  #show(problem: ProblemDocument): void {
    const messages = problemErrors(problem);
    this.messages.set(messages);
    const allPlaced =
      Object.keys(messages).length > 0 && Object.keys(messages).every((key) => FIELDS.some((field) => field === key));
    this.problem.set(allPlaced ? undefined : problem);
  }

  #body(): CreateAccountBody {
    const { name, ...optional } = this.form.getRawValue();
    return { name, ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value.trim() !== '')) };
  }
}
