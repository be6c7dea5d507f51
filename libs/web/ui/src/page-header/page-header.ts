import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/**
 * The head of a page: its only h1, which takes the focus after a navigation; what stands beside the title goes into
 * `[hwBeside]`, buttons into `[hwActions]`, further lines below it are plain content.
 */
@Component({
  selector: 'hw-page-header',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="row">
      <div class="words">
        @if (eyebrow(); as line) {
          <p class="eyebrow">{{ line }}</p>
        }
        <div class="line">
          <h1 tabindex="-1">{{ title() }}</h1>
          <ng-content select="[hwBeside]" />
        </div>
      </div>
      <div class="actions"><ng-content select="[hwActions]" /></div>
    </div>
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--hw-space-3);
    }
    .words {
      min-width: 0;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: var(--hw-space-1) var(--hw-space-3);
    }
    .eyebrow {
      color: var(--hw-ink-faint);
      font-size: var(--hw-text-s);
    }
    h1 {
      font-size: var(--hw-text-2xl);
      letter-spacing: -0.021em;
      overflow-wrap: anywhere;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--hw-space-2);
    }
    .actions:empty {
      display: none;
    }
  `,
})
export class PageHeader {
  readonly title = input.required<string>();
  readonly eyebrow = input<string>();
}
