import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { SettingField } from '@headwater/erp-contracts';
import { Control, Field, Icon, Toasts } from '@headwater/web/ui';
import { mdiFileUploadOutline } from '@mdi/js';

/** Credentials are a few lines of JSON or PEM; anything large is the wrong file. */
const LARGEST_FILE = 100_000;

/** What bytes that are no text become: a key store (`.pfx`, `.jks`) or a certificate in DER was chosen. */
const NO_TEXT = /[\0\uFFFD]/;

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
    const text = file.size > LARGEST_FILE ? undefined : await file.text();
    // The same file may be chosen again once it was put right.
    picker.value = '';
    if (text === undefined) return this.#refuse(`${file.name} is too large to hold credentials.`);
    if (NO_TEXT.test(text))
      return this.#refuse(`${file.name} is not a text file. Keys and certificates are read as PEM.`);
    this.control().setValue(text);
    this.control().markAsDirty();
    this.fileName.set(file.name);
  }

  /** What the field held before stays. */
  #refuse(reason: string): void {
    this.#toasts.show(reason);
  }
}
