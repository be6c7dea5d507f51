import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Money } from '@headwater/kernel';
import { formatMoney, formatUnitPrice } from '../format/decimal-format';
import { LOCALE } from '../locale/locale';

/** What an amount is: a sum shows the digits of its currency, the price of one unit those it was agreed in. */
export type MoneyKind = 'sum' | 'unit-price';

const FORMATS = { sum: formatMoney, 'unit-price': formatUnitPrice } as const;

/** An amount in its currency, digit for digit; a dash that says "not given" where the ERP gave none. */
@Component({
  selector: 'hw-money',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (text(); as amount) {
      {{ amount }}
    } @else {
      <span aria-hidden="true">–</span><span class="hw-sr-only">not given</span>
    }
  `,
  styles: `
    :host {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
  `,
})
export class MoneyText {
  readonly #locale = inject(LOCALE);
  readonly value = input.required<Money | null | undefined>();
  readonly kind = input<MoneyKind>('sum');

  protected readonly text = computed(() => {
    const value = this.value();
    return value == null ? undefined : FORMATS[this.kind()](value, this.#locale);
  });
}
