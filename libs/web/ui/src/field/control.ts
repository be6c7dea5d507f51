import { Directive, inject } from '@angular/core';
import { Field } from './field';

/** A native input, select or textarea in the product's look, tied to the field around it. */
@Directive({
  selector: 'input[hwInput], select[hwInput], textarea[hwInput]',
  host: {
    class: 'hw-input',
    '[id]': 'field?.controlId ?? null',
    '[attr.aria-invalid]': 'field?.error() ? "true" : null',
    '[attr.aria-required]': 'field?.required() ? "true" : null',
    '[attr.aria-describedby]': 'field?.describedBy() ?? null',
  },
})
export class Control {
  protected readonly field = inject(Field, { optional: true });
}
