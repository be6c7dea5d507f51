import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon';

export type ChipTone = 'neutral' | 'good' | 'info' | 'warn' | 'bad';

/** A state in one word; the tone only repeats what the word says. */
@Component({
  selector: 'hw-status-chip',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-tone]': 'tone()' },
  template: `
    @if (icon(); as path) {
      <hw-icon [path]="path" />
    }
    <ng-content />
  `,
  styles: `
    :host {
      --tone: var(--hw-ink-soft);
      --wash: var(--hw-sunken);
      --hw-icon-size: 0.875rem;

      display: inline-flex;
      align-items: center;
      gap: var(--hw-space-1);
      padding: 0.0625rem 0.4375rem;
      border-radius: var(--hw-radius-s);
      background: var(--wash);
      color: var(--tone);
      font-size: var(--hw-text-s);
      font-weight: var(--hw-weight-medium);
      white-space: nowrap;
    }
    :host([data-tone='good']) {
      --tone: var(--hw-good);
      --wash: var(--hw-good-wash);
    }
    :host([data-tone='info']) {
      --tone: var(--hw-info);
      --wash: var(--hw-info-wash);
    }
    :host([data-tone='warn']) {
      --tone: var(--hw-warn);
      --wash: var(--hw-warn-wash);
    }
    :host([data-tone='bad']) {
      --tone: var(--hw-bad);
      --wash: var(--hw-bad-wash);
    }
  `,
})
export class StatusChip {
  readonly tone = input<ChipTone>('neutral');
  readonly icon = input<string>();
}
