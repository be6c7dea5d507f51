import { ChangeDetectionStrategy, Component, booleanAttribute, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem as ProblemDocument } from '@headwater/kernel';
import { mdiAlertCircleOutline, mdiRefresh } from '@mdi/js';
import { Icon } from '../icon/icon';

/** What went wrong, in the words of an RFC 9457 problem document, and the way to try again. */
@Component({
  selector: 'hw-problem',
  imports: [Icon, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <hw-icon class="sign" [path]="alertIcon" />
    <div class="words">
      <p class="title">{{ problem().title }}</p>
      @if (detail(); as text) {
        <p class="detail">{{ text }}</p>
      }
      @for (error of problem().errors ?? []; track $index) {
        <p class="detail">{{ error.message }}</p>
      }
      @if (problem().traceId; as trace) {
        <p class="trace">Reference {{ trace }}</p>
      }
    </div>
    @if (retryable()) {
      <button matButton="outlined" type="button" class="retry" (click)="retry.emit()">
        <hw-icon [path]="refreshIcon" /> Try again
      </button>
    }
  `,
  styleUrl: './problem.scss',
  host: { '[attr.role]': 'urgency()' },
})
export class Problem {
  readonly problem = input.required<ProblemDocument>();
  /** Whether the "Try again" button is offered; listen to `retry` then. */
  readonly retryable = input(false, { transform: booleanAttribute });
  /** How a screen reader is told: at once, or when it has a pause (several panels may fail together). */
  readonly urgency = input<'alert' | 'status'>('alert');
  readonly retry = output();

  protected readonly detail = computed(() => {
    const { title, detail, retryAfterS } = this.problem();
    const wait = retryAfterS === undefined ? undefined : `It may work again in ${retryAfterS} s.`;
    return [isSameSentence(detail, title) ? undefined : detail, wait].filter(Boolean).join(' ');
  });
  protected readonly alertIcon = mdiAlertCircleOutline;
  protected readonly refreshIcon = mdiRefresh;
}

/** A title has no full stop; the detail may be the same words with one. */
function isSameSentence(detail: string | undefined, title: string): boolean {
  return detail?.replace(/\.$/, '') === title.replace(/\.$/, '');
}
