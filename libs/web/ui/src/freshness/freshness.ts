import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import {
  mdiAlertOutline,
  mdiCircleOffOutline,
  mdiClockOutline,
  mdiHistory,
  mdiLightningBoltOutline,
  mdiLockOutline,
} from '@mdi/js';
import { Icon } from '../icon/icon';
import { LOCALE } from '../locale/locale';
import { AgeClock } from './age-clock';
import { type FreshnessTone, type ShownFreshness, freshnessLabel } from './shown-freshness';

const ICONS: { readonly [T in FreshnessTone]: string } = {
  live: mdiLightningBoltOutline,
  cached: mdiClockOutline,
  overdue: mdiAlertOutline,
  'last-known': mdiHistory,
  'not-available': mdiCircleOffOutline,
  hidden: mdiLockOutline,
};

const EXPLANATIONS: { readonly [T in FreshnessTone]: string } = {
  live: 'The ERP answered just now.',
  cached: 'Read from the ERP a moment ago.',
  overdue: 'Read a while ago: refresh to ask the ERP again.',
  'last-known': 'The ERP does not answer; this is the last it said.',
  'not-available': 'The ERP gave no value.',
  hidden: 'You do not have permission to see this.',
};

/** The one badge that says how an ERP value was got: word and icon, and the exact time on demand. */
@Component({
  selector: 'hw-freshness',
  imports: [Icon, MatTooltip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-tone]': 'label().tone' },
  template: `
    <span class="badge" tabindex="0" [matTooltip]="explanation()">
      <hw-icon [path]="icon()" />
      <span class="text">{{ label().text }}</span>
    </span>
  `,
  styleUrl: './freshness.scss',
})
export class Freshness {
  readonly #clock = inject(AgeClock);
  readonly #locale = inject(LOCALE);

  readonly value = input.required<ShownFreshness>();
  /** Where the value came from, in words: connection and company. */
  readonly source = input<string>();

  protected readonly label = computed(() => {
    const value = this.value();
    return freshnessLabel(value, typeof value === 'string' ? 0 : this.#clock.ageOf(value), this.#locale);
  });
  protected readonly icon = computed(() => ICONS[this.label().tone]);
  protected readonly explanation = computed(() =>
    [EXPLANATIONS[this.label().tone], this.#asOf(), this.source()].filter((part) => part !== undefined).join('\n'),
  );

  #asOf(): string | undefined {
    const value = this.value();
    if (typeof value === 'string') return undefined;
    const format = new Intl.DateTimeFormat(this.#locale, { dateStyle: 'medium', timeStyle: 'medium' });
    return `As of ${format.format(new Date(value.asOf))}`;
  }
}
