import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatAnchor, MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Problem as ProblemDocument } from '@headwater/kernel';
import { AccountsApi, ConnectionDirectory, CustomerMatchesApi, problemOf } from '@headwater/web/data-access';
import { EmptyState, Freshness, Icon, PageHeader, Problem, Skeleton, StatusChip, uniqueId } from '@headwater/web/ui';
import { mdiAccountCheckOutline, mdiArrowLeft, mdiCheck } from '@mdi/js';
import { SetupSteps } from '../setup/setup-steps';
import { candidatesOf, isCertain, type LinkRow, placeText, reasonText, rowOf } from './link-row';

const TONES = { certain: 'good', likely: 'info', possible: 'neutral' } as const;

/** Which customer of an ERP each account is: suggested live by the ERP, decided by a person; only pointers are kept. */
@Component({
  selector: 'hw-link-customers-page',
  imports: [
    EmptyState,
    Freshness,
    Icon,
    MatAnchor,
    MatButton,
    PageHeader,
    Problem,
    RouterLink,
    SetupSteps,
    Skeleton,
    StatusChip,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './link-customers-page.html',
  styleUrl: './link-customers-page.scss',
})
export class LinkCustomersPage {
  readonly #matches = inject(CustomerMatchesApi);
  readonly #accounts = inject(AccountsApi);
  readonly #directory = inject(ConnectionDirectory);

  readonly connectionId = input.required<string>();

  protected readonly connectionName = computed(() => this.#directory.nameOf(this.connectionId()));
  protected readonly rows = signal<readonly LinkRow[]>([]);
  protected readonly nextCursor = signal<string | null>(null);
  protected readonly loading = signal(true);
  protected readonly problem = signal<ProblemDocument | undefined>(undefined);
  protected readonly certain = computed(() => this.rows().filter(isCertain));
  protected readonly linked = computed(() => this.rows().filter(({ state }) => state === 'linked').length);
  /** How many of the certain ones are still to be linked while they are being linked. */
  protected readonly remaining = signal<number | undefined>(undefined);

  protected readonly name = uniqueId('hw-candidate');
  protected readonly icons = { mdiAccountCheckOutline, mdiArrowLeft, mdiCheck };
  protected readonly candidatesOf = candidatesOf;
  protected readonly reasonText = reasonText;
  protected readonly placeText = placeText;
  protected readonly toneOf = (grade: keyof typeof TONES) => TONES[grade];

  constructor() {
    effect(() => {
      this.connectionId();
      untracked(() => void this.startOver());
    });
  }

  protected async startOver(): Promise<void> {
    this.rows.set([]);
    await this.more();
  }

  protected async more(): Promise<void> {
    const cursor = this.rows().length === 0 ? undefined : (this.nextCursor() ?? undefined);
    this.loading.set(true);
    this.problem.set(undefined);
    try {
      const page = await this.#matches.page(this.connectionId(), cursor);
      this.rows.update((before) => [...before, ...page.items.map(rowOf)]);
      this.nextCursor.set(page.nextCursor);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.loading.set(false);
    }
  }

  protected pick({ match }: LinkRow, picked: string | undefined): void {
    this.#change(match.accountId, { picked });
  }

  protected async link({ match: { accountId }, picked }: LinkRow): Promise<void> {
    if (picked === undefined) return;
    this.#change(accountId, { state: 'linking', trouble: undefined });
    try {
      const link = { connectionId: this.connectionId(), externalId: picked };
      const account = await this.#accounts.addErpLink(accountId, link);
      const made = account.erpLinks.find(
        (each) => each.connectionId === link.connectionId && each.externalId === picked,
      );
      this.#change(accountId, { state: 'linked', linkId: made?.id });
    } catch (thrown) {
      this.#change(accountId, { state: 'failed', trouble: problemOf(thrown).title });
    }
  }

  protected async unlink({ match: { accountId }, linkId }: LinkRow): Promise<void> {
    if (linkId === undefined) return;
    try {
      await this.#accounts.removeErpLink(accountId, linkId);
      this.#change(accountId, { state: 'open', linkId: undefined });
    } catch (thrown) {
      this.#change(accountId, { trouble: problemOf(thrown).title });
    }
  }

  /** One after the other, so that what fails fails alone and the progress is true. */
  protected async linkCertain(): Promise<void> {
    const certain = this.certain();
    this.remaining.set(certain.length);
    for (const row of certain) {
      await this.link(row);
      this.remaining.update((count) => (count ?? 1) - 1);
    }
    this.remaining.set(undefined);
  }

  #change(accountId: string, changes: Partial<LinkRow>): void {
    this.rows.update((rows) => rows.map((row) => (row.match.accountId === accountId ? { ...row, ...changes } : row)));
  }
}
