import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, DestroyRef, inject, input, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { mdiAlertOutline, mdiCheck, mdiContentCopy } from '@mdi/js';
import { Icon } from '../icon/icon';

type CopyOutcome = 'ready' | 'copied' | 'refused';

const SHOWN_MS = 2000;
const ICONS: { readonly [O in CopyOutcome]: string } = {
  ready: mdiContentCopy,
  copied: mdiCheck,
  refused: mdiAlertOutline,
};

/** Copies text and says so, to the eye and to the ear. */
@Component({
  selector: 'hw-copy-button',
  imports: [Icon, MatIconButton, MatTooltip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-outcome]': 'outcome()' },
  template: `
    <button matIconButton type="button" [attr.aria-label]="label()" [matTooltip]="label()" (click)="copy()">
      <hw-icon [path]="icons[outcome()]" />
    </button>
  `,
  styles: `
    :host {
      --mat-icon-button-state-layer-size: var(--hw-control-small);
      --hw-icon-size: var(--hw-icon-s);

      display: inline-flex;
    }
    :host([data-outcome='copied']) {
      --mat-icon-button-icon-color: var(--hw-good);
    }
    button {
      padding: 0;
    }
  `,
})
export class CopyButton {
  readonly #clipboard = inject(Clipboard);
  readonly #announcer = inject(LiveAnnouncer);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Read at the moment of copying, so that an as-of time in it is the one on the screen. */
  readonly text = input.required<() => string>();
  readonly label = input('Copy');

  protected readonly icons = ICONS;
  protected readonly outcome = signal<CopyOutcome>('ready');

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
  }

  protected copy(): void {
    const copied = this.#clipboard.copy(this.text()());
    this.outcome.set(copied ? 'copied' : 'refused');
    void this.#announcer.announce(copied ? 'Copied' : 'The browser did not allow copying');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.outcome.set('ready'), SHOWN_MS);
  }
}
