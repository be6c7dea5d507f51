import { Injectable } from '@nestjs/common';
import {
  type AccountColumn,
  type AccountColumnMessage,
  type AccountSection,
  CAPABILITY_OF_COLUMN,
  ErpReads,
} from '@headwater/erp-contracts';
import type { SignedInUser } from '@headwater/api/edge';
import { type ErpRef, systemClock } from '@headwater/kernel';
import { catchError, defer, from, merge, mergeMap, type Observable, of } from 'rxjs';
import { OperationsOptions } from '../operations-options';
import { ANSWER_MARGIN_MS } from '../sections/answer-margin';
import { completeBy, unknownSource } from '../sections/complete-by';
import { ConnectionColumns, type Pointer } from './connection-columns';

export interface ColumnsRequest {
  readonly reader: SignedInUser;
  readonly columns: readonly AccountColumn[];
  readonly customersOf: ReadonlyMap<string, readonly ErpRef[]>;
}

/** The ERP columns of a page of accounts, connection by connection side by side. */
@Injectable()
export class AccountColumns {
  constructor(
    private readonly reads: ErpReads,
    private readonly options: OperationsOptions,
  ) {}

  /** Each section as it arrives, complete at the page's deadline at the latest. Never errors. */
  arriving({ reader, columns, customersOf }: ColumnsRequest): Observable<AccountColumnMessage> {
    const pointers = [...customersOf].flatMap(([accountId, refs]) => refs.map((ref): Pointer => ({ accountId, ref })));
    const visible = columns.filter((column) => reader.ability.can('read', `erp.${CAPABILITY_OF_COLUMN[column]}`));
    const hidden = columns.filter((column) => !visible.includes(column));
    const { columnsDeadlineMs } = this.options;
    const arriving = defer(() => {
      const until = systemClock.monotonic() + columnsDeadlineMs - ANSWER_MARGIN_MS;
      const deps = { reads: this.reads, clock: systemClock, until };
      return merge(
        ...[...Map.groupBy(pointers, ({ ref }) => ref.connectionId)].flatMap(([connectionId, own]) => [
          this.#hidden(connectionId, own, hidden),
          new ConnectionColumns(connectionId, own, deps).arriving(visible),
        ]),
      );
    });
    const expected = pointers.flatMap((pointer) => columns.map((column) => ({ ...pointer, column })));
    return completeBy(arriving, expected, columnsDeadlineMs);
  }

  #hidden(
    connectionId: string,
    pointers: readonly Pointer[],
    columns: readonly AccountColumn[],
  ): Observable<AccountColumnMessage> {
    if (columns.length === 0) return from([]);
    const source = defer(() => this.reads.sourceOf(connectionId)).pipe(
      // Hidden stays hidden, whether or not the connection can be opened.
      catchError(() => of(unknownSource(connectionId))),
    );
    return source.pipe(
      mergeMap((known) =>
        pointers.flatMap(({ accountId, ref }) => {
          const section: AccountSection = { status: 'hidden', source: known, ref };
          return columns.map((column) => ({ accountId, column, section }) as AccountColumnMessage);
        }),
      ),
    );
  }
}
