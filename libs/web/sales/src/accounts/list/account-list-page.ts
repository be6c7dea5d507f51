import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  inject,
  input,
  viewChild,
  viewChildren,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { Account } from '@headwater/relationship';
import { AccountColumnsApi, type ColumnCell, SessionState } from '@headwater/web/data-access';
import {
  DateText,
  EmptyState,
  Icon,
  LOCALE,
  PageHeader,
  Problem,
  registerCommands,
  Shortcut,
  Skeleton,
} from '@headwater/web/ui';
import { mdiArrowDown, mdiArrowUp, mdiDomain, mdiMagnify, mdiPlus } from '@mdi/js';
import { debounceTime, Subject } from 'rxjs';
import { ColumnChoice } from '../erp-columns/column-choice';
import { ColumnMenu } from '../erp-columns/column-menu';
import { ErpCell } from '../erp-columns/erp-cell';
import { followListedChanges } from '../erp-columns/follow-listed-changes';
import type { ListColumn } from '../erp-columns/list-columns';
import { AccountPages } from './account-pages';
import { ariaSortOf, nextSort, type SortableColumn, sortOf } from './list-request';

const TYPING_PAUSE_MS = 200;

/** All accounts one may see: found, sorted, walked through by keyboard, opened. */
@Component({
  selector: 'hw-account-list-page',
  imports: [
    ColumnMenu,
    DateText,
    EmptyState,
    ErpCell,
    Icon,
    MatButton,
    PageHeader,
    Problem,
    RouterLink,
    Shortcut,
    Skeleton,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './account-list-page.html',
  styleUrl: './account-list-page.scss',
})
export class AccountListPage {
  readonly #router = inject(Router);
  readonly #route = inject(ActivatedRoute);
  readonly #dialog = inject(MatDialog);
  readonly #locale = inject(LOCALE);
  readonly #session = inject(SessionState);
  readonly #typed = new Subject<string>();

  /** From the address, so that a search can be passed on and survives going back. */
  readonly q = input<string>();
  readonly sort = input<string>();

  protected readonly search = viewChild.required<ElementRef<HTMLInputElement>>('search');
  protected readonly links = viewChildren<ElementRef<HTMLAnchorElement>>('row');

  protected readonly query = computed(() => this.q() ?? '');
  protected readonly sorted = computed(() => sortOf(this.sort()));
  protected readonly pages = new AccountPages(computed(() => ({ q: this.query(), sort: this.sorted() })));
  protected readonly choice = inject(ColumnChoice);
  readonly #read = computed(() => [...new Set(this.choice.shown().map(({ from }) => from))]);
  protected readonly columns = inject(AccountColumnsApi).columnsOf(() => ({
    accounts: this.pages
      .accounts()
      .filter(({ erpLinks }) => erpLinks.length > 0)
      .map(({ id }) => id),
    columns: this.#read(),
  }));
  /** So many ERP columns that others make room for them. */
  protected readonly crowded = computed(() => this.choice.shown().length > 2);
  protected readonly mayCreate = computed(() => this.#session.can('create', 'Account'));
  protected readonly countText = computed(() => {
    const count = this.pages.count();
    if (count === undefined) return undefined;
    return `${new Intl.NumberFormat(this.#locale).format(count.value)}${count.exact ? '' : '+'}`;
  });

  protected readonly icons = { mdiArrowDown, mdiArrowUp, mdiDomain, mdiMagnify, mdiPlus };

  constructor() {
    this.#typed
      .pipe(debounceTime(TYPING_PAUSE_MS), takeUntilDestroyed())
      .subscribe((text) => this.#ask({ q: text.trim() === '' ? null : text.trim() }));
    followListedChanges({ accounts: this.pages.accounts, shown: this.#read, columns: this.columns });
    const group = 'Accounts';
    registerCommands(
      { id: 'accounts-search', title: 'Search this list', group, keys: '/', run: () => this.#focusSearch() },
      { id: 'accounts-next', title: 'Next account', group, keys: 'j', keysOnly: true, run: () => this.#walk(1) },
      {
        id: 'accounts-previous',
        title: 'Previous account',
        group,
        keys: 'k',
        keysOnly: true,
        run: () => this.#walk(-1),
      },
      ...(this.mayCreate()
        ? [{ id: 'accounts-new', title: 'New account', group, keys: 'n', icon: mdiPlus, run: () => void this.create() }]
        : []),
    );
  }

  protected cellOf({ id }: Account, { from }: ListColumn): ColumnCell | undefined {
    return this.columns.cell(id, from);
  }

  protected type(text: string): void {
    this.#typed.next(text);
  }

  protected sortBy(column: SortableColumn): void {
    this.#ask({ sort: nextSort(this.sorted(), column) });
  }

  protected ariaSort(column: SortableColumn): 'ascending' | 'descending' | null {
    return ariaSortOf(this.sorted(), column);
  }

  /** From the search field straight into the list. */
  protected enterList(event: Event): void {
    event.preventDefault();
    this.links()[0]?.nativeElement.focus();
  }

  protected async create(): Promise<void> {
    const { CreateAccountDialog } = await import('../create/create-account-dialog');
    const opened = this.#dialog.open<unknown, unknown, Account>(CreateAccountDialog, {
      id: 'create-account',
      width: '34rem',
      maxWidth: 'calc(100vw - 2rem)',
    });
    opened.afterClosed().subscribe((account) => {
      if (account !== undefined) void this.#router.navigate(['/accounts', account.id]);
    });
  }

  #walk(by: 1 | -1): void {
    const rows = this.links().map(({ nativeElement }) => nativeElement);
    const at = rows.findIndex((row) => row === row.ownerDocument.activeElement);
    rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus();
  }

  #focusSearch(): void {
    const field = this.search().nativeElement;
    field.focus();
    field.select();
  }

  #ask(queryParams: Readonly<Record<string, string | null>>): void {
    void this.#router.navigate([], {
      relativeTo: this.#route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
