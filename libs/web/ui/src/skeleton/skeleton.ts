import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

const WIDTHS = ['78%', '92%', '64%', '85%', '71%'];

/** Grey lines where text will be. Says nothing to a screen reader: the frame around it says that it is loading. */
@Component({
  selector: 'hw-skeleton',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-hidden': 'true' },
  template: `
    @for (width of widths(); track $index) {
      <span class="line" [style.width]="width"></span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--hw-space-3);
    }
    .line {
      height: 0.625rem;
      border-radius: var(--hw-radius-s);
      background: var(--hw-sunken);
      animation: breathe 1.6s var(--hw-ease) infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .line {
        animation: none;
      }
    }
  `,
})
export class Skeleton {
  readonly lines = input(3);
  protected readonly widths = computed(() =>
    Array.from({ length: this.lines() }, (_, line) => WIDTHS[line % WIDTHS.length] ?? '80%'),
  );
}
