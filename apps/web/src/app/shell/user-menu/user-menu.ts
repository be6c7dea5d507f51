import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router } from '@angular/router';
import { problemOf, SessionApi, SessionState, SIGN_IN_URL } from '@headwater/web/data-access';
import { CommandRegistry, Icon, Toasts } from '@headwater/web/ui';
import { mdiCheck, mdiKeyboardOutline, mdiLogoutVariant } from '@mdi/js';
import { COLOR_SCHEMES, ColorScheme, type ColorSchemeChoice } from '../../color-scheme/color-scheme';
import { SHORTCUTS_COMMAND } from '../shortcuts/shortcuts-command';

const SCHEME_TITLES: { readonly [S in ColorSchemeChoice]: string } = {
  system: 'As this device is set',
  light: 'Light',
  dark: 'Dark',
};

/** Who is signed in, how the product looks, and the way out. */
@Component({
  selector: 'hw-user-menu',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './user-menu.html',
  styleUrl: './user-menu.scss',
})
export class UserMenu {
  readonly #session = inject(SessionApi);
  readonly #state = inject(SessionState);
  readonly #router = inject(Router);
  readonly #toasts = inject(Toasts);
  readonly #commands = inject(CommandRegistry);
  protected readonly scheme = inject(ColorScheme);

  protected readonly name = computed(() => this.#state.user()?.name ?? '');
  protected readonly email = computed(() => this.#state.user()?.email ?? '');
  protected readonly initials = computed(() =>
    this.name()
      .split(/\s+/)
      .slice(0, 2)
      .map((word) => word.charAt(0).toUpperCase())
      .join(''),
  );
  protected readonly schemes = COLOR_SCHEMES.map((value) => ({ value, title: SCHEME_TITLES[value] }));
  protected readonly checkIcon = mdiCheck;
  protected readonly keyboardIcon = mdiKeyboardOutline;
  protected readonly signOutIcon = mdiLogoutVariant;

  protected showShortcuts(): void {
    this.#commands
      .commands()
      .find(({ id }) => id === SHORTCUTS_COMMAND)
      ?.run();
  }

  protected async signOut(): Promise<void> {
    try {
      await this.#session.signOut();
      await this.#router.navigateByUrl(SIGN_IN_URL);
    } catch (thrown) {
      this.#toasts.show(`You are still signed in. ${problemOf(thrown).title}.`);
    }
  }
}
