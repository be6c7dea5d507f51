import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';

export type ConnectivityState = 'online' | 'server-unreachable' | 'device-offline';

/**
 * Whether the device has a network and Headwater answers on it. `navigator.onLine` alone is not enough:
 * it stays true on a network that leads nowhere.
 */
@Injectable({ providedIn: 'root' })
export class Connectivity {
  readonly #window = inject(DOCUMENT).defaultView;
  readonly #deviceOnline = signal(this.#window?.navigator.onLine ?? true);
  readonly #serverAnswers = signal(true);

  readonly state = computed<ConnectivityState>(() => {
    if (!this.#deviceOnline()) return 'device-offline';
    return this.#serverAnswers() ? 'online' : 'server-unreachable';
  });
  readonly online = computed(() => this.state() === 'online');

  constructor() {
    this.#window?.addEventListener('online', () => this.#deviceOnline.set(true));
    this.#window?.addEventListener('offline', () => this.#deviceOnline.set(false));
  }

  serverAnswered(): void {
    this.#serverAnswers.set(true);
  }

  serverUnreachable(): void {
    this.#serverAnswers.set(false);
  }
}
