import { BreakpointObserver } from '@angular/cdk/layout';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatIconButton } from '@angular/material/button';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Icon, Shortcut } from '@headwater/web/ui';
import { mdiHelpCircleOutline, mdiMagnify } from '@mdi/js';
import { map } from 'rxjs';
import { Brand } from '../brand/brand';
import { focusHeadingAfterNavigation } from '../navigating/focus-heading';
import { ConnectivityNotice } from './connectivity/connectivity-notice';
import { ErpPills } from './erp-pills/erp-pills';
import { destinations } from './navigation/destinations';
import { loadSales } from './load-sales';
import { registerShellCommands } from './shell-commands';
import { ShellDialogs } from './shell-dialogs';
import { listenForShortcuts } from './shortcuts/shortcut-keys';
import { UserMenu } from './user-menu/user-menu';

const PHONE = '(max-width: 47.99rem)';

/** The frame around every page of someone signed in. */
@Component({
  selector: 'hw-shell',
  imports: [
    Brand,
    ConnectivityNotice,
    ErpPills,
    Icon,
    MatIconButton,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    Shortcut,
    UserMenu,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  protected readonly dialogs = inject(ShellDialogs);
  protected readonly phone = toSignal(
    inject(BreakpointObserver)
      .observe(PHONE)
      .pipe(map(({ matches }) => matches)),
    { initialValue: false },
  );
  protected readonly destinations = destinations();
  protected readonly searchIcon = mdiMagnify;
  protected readonly askIcon = mdiHelpCircleOutline;

  constructor() {
    focusHeadingAfterNavigation();
    registerShellCommands(this.destinations);
    void loadSales();
    listenForShortcuts({ k: () => this.dialogs.openPalette(), j: () => this.dialogs.openAskSheet() });
  }

  protected skipToMain(main: HTMLElement): void {
    main.focus();
  }
}
