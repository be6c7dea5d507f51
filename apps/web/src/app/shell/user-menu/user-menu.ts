import { CdkMenu, CdkMenuGroup, CdkMenuItem, CdkMenuItemRadio } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, type ElementRef, computed, inject, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { problemOf, SessionApi, SessionState, SIGN_IN_URL } from '@headwater/web/data-access';
import { CommandRegistry, Icon, Toasts, uniqueId } from '@headwater/web/ui';
import {
  mdiCheck,
  mdiKeyboardOutline,
  mdiLogoutVariant,
  mdiMonitor,
  mdiWeatherNight,
  mdiWhiteBalanceSunny,
} from '@mdi/js';
import { ColorScheme, type ColorSchemeChoice } from '../../color-scheme/color-scheme';
import { SHORTCUTS_COMMAND } from '../shortcuts/shortcuts-command';

interface SchemeOption {
  readonly value: ColorSchemeChoice;
  readonly title: string;
  readonly icon: string;
}

const SCHEMES: readonly SchemeOption[] = [
  { value: 'system', title: 'As this device is set', icon: mdiMonitor },
  { value: 'light', title: 'Light', icon: mdiWhiteBalanceSunny },
  { value: 'dark', title: 'Dark', icon: mdiWeatherNight },
];

/**
 * Who is signed in, how the product looks, and the way out. A native popover, which stays in its place in the page
 * and so inside its landmark.
 */
@Component({
  selector: 'hw-user-menu',
  imports: [CdkMenu, CdkMenuGroup, CdkMenuItem, CdkMenuItemRadio, Icon],
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

  protected readonly menu = viewChild.required<ElementRef<HTMLElement>>('menu');
  protected readonly items = viewChild.required(CdkMenu);
  protected readonly menuId = uniqueId('hw-user-menu');
  protected readonly name = computed(() => this.#state.user()?.name ?? '');
  protected readonly email = computed(() => this.#state.user()?.email ?? '');
  protected readonly initials = computed(() => initialsOf(this.name()));
  protected readonly schemes = SCHEMES;
  protected readonly checkIcon = mdiCheck;
  protected readonly keyboardIcon = mdiKeyboardOutline;
  protected readonly signOutIcon = mdiLogoutVariant;

  protected opened(event: Event): void {
    if ((event as ToggleEvent).newState === 'open') this.items().focusFirstItem('keyboard');
  }

  protected showShortcuts(): void {
    this.menu().nativeElement.hidePopover();
    this.#commands
      .commands()
      .find(({ id }) => id === SHORTCUTS_COMMAND)
      ?.run();
  }

  protected async signOut(): Promise<void> {
    this.menu().nativeElement.hidePopover();
    try {
      await this.#session.signOut();
      await this.#router.navigateByUrl(SIGN_IN_URL);
    } catch (thrown) {
      this.#toasts.show(`You are still signed in. ${problemOf(thrown).title}.`);
    }
  }
}

function initialsOf(name: string): string {
  const letters = name.split(/\s+/).map((word) => word.charAt(0).toUpperCase());
  return letters.slice(0, 2).join('');
}
