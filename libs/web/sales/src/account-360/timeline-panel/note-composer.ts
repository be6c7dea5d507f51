import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem as ProblemDocument } from '@headwater/kernel';
import { type Conversation, CreateConversationBody, MAX_NOTE_LENGTH } from '@headwater/relationship';
import { ConversationsApi, problemOf } from '@headwater/web/data-access';
import { Control, Field, Problem, Shortcut } from '@headwater/web/ui';
import { bodyErrors } from '../../forms/body-errors';

/** Writes a note: type, Ctrl+Enter, done. What could not be saved stays in the field. */
@Component({
  selector: 'hw-note-composer',
  imports: [Control, Field, MatButton, Problem, Shortcut],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './note-composer.html',
  styleUrl: './note-composer.scss',
})
export class NoteComposer {
  readonly #conversations = inject(ConversationsApi);

  readonly accountId = input.required<string>();
  readonly saved = output<Conversation>();

  protected readonly text = signal('');
  protected readonly error = signal<string | undefined>(undefined);
  protected readonly problem = signal<ProblemDocument | undefined>(undefined);
  protected readonly saving = signal(false);
  protected readonly maxLength = MAX_NOTE_LENGTH;
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');

  focus(): void {
    this.field().nativeElement.focus();
  }

  protected async save(): Promise<void> {
    if (this.saving()) return;
    const note = { accountId: this.accountId(), body: this.text() };
    this.error.set(bodyErrors(CreateConversationBody, note)['body']);
    this.problem.set(undefined);
    if (this.error() !== undefined) return;
    this.saving.set(true);
    try {
      this.saved.emit(await this.#conversations.create(note));
      this.text.set('');
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.saving.set(false);
    }
  }
}
