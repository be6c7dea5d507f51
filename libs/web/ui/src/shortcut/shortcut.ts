import { Platform } from '@angular/cdk/platform';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';

/** Keys to press, drawn as keys: `mod+k` is Ctrl K, or ⌘ K on a Mac; `g a` is one after the other. */
@Component({
  selector: 'hw-shortcut',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (key of caps(); track $index) {
      <kbd>{{ key }}</kbd>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      gap: 0.1875rem;
    }
    kbd {
      min-width: 1.25rem;
      padding: 0 0.3125rem;
      border: 1px solid var(--hw-line-strong);
      border-bottom-width: 2px;
      border-radius: var(--hw-radius-s);
      background: var(--hw-sheet);
      color: var(--hw-ink-soft);
      font-family: var(--hw-font);
      font-size: var(--hw-text-xs);
      font-weight: var(--hw-weight-medium);
      line-height: 1.125rem;
      text-align: center;
    }
  `,
})
export class Shortcut {
  readonly #isApple = /Mac|iPhone|iPad/.test(inject(Platform).isBrowser ? navigator.userAgent : '');
  readonly keys = input.required<string>();

  protected readonly caps = computed(() =>
    this.keys()
      .split(/[ +]/)
      .map((key) => this.#capOf(key)),
  );

  #capOf(key: string): string {
    if (key === 'mod') return this.#isApple ? '⌘' : 'Ctrl';
    return key.length === 1 ? key.toUpperCase() : key;
  }
}
