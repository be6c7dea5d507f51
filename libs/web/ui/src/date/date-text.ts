import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { CalendarDate, Instant } from '@headwater/kernel';
import { formatDate } from '../format/date-format';
import { LOCALE } from '../locale/locale';

/** A calendar date or an instant; a dash that says "not given" where there is none. */
@Component({
  selector: 'hw-date',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (value(); as date) {
      <time [attr.datetime]="date">{{ text() }}</time>
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
export class DateText {
  readonly #locale = inject(LOCALE);
  readonly value = input.required<CalendarDate | Instant | null | undefined>();

  /** How much of an instant is said; a calendar date is always a day. */
  readonly precision = input<'minute' | 'day'>('minute');

  protected readonly text = computed(() => {
    const value = this.value();
    return value == null ? undefined : formatDate(value, this.#locale, this.precision());
  });
}
