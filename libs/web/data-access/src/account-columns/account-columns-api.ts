import { HttpClient } from '@angular/common/http';
import { DestroyRef, Injectable, effect, inject, untracked } from '@angular/core';
import type { AccountColumnMessage, AccountColumnPage } from '@headwater/erp-contracts';
import { firstValueFrom } from 'rxjs';
import { EVENT_STREAM, type EventStream } from '../streams/event-stream';
import { jsonOf } from '../streams/json-of';
import { AccountColumns, type ColumnsListener, type ColumnsQuestion, type ColumnsSource } from './account-columns';

const URL = '/api/accounts/erp-columns';

/** What ERPs say of the accounts of a list, live, cell by cell as the answers arrive. */
@Injectable({ providedIn: 'root' })
export class AccountColumnsApi {
  readonly #http = inject(HttpClient);
  readonly #open = inject(EVENT_STREAM);

  /** The columns of the list the signal tells, closed with the page. Needs an injection context. */
  columnsOf(list: () => ColumnsQuestion): AccountColumns {
    const columns = new AccountColumns(this.#source());
    effect(() => {
      const question = list();
      untracked(() => columns.show(question));
    });
    inject(DestroyRef).onDestroy(() => columns.close());
    return columns;
  }

  #source(): ColumnsSource {
    return {
      open: (question, listener) => this.#stream(question, listener),
      fetch: (question) => firstValueFrom(this.#http.get<AccountColumnPage>(URL, { params: paramsOf(question) })),
    };
  }

  #stream(question: ColumnsQuestion, listener: ColumnsListener): EventStream {
    return this.#open(addressOf(question), ['section', 'done'], {
      received: (type, data) => {
        if (type === 'done') return listener.done();
        const message = jsonOf<AccountColumnMessage>(data);
        if (message === undefined) return listener.broken();
        listener.section(message);
      },
      broken: () => listener.broken(),
    });
  }
}

function paramsOf({ accounts, columns }: ColumnsQuestion): Record<'accounts' | 'columns', string> {
  return { accounts: accounts.join(), columns: columns.join() };
}

function addressOf(question: ColumnsQuestion): string {
  const { accounts, columns } = paramsOf(question);
  return `${URL}?accounts=${accounts}&columns=${columns}`;
}
