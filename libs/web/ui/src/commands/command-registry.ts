import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { Command } from './command';

/** Everything that can be started from the palette or by keys. Features add their commands; the shell runs them. */
@Injectable({ providedIn: 'root' })
export class CommandRegistry {
  readonly #registered = signal<readonly Command[]>([]);

  readonly commands = computed<readonly Command[]>(() => [
    ...new Map(this.#registered().map((command) => [command.id, command])).values(),
  ]);

  /** Returns how to take them away again. */
  register(...commands: readonly Command[]): () => void {
    this.#registered.update((before) => [...before, ...commands]);
    return () => this.#registered.update((before) => before.filter((command) => !commands.includes(command)));
  }
}

/** Registers commands for as long as the calling component (or injector) lives. */
export function registerCommands(...commands: readonly Command[]): void {
  const takeAway = inject(CommandRegistry).register(...commands);
  inject(DestroyRef).onDestroy(takeAway);
}
