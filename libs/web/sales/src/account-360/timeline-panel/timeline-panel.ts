import { LiveAnnouncer } from '@angular/cdk/a11y';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem as ProblemDocument } from '@headwater/kernel';
import type { Conversation } from '@headwater/relationship';
import { ConversationsApi, problemOf, SessionState } from '@headwater/web/data-access';
import { Problem, registerCommands, Skeleton } from '@headwater/web/ui';
import { mdiNoteEditOutline } from '@mdi/js';
import { NoteComposer } from './note-composer';
import { NoteEntry } from './note-entry';

/** What was said and written about the account, newest first, with a place to write the next. */
@Component({
  selector: 'hw-timeline-panel',
  imports: [MatButton, NoteComposer, NoteEntry, Problem, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './timeline-panel.html',
  styleUrl: '../owned-panel.scss',
})
export class TimelinePanel {
  readonly #api = inject(ConversationsApi);
  readonly #announcer = inject(LiveAnnouncer);
  readonly #session = inject(SessionState);

  readonly accountId = input.required<string>();
  readonly #resource = this.#api.ofAccountResource(this.accountId);

  protected readonly page = computed(() => (this.#resource.hasValue() ? this.#resource.value() : undefined));
  protected readonly problem = computed(() => {
    const error = this.#resource.error();
    return error === undefined ? undefined : problemOf(error);
  });
  protected readonly olderProblem = signal<ProblemDocument | undefined>(undefined);
  protected readonly mayCreate = computed(() => this.#session.can('create', 'Conversation'));
  private readonly composer = viewChild(NoteComposer);

  constructor() {
    registerCommands({
      id: 'account.note',
      title: 'Write a note about this account',
      group: 'This account',
      keys: 'n',
      paletteKey: 'n',
      icon: mdiNoteEditOutline,
      words: ['note', 'log', 'timeline'],
      run: () => this.composer()?.focus(),
    });
  }

  protected added(note: Conversation): void {
    this.#resource.update((page) => (page === undefined ? page : { ...page, items: [note, ...page.items] }));
    void this.#announcer.announce('Note saved.', 'polite');
  }

  protected changed(note: Conversation): void {
    this.#resource.update((page) =>
      page === undefined ? page : { ...page, items: page.items.map((known) => (known.id === note.id ? note : known)) },
    );
    void this.#announcer.announce('Note changed.', 'polite');
  }

  protected async older(cursor: string): Promise<void> {
    this.olderProblem.set(undefined);
    try {
      const next = await this.#api.list({ accountId: this.accountId(), cursor });
      this.#resource.update((page) =>
        page === undefined ? page : { ...next, count: page.count, items: [...page.items, ...next.items] },
      );
    } catch (thrown) {
      this.olderProblem.set(problemOf(thrown));
    }
  }

  protected reload(): void {
    this.#resource.reload();
  }
}
