import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { CommandRegistry, Shortcut } from '@headwater/web/ui';
import { byRank } from '../palette/palette-entry';

interface ShortcutLine {
  readonly title: string;
  readonly keys: string;
}

interface ShortcutGroup {
  readonly title: string;
  readonly lines: readonly ShortcutLine[];
}

const ALWAYS: ShortcutGroup = {
  title: 'From anywhere, also while typing',
  lines: [
    { title: 'Search and commands', keys: 'mod+k' },
    { title: 'Ask the ERP, then one of its keys', keys: 'mod+j' },
    { title: 'Close a dialog', keys: 'Esc' },
  ],
};

/** Every shortcut that works on this page; what is listed is what is registered. */
@Component({
  selector: 'hw-shortcut-sheet',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, Shortcut],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle>Keyboard shortcuts</h2>
    <mat-dialog-content tabindex="0">
      @for (group of groups(); track group.title) {
        <section>
          <h3>{{ group.title }}</h3>
          <dl>
            @for (line of group.lines; track line.title) {
              <div class="line">
                <dt>{{ line.title }}</dt>
                <dd><hw-shortcut [keys]="line.keys" /></dd>
              </div>
            }
          </dl>
        </section>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose cdkFocusInitial>Close</button>
    </mat-dialog-actions>
  `,
  styleUrl: './shortcut-sheet.scss',
})
export class ShortcutSheet {
  readonly #commands = inject(CommandRegistry).commands;

  protected readonly groups = computed<readonly ShortcutGroup[]>(() => {
    const byTitle = new Map<string, ShortcutLine[]>();
    for (const { group, title, keys } of byRank(this.#commands())) {
      if (keys !== undefined) byTitle.set(group, [...(byTitle.get(group) ?? []), { title, keys }]);
    }
    return [ALWAYS, ...[...byTitle].map(([title, lines]) => ({ title, lines }))];
  });
}
