import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon';

/** Nothing is here, why, and (as content) what one can do about it. */
@Component({
  selector: 'hw-empty-state',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span class="sign"><hw-icon [path]="icon()" /></span>
    <p class="title">{{ title() }}</p>
    @if (text(); as words) {
      <p class="text">{{ words }}</p>
    }
    <div class="actions"><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      padding: var(--hw-space-12) var(--hw-space-4);
      text-align: center;
    }
    .sign {
      display: grid;
      place-items: center;
      width: 2.75rem;
      height: 2.75rem;
      border-radius: var(--hw-radius-round);
      background: var(--hw-sunken);
      color: var(--hw-ink-soft);
    }
    .title {
      margin-top: var(--hw-space-4);
      font-size: var(--hw-text-l);
      font-weight: var(--hw-weight-strong);
    }
    .text {
      max-width: var(--hw-measure);
      margin-top: var(--hw-space-1);
      color: var(--hw-ink-soft);
    }
    .actions:not(:empty) {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: var(--hw-space-2);
      margin-top: var(--hw-space-4);
    }
  `,
})
export class EmptyState {
  readonly icon = input.required<string>();
  readonly title = input.required<string>();
  readonly text = input<string>();
}
