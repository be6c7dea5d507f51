import { DOCUMENT, DestroyRef, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { CommandRegistry, KeySequence, takesText } from '@headwater/web/ui';

/** What the modified keys do; they also work while somebody types. */
export interface ModifiedKeys {
  readonly k: () => void;
  readonly j: () => void;
}

/** Listens for the keys of every registered command, and for Ctrl/Cmd with one of the modified keys. */
export function listenForShortcuts(modified: ModifiedKeys): void {
  const document = inject(DOCUMENT);
  const registry = inject(CommandRegistry);
  const dialog = inject(MatDialog);
  const sequence = new KeySequence();

  const onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented) return;
    const run = modifiedKey(event, modified);
    if (run !== undefined) {
      event.preventDefault();
      run();
      return;
    }
    if (hasModifier(event) || takesText(event.target) || dialog.openDialogs.length > 0) return;
    const command = sequence.press({ key: event.key, atMs: event.timeStamp }, registry.commands());
    if (command === undefined) return;
    event.preventDefault();
    command.run();
  };
  document.addEventListener('keydown', onKeydown);
  inject(DestroyRef).onDestroy(() => document.removeEventListener('keydown', onKeydown));
}

function modifiedKey(event: KeyboardEvent, { k, j }: ModifiedKeys): (() => void) | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'k') return k;
  return key === 'j' ? j : undefined;
}

/** Shift is part of some keys (`?`), so that it does not count. */
function hasModifier({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey;
}
