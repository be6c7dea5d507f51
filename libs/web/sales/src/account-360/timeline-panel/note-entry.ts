import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import type { Problem as ProblemDocument } from '@headwater/kernel';
import { type Conversation, MAX_NOTE_LENGTH, UpdateConversationBody } from '@headwater/relationship';
import { ConversationsApi, problemOf, SessionState } from '@headwater/web/data-access';
import { Control, DateText, Field, Icon, Problem } from '@headwater/web/ui';
import { mdiPencilOutline } from '@mdi/js';
import { bodyErrors } from '../../forms/body-errors';

/** One note; its author changes it in place. */
@Component({
  selector: 'hw-note-entry',
  imports: [Control, DateText, Field, Icon, MatButton, MatIconButton, Problem],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './note-entry.html',
  styleUrl: './note-entry.scss',
})
export class NoteEntry {
  readonly #conversations = inject(ConversationsApi);
  readonly #session = inject(SessionState);

  readonly note = input.required<Conversation>();
  readonly changed = output<Conversation>();

  protected readonly mayEdit = computed(
    () => this.note().authorId === this.#session.user()?.id && this.#session.can('update', 'Conversation'),
  );
  /** The text being written; undefined while the note is only read. */
  protected readonly draft = signal<string | undefined>(undefined);
  protected readonly error = signal<string | undefined>(undefined);
  protected readonly problem = signal<ProblemDocument | undefined>(undefined);
  protected readonly saving = signal(false);
  protected readonly maxLength = MAX_NOTE_LENGTH;
  protected readonly editIcon = mdiPencilOutline;

  protected async save(body: string): Promise<void> {
    if (this.saving()) return;
    this.error.set(bodyErrors(UpdateConversationBody, { body })['body']);
    this.problem.set(undefined);
    if (this.error() !== undefined) return;
    this.saving.set(true);
    try {
      this.changed.emit(await this.#conversations.update(this.note(), { body }));
      this.draft.set(undefined);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.saving.set(false);
    }
  }
}
