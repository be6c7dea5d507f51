import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { type Command, CommandRegistry, Icon, Shortcut } from '@headwater/web/ui';
import { mdiHelpCircleOutline } from '@mdi/js';

/** The questions that are asked all day, each one key away: Ctrl/Cmd+J, then its key, even while typing. */
@Component({
  selector: 'hw-ask-sheet',
  imports: [Icon, MatDialogTitle, Shortcut],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown)': 'press($event)' },
  template: `
    <h2 matDialogTitle>Ask the ERP</h2>
    <ul>
      @for (question of questions(); track question.id) {
        <li>
          <button type="button" (click)="ask(question)">
            <hw-icon [path]="question.icon ?? questionIcon" size="var(--hw-icon-l)" />
            <span>{{ question.title }}</span>
            <hw-shortcut [keys]="question.paletteKey ?? ''" />
          </button>
        </li>
      } @empty {
        <li class="none">Your roles include none of these questions.</li>
      }
    </ul>
  `,
  styleUrl: './ask-sheet.scss',
})
export class AskSheet {
  readonly #commands = inject(CommandRegistry).commands;
  readonly #dialog = inject<MatDialogRef<AskSheet>>(MatDialogRef);

  protected readonly questions = computed(() => this.#commands().filter(({ paletteKey }) => paletteKey !== undefined));
  protected readonly questionIcon = mdiHelpCircleOutline;

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const question = this.questions().find(({ paletteKey }) => paletteKey === event.key.toLowerCase());
    if (question === undefined) return;
    event.preventDefault();
    this.ask(question);
  }

  protected ask(question: Command): void {
    this.#dialog.afterClosed().subscribe(() => question.run());
    this.#dialog.close();
  }
}
