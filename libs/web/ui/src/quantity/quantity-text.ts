import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Quantity } from '@headwater/kernel';
import { formatQuantityValue } from '../format/decimal-format';
import { LOCALE } from '../locale/locale';

/** How much, with its unit as the ERP names it; a dash that says "not given" where the ERP gave none. */
@Component({
  selector: 'hw-quantity',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (value(); as quantity) {
      {{ number() }} <span class="unit">{{ quantity.unit }}</span>
    } @else {
      <span aria-hidden="true">–</span><span class="hw-sr-only">not given</span>
    }
  `,
  styles: `
    :host {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .unit {
      color: var(--hw-ink-faint);
      font-size: var(--hw-text-s);
    }
  `,
})
export class QuantityText {
  readonly #locale = inject(LOCALE);
  readonly value = input.required<Quantity | null | undefined>();

  protected readonly number = computed(() => {
    const value = this.value();
    return value == null ? undefined : formatQuantityValue(value.value, this.#locale);
  });
}
