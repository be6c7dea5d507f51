import { computed, signal } from '@angular/core';
import {
  type AccountColumn,
  type AccountColumnMessage,
  type AccountColumnPage,
  type AccountSection,
  MAX_ACCOUNTS_PER_REQUEST,
} from '@headwater/erp-contracts';
import { problemOf } from '../http/problem-error';
import type { EventStream } from '../streams/event-stream';
import { ARRIVING_CELL, type ColumnCell, withCellProblem, withCellSection } from './column-cell';

/** Accounts of a list and what is wanted of each. */
export interface ColumnsQuestion {
  readonly accounts: readonly string[];
  readonly columns: readonly AccountColumn[];
}

/** How cells are fetched; `AccountColumnsApi` implements it over HTTP. */
export interface ColumnsSource {
  open(question: ColumnsQuestion, listener: ColumnsListener): EventStream;
  fetch(question: ColumnsQuestion): Promise<AccountColumnPage>;
}

export interface ColumnsListener {
  readonly section: (message: AccountColumnMessage) => void;
  readonly done: () => void;
  /** The stream ended before `done`. */
  readonly broken: () => void;
}

type Cells = ReadonlyMap<string, ColumnCell>;

/** What ERPs say of the accounts of a list, filling cell by cell; each cell is asked for once, and again on request. */
export class AccountColumns {
  readonly #cells = signal<Cells>(new Map());
  readonly #streams = new Set<EventStream>();
  #closed = false;

  constructor(private readonly source: ColumnsSource) {}

  /** True until every cell has its answer. */
  readonly arriving = computed(() => [...this.#cells().values()].some((cell) => cell.arriving));

  /** The as-of of the oldest value, ISO 8601; undefined while there is none. */
  readonly oldest = computed(() =>
    [...this.#cells().values()]
      .flatMap(({ sections }) => sections.flatMap((section) => (section.status === 'ok' ? section.freshness.asOf : [])))
      .reduce<string | undefined>((oldest, asOf) => (oldest !== undefined && oldest < asOf ? oldest : asOf), undefined),
  );

  /** Undefined for a cell nobody asked for. */
  cell<C extends AccountColumn>(accountId: string, column: C): ColumnCell<C> | undefined {
    return this.#cells().get(keyOf(accountId, column)) as ColumnCell<C> | undefined;
  }

  /** Asks for the cells of a list that are not there yet, and forgets those of accounts that left it. */
  show({ accounts, columns }: ColumnsQuestion): void {
    const wanted = new Set(accounts.flatMap((id) => columns.map((column) => keyOf(id, column))));
    this.#cells.update((cells) => new Map([...cells].filter(([key]) => wanted.has(key))));
    const missing = (id: string): readonly AccountColumn[] =>
      columns.filter((column) => !this.#cells().has(keyOf(id, column)));
    // Before the first is asked: asking makes cells.
    const lacking = accounts.map((id) => ({ id, columns: missing(id) }));
    const kinds = new Map(lacking.map(({ columns: of }) => [of.join(), of]));
    for (const [kind, of] of kinds) {
      this.#ask({ accounts: lacking.filter((each) => each.columns.join() === kind).map(({ id }) => id), columns: of });
    }
  }

  /** Asks again for cells that are shown; until the answers come, they show those from before. */
  renew({ accounts, columns }: ColumnsQuestion): void {
    const shown = accounts.filter((id) => columns.some((column) => this.#cells().has(keyOf(id, column))));
    this.#ask({ accounts: shown, columns });
  }

  close(): void {
    this.#closed = true;
    for (const stream of this.#streams) stream.close();
    this.#streams.clear();
  }

  #ask({ accounts, columns }: ColumnsQuestion): void {
    if (columns.length === 0) return;
    for (let at = 0; at < accounts.length; at += MAX_ACCOUNTS_PER_REQUEST) {
      this.#stream({ accounts: accounts.slice(at, at + MAX_ACCOUNTS_PER_REQUEST), columns });
    }
  }

  #stream(question: ColumnsQuestion): void {
    if (this.#closed) return;
    this.#change(question, (cell = ARRIVING_CELL) => ({ sections: cell.sections, arriving: true }));
    const stream = this.source.open(question, {
      section: ({ section, ...which }) => this.#take(which, section),
      done: () => {
        this.#end(stream);
        this.#change(question, arrived);
      },
      broken: () => {
        this.#end(stream);
        void this.#fallBack(question);
      },
    });
    this.#streams.add(stream);
  }

  /** The stream broke before every answer was there: the same answers come as one document. */
  async #fallBack(question: ColumnsQuestion): Promise<void> {
    try {
      const { accounts } = await this.source.fetch(question);
      for (const { accountId, columns } of accounts) {
        for (const column of question.columns) {
          for (const section of columns[column] ?? []) this.#take({ accountId, column }, section);
        }
      }
      this.#change(question, arrived);
    } catch (thrown) {
      const problem = problemOf(thrown);
      this.#change(question, (cell) => cell && withCellProblem(cell, problem));
    }
  }

  #end(stream: EventStream): void {
    stream.close();
    this.#streams.delete(stream);
  }

  #take(
    { accountId, column }: { readonly accountId: string; readonly column: AccountColumn },
    section: AccountSection,
  ): void {
    this.#change({ accounts: [accountId], columns: [column] }, (cell) => cell && withCellSection(cell, section));
  }

  #change(
    { accounts, columns }: ColumnsQuestion,
    change: (cell: ColumnCell | undefined) => ColumnCell | undefined,
  ): void {
    if (this.#closed) return;
    this.#cells.update((cells) => {
      const changed = new Map(cells);
      for (const key of accounts.flatMap((id) => columns.map((column) => keyOf(id, column)))) {
        const cell = change(cells.get(key));
        if (cell !== undefined) changed.set(key, cell);
      }
      return changed;
    });
  }
}

function arrived(cell: ColumnCell | undefined): ColumnCell | undefined {
  return cell && { sections: cell.sections, arriving: false };
}

function keyOf(accountId: string, column: AccountColumn): string {
  return `${accountId} ${column}`;
}
