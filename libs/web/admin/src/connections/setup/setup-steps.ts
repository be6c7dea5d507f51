import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from '@headwater/web/ui';
import { mdiCheck } from '@mdi/js';

const STEPS = ['Choose the ERP', 'Settings and test', 'Link customers'] as const;

/** How far the setting-up of a connection is. */
@Component({
  selector: 'hw-setup-steps',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ol aria-label="Steps">
      @for (step of steps(); track step.title) {
        <li [attr.aria-current]="step.state === 'now' ? 'step' : null" [class]="step.state">
          <span class="mark">
            @if (step.state === 'done') {
              <hw-icon [path]="icon" />
            } @else {
              {{ $index + 1 }}
            }
          </span>
          {{ step.title }}
          @if (step.state === 'done') {
            <span class="hw-sr-only">done</span>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: flex;
      flex-wrap: wrap;
      gap: var(--hw-space-2) var(--hw-space-6);
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--hw-space-2);
      color: var(--hw-ink-faint);
    }
    li.now {
      color: var(--hw-ink);
      font-weight: var(--hw-weight-medium);
    }
    .mark {
      --hw-icon-size: 0.875rem;

      display: grid;
      width: 1.5rem;
      height: 1.5rem;
      border: 1px solid var(--hw-line-strong);
      border-radius: var(--hw-radius-round);
      font-size: var(--hw-text-s);
      place-items: center;
    }
    .now .mark {
      border-color: var(--hw-accent);
      background: var(--hw-accent);
      color: var(--hw-on-accent);
    }
    .done .mark {
      border-color: var(--hw-good);
      color: var(--hw-good);
    }
  `,
})
export class SetupSteps {
  /** The step one is at, from 1. */
  readonly at = input.required<1 | 2 | 3>();

  protected readonly icon = mdiCheck;
  protected readonly steps = computed(() =>
    STEPS.map((title, index) => ({
      title,
      state: index + 1 < this.at() ? 'done' : index + 1 === this.at() ? 'now' : 'later',
    })),
  );
}
