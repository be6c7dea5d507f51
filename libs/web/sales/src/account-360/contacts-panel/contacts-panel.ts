import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import type { Contact } from '@headwater/relationship';
import { ContactsApi, problemOf, SessionState } from '@headwater/web/data-access';
import { Icon, Problem, Skeleton } from '@headwater/web/ui';
import { mdiPencilOutline, mdiPlus } from '@mdi/js';
import { ContactForm } from './contact-form';

/** The people at the account: read, added and changed in place. */
@Component({
  selector: 'hw-contacts-panel',
  imports: [ContactForm, Icon, MatButton, MatIconButton, Problem, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './contacts-panel.html',
  styleUrls: ['../owned-panel.scss', './contacts-panel.scss'],
})
export class ContactsPanel {
  readonly #session = inject(SessionState);
  readonly #injector = inject(Injector);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly accountId = input.required<string>();
  readonly #resource = inject(ContactsApi).ofAccountResource(this.accountId);

  protected readonly contacts = computed(() => (this.#resource.hasValue() ? this.#resource.value().items : undefined));
  protected readonly problem = computed(() => {
    const error = this.#resource.error();
    return error === undefined ? undefined : problemOf(error);
  });
  protected readonly mayCreate = computed(() => this.#session.can('create', 'Contact'));
  protected readonly mayUpdate = computed(() => this.#session.can('update', 'Contact'));
  /** The id of the contact being changed, or that a new one is being written. */
  protected readonly editing = signal<string | undefined>(undefined);

  protected readonly addIcon = mdiPlus;
  protected readonly editIcon = mdiPencilOutline;

  protected edit(what: string): void {
    this.editing.set(what);
    this.#focus('form input');
  }

  protected saved(contact: Contact): void {
    this.#resource.update((page) => {
      if (page === undefined) return page;
      const others = page.items.filter(({ id }) => id !== contact.id);
      return { ...page, items: [...others, contact].sort((a, b) => a.name.localeCompare(b.name)) };
    });
    this.close(contact.id);
  }

  protected close(id: string): void {
    this.editing.set(undefined);
    this.#focus(`[data-edit="${id}"]`, '[data-edit="new"]');
  }

  protected reload(): void {
    this.#resource.reload();
  }

  /** Focuses the first of these that is there. */
  #focus(...selectors: readonly string[]): void {
    const find = (selector: string) => this.#host.nativeElement.querySelector<HTMLElement>(selector);
    afterNextRender(
      () =>
        selectors
          .map(find)
          .find((found) => found !== null)
          ?.focus(),
      { injector: this.#injector },
    );
  }
}
