import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';

/** What the shell opens over a page; each is loaded when it is first asked for, and open at most once. */
@Injectable({ providedIn: 'root' })
export class ShellDialogs {
  readonly #dialog = inject(MatDialog);

  openPalette(): void {
    void this.#openOnce('palette', async () => {
      const { Palette } = await import('./palette/palette');
      this.#dialog.open(Palette, {
        id: 'palette',
        ariaLabel: 'Search and commands',
        width: '38rem',
        maxWidth: 'calc(100vw - 2rem)',
        position: { top: 'min(12vh, 6rem)' },
      });
    });
  }

  openAskSheet(): void {
    void this.#openOnce('ask-sheet', async () => {
      const { AskSheet } = await import('./palette/ask-sheet');
      this.#dialog.open(AskSheet, { id: 'ask-sheet', width: '26rem', maxWidth: 'calc(100vw - 2rem)' });
    });
  }

  openShortcuts(): void {
    void this.#openOnce('shortcut-sheet', async () => {
      const { ShortcutSheet } = await import('./shortcuts/shortcut-sheet');
      this.#dialog.open(ShortcutSheet, { id: 'shortcut-sheet', width: '30rem', maxWidth: 'calc(100vw - 2rem)' });
    });
  }

  async #openOnce(id: string, open: () => Promise<void>): Promise<void> {
    if (this.#dialog.getDialogById(id) === undefined) await open();
  }
}
