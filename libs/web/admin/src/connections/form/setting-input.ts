import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { SettingField } from '@headwater/erp-contracts';
import { Control, Field, Icon, Toasts } from '@headwater/web/ui';
import { mdiFileUploadOutline } from '@mdi/js';

/** A credentials file is a few lines of JSON; anything large is the wrong file. */
const LARGEST_FILE = 100_000;

/** One setting of a manifest as a form field. */
@Component({
  selector: 'hw-setting-input',
  imports: [Control, Field, Icon, MatButton, ReactiveFormsModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './setting-input.html',
  styleUrl: './setting-input.scss',
})
export class SettingInput {
  readonly #toasts = inject(Toasts);

  readonly field = input.required<SettingField>();
  readonly control = input.required<FormControl<string | boolean>>();
  /** The server holds a value of this secret; leaving the field empty keeps it. */
  readonly isStored = input(false);
  readonly error = input<string>();

  protected readonly fileName = signal<string | undefined>(undefined);
  protected readonly uploadIcon = mdiFileUploadOutline;
  protected readonly placeholder = computed(() => {
    if (this.isStored()) return 'Stored. Leave empty to keep it.';
    const { example } = this.field();
    return example === undefined ? '' : `For example ${example}`;
  });
  protected readonly inputType = computed(() => {
    const { kind, secret } = this.field();
    if (secret) return 'password';
    return kind === 'url' ? 'url' : 'text';
  });

  protected async read(picker: HTMLInputElement): Promise<void> {
    const [file] = picker.files ?? [];
    if (file === undefined) return;
    if (file.size > LARGEST_FILE) {
      this.#toasts.show('This file is too large to be a credentials file.');
      return;
    }
    this.control().setValue(await file.text());
    this.control().markAsDirty();
    this.fileName.set(file.name);
    picker.value = '';
  }
}
