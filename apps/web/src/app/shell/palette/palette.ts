import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { CommandRegistry, Icon, Shortcut, uniqueId } from '@headwater/web/ui';
import { mdiAlertOutline, mdiDomain, mdiMagnify } from '@mdi/js';
import { accountHits } from './account-hits';
import { registeredHits } from './registered-hits';
import { type PaletteEntry, type PaletteGroup, accountGroup, commandGroups } from './palette-entry';

/** One field that finds accounts, starts commands, and finds what features look for. Arrow keys choose, Enter runs. */
@Component({
  selector: 'hw-palette',
  imports: [Icon, Shortcut],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './palette.html',
  styleUrl: './palette.scss',
})
export class Palette {
  readonly #commands = inject(CommandRegistry).commands;
  readonly #router = inject(Router);
  readonly #dialog = inject<MatDialogRef<Palette>>(MatDialogRef);

  protected readonly query = signal('');
  protected readonly hits = accountHits(this.query);
  protected readonly found = registeredHits(this.query);
  protected readonly groups = computed<readonly PaletteGroup[]>(() => {
    const accounts = this.hits.hasValue() ? this.hits.value() : [];
    return [
      ...accountGroup(accounts, ({ id }) => void this.#router.navigate(['/accounts', id])),
      ...commandGroups(this.#commands(), this.query()),
      ...this.found().groups.filter(({ entries }) => entries.length > 0),
    ];
  });
  /** Who could not say what there is; that is not the same as nothing. */
  protected readonly troubled = computed(() => this.found().groups.filter(({ trouble }) => trouble !== undefined));
  readonly #entries = computed(() => this.groups().flatMap(({ entries }) => entries));
  /** The first line again whenever other lines are shown. */
  protected readonly chosen = linkedSignal({ source: this.#entries, computation: () => 0 });
  protected readonly chosenId = computed(() => this.#entries()[this.chosen()]?.id);

  protected readonly listId = uniqueId('hw-palette');
  protected readonly searchIcon = mdiMagnify;
  protected readonly accountIcon = mdiDomain;
  protected readonly alertIcon = mdiAlertOutline;

  protected optionId(entry: PaletteEntry): string {
    return `${this.listId}-${entry.id}`;
  }

  protected press(event: KeyboardEvent): void {
    const last = this.#entries().length - 1;
    if (event.key === 'ArrowDown') this.chosen.update((at) => (at >= last ? 0 : at + 1));
    else if (event.key === 'ArrowUp') this.chosen.update((at) => (at <= 0 ? last : at - 1));
    else if (event.key === 'Enter') this.run(this.#entries()[this.chosen()]);
    else return;
    event.preventDefault();
    document.getElementById(`${this.listId}-${this.chosenId()}`)?.scrollIntoView?.({ block: 'nearest' });
  }

  protected run(entry: PaletteEntry | undefined): void {
    if (entry === undefined) return;
    // The dialog gives the focus back when it has closed; what the command opens takes it after that.
    this.#dialog.afterClosed().subscribe(() => entry.run());
    this.#dialog.close();
  }
}
