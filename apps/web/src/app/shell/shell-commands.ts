import { type Signal, effect, inject } from '@angular/core';
import { Router } from '@angular/router';
import { CommandRegistry, registerCommands } from '@headwater/web/ui';
import { mdiKeyboardOutline } from '@mdi/js';
import type { Destination } from './navigation/destinations';
import { HELP_GROUP } from './palette/palette-entry';
import { ShellDialogs } from './shell-dialogs';
import { SHORTCUTS_COMMAND } from './shortcuts/shortcuts-command';

/** What can be done from every page: go to its places, and see the shortcuts. */
export function registerShellCommands(destinations: Signal<readonly Destination[]>): void {
  const router = inject(Router);
  const dialogs = inject(ShellDialogs);
  const registry = inject(CommandRegistry);
  effect((onCleanup) => {
    const places = destinations().map(({ url, title, icon, keys }) => ({
      id: `go-${url}`,
      title: `Go to ${title}`,
      group: 'Go to',
      keys,
      icon,
      run: () => void router.navigateByUrl(url),
    }));
    onCleanup(registry.register(...places));
  });
  registerCommands({
    id: SHORTCUTS_COMMAND,
    title: 'Keyboard shortcuts',
    group: HELP_GROUP,
    keys: '?',
    icon: mdiKeyboardOutline,
    run: () => dialogs.openShortcuts(),
  });
}
