import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { Problem as ProblemDocument } from '@headwater/kernel';
import { type Contact, CreateContactBody, UpdateContactBody } from '@headwater/relationship';
import { ContactsApi, problemOf } from '@headwater/web/data-access';
import { Control, Field, Problem } from '@headwater/web/ui';
import { bodyErrors, type FieldMessages, problemErrors } from '../../forms/body-errors';

/** Writes down a new person at the account, or changes one. */
@Component({
  selector: 'hw-contact-form',
  imports: [Control, Field, MatButton, Problem, ReactiveFormsModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './contact-form.html',
  styleUrl: './contact-form.scss',
})
export class ContactForm {
  readonly #contacts = inject(ContactsApi);
  readonly #builder = inject(NonNullableFormBuilder);

  readonly accountId = input.required<string>();
  /** The contact to change; a new one where absent. */
  readonly contact = input<Contact>();
  readonly saved = output<Contact>();
  readonly cancelled = output();

  protected readonly form = computed(() => {
    const contact = this.contact();
    return this.#builder.group({
      name: contact?.name ?? '',
      title: contact?.title ?? '',
      email: contact?.email ?? '',
      phone: contact?.phone ?? '',
    });
  });
  protected readonly errors = signal<FieldMessages>({});
  protected readonly problem = signal<ProblemDocument | undefined>(undefined);
  protected readonly saving = signal(false);

  protected async save(): Promise<void> {
    if (this.saving()) return;
    const values = this.form().getRawValue();
    const errors = this.#objections(values);
    this.errors.set(errors);
    this.problem.set(undefined);
    if (Object.keys(errors).length > 0) return;
    this.saving.set(true);
    try {
      this.saved.emit(await this.#send(values));
    } catch (thrown) {
      const problem = problemOf(thrown);
      this.errors.set(problemErrors(problem));
      this.problem.set(problem);
    } finally {
      this.saving.set(false);
    }
  }

  #objections(values: Readonly<Record<string, string>>): FieldMessages {
    return this.contact() === undefined
      ? bodyErrors(CreateContactBody, { ...values, accountId: this.accountId() })
      : bodyErrors(UpdateContactBody, values);
  }

  #send(values: {
    readonly name: string;
    readonly title: string;
    readonly email: string;
    readonly phone: string;
  }): Promise<Contact> {
    const contact = this.contact();
    return contact === undefined
      ? this.#contacts.create({ ...values, accountId: this.accountId() })
      : this.#contacts.update(contact, values);
  }
}
