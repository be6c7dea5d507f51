import {
  type AccountColumn,
  type AccountColumnMessage,
  type AccountSection,
  type BatchPage,
  ErpError,
  type ErpManifest,
  type ErpRead,
  type ErpReads,
  type Section,
  toErpProblem,
} from '@headwater/erp-contracts';
import type { Clock, ErpRef } from '@headwater/kernel';
import { catchError, defer, EMPTY, from, map, merge, mergeMap, type Observable, of } from 'rxjs';
import { SERVICE_SCOPE } from '../reading/erp-question';
import { COLUMN_QUESTIONS, mostCustomersOf } from './column-questions';

export interface ConnectionColumnsDeps {
  readonly reads: ErpReads;
  readonly clock: Clock;
  /** When, by the monotonic clock, every answer has to be there. */
  readonly until: number;
}

/** An account that points at a customer: several may point at the same. */
export interface Pointer {
  readonly accountId: string;
  readonly ref: ErpRef;
}

/** A customer of the connection, asked about for one column. */
interface Cell {
  readonly customer: string;
  readonly column: AccountColumn;
}

/** Single reads of one connection at a time: the rest of a list must not stand in line before a person's question. */
const AT_ONCE = 4;

/**
 * The columns of the accounts that are linked to one connection, as few calls as its ERP takes. Whoever unsubscribes
 * ends what only this waits for.
 */
export class ConnectionColumns {
  readonly #pointers: ReadonlyMap<string, readonly Pointer[]>;

  constructor(
    private readonly connectionId: string,
    pointers: readonly Pointer[],
    private readonly deps: ConnectionColumnsDeps,
  ) {
    this.#pointers = Map.groupBy(pointers, ({ ref }) => ref.externalId);
  }

  arriving(columns: readonly AccountColumn[]): Observable<AccountColumnMessage> {
    if (columns.length === 0) return EMPTY;
    const manifest = defer(() => this.deps.reads.manifestOf(this.connectionId)).pipe(
      // The reads fail for the same reason, and say so in their own sections.
      catchError(() => of(undefined)),
    );
    return manifest.pipe(mergeMap((known) => this.#asked(columns, known)));
  }

  #asked(columns: readonly AccountColumn[], manifest: ErpManifest | undefined): Observable<AccountColumnMessage> {
    const customers = [...this.#pointers.keys()];
    const most = (column: AccountColumn): number => mostCustomersOf(column, manifest) ?? 1;
    const batched = customers.length === 1 ? [] : columns.filter((column) => most(column) > 1);
    const single = columns.filter((column) => !batched.includes(column));
    return merge(
      ...batched.flatMap((column) => inParts(customers, most(column)).map((part) => this.#batch(column, part))),
      // Row by row, as they are looked at.
      this.#singly(customers.flatMap((customer) => single.map((column) => ({ customer, column })))),
    );
  }

  #batch(column: AccountColumn, customers: readonly string[]): Observable<AccountColumnMessage> {
    const operation = COLUMN_QUESTIONS[column].many;
    // One call for all of them, which a person waits for like for any other.
    return this.#read({ operation, query: { customers } }, 'interactive').pipe(
      mergeMap((section) => this.#taken(section, column, customers)),
    );
  }

  /** What a batch says of each customer; whom it says nothing of is asked about alone. */
  #taken(section: Section, column: AccountColumn, customers: readonly string[]): Observable<AccountColumnMessage> {
    const alone = (of: readonly string[]) => this.#singly(of.map((customer) => ({ customer, column })));
    if (isNotForMany(section)) return alone(customers);
    if (section.status !== 'ok') {
      return from(customers.flatMap((customer) => this.#messages({ customer, column }, section)));
    }
    const { items, notFound } = section.data as BatchPage<{ readonly customer: string }>;
    const views = new Map(items.map((view) => [view.customer, view]));
    const rest = customers.filter((customer) => !views.has(customer) && !notFound.includes(customer));
    const told = customers.flatMap((customer) => {
      const view = views.get(customer);
      if (view !== undefined) return this.#messages({ customer, column }, { ...section, data: view });
      return notFound.includes(customer) ? this.#messages({ customer, column }, this.#unknown(section)) : [];
    });
    return merge(from(told), alone(rest));
  }

  #singly(cells: readonly Cell[]): Observable<AccountColumnMessage> {
    return from(cells).pipe(mergeMap((cell) => this.#single(cell), AT_ONCE));
  }

  #single(cell: Cell): Observable<AccountColumnMessage> {
    const { one, viewOf } = COLUMN_QUESTIONS[cell.column];
    const ref: ErpRef = { connectionId: this.connectionId, kind: 'customer', externalId: cell.customer };
    return this.#read(one(cell.customer), 'background').pipe(
      map((section) => (section.status === 'ok' ? { ...section, data: viewOf(section.data, ref) } : section)),
      mergeMap((section) => this.#messages(cell, section)),
    );
  }

  #read(question: Pick<ErpRead, 'operation' | 'query'>, priority: ErpRead['priority'] & string): Observable<Section> {
    const { reads, clock, until } = this.deps;
    const read: ErpRead = { ...question, connectionId: this.connectionId, scope: SERVICE_SCOPE, priority };
    return defer(() => {
      const deadlineMs = Math.max(0, until - clock.monotonic());
      return reads.fanOut([{ key: 'cell', read }], { deadlineMs }).pipe(map(({ section }) => section));
    });
  }

  #unknown({ source }: Section): Section {
    const error = new ErpError('not-found', 'The ERP has no such customer.');
    return { status: 'failed', source, problem: toErpProblem(error, this.connectionId) };
  }

  #messages({ customer, column }: Cell, section: Section): readonly AccountColumnMessage[] {
    const pointers = this.#pointers.get(customer) ?? [];
    return pointers.map(({ accountId, ref }) => {
      const own = { ...section, ref } as AccountSection;
      return { accountId, column, section: own } as AccountColumnMessage;
    });
  }
}

/** The ERP, or what this connection may read of it, has no form for many: each customer by itself may still be read. */
function isNotForMany(section: Section): boolean {
  return section.status === 'unsupported' || (section.status === 'failed' && section.problem.code === 'forbidden');
}

function inParts<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const parts = Math.ceil(all.length / size);
  return Array.from({ length: parts }, (_, index) => all.slice(index * size, (index + 1) * size));
}
