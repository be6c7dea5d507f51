import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { CountedPage } from '@headwater/kernel';
import type {
  Account,
  AccountSort,
  AddErpLinkBody,
  CreateAccountBody,
  UpdateAccountBody,
} from '@headwater/relationship';
import { firstValueFrom } from 'rxjs';
import { queryParams } from '../http/query-params';
import { ifMatch } from '../http/versioned';

export interface AccountListRequest {
  readonly q?: string | undefined;
  readonly sort?: AccountSort | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

const URL = '/api/accounts';

/** Accounts and their links to ERP customers. Every method throws `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class AccountsApi {
  readonly #http = inject(HttpClient);

  /** A page that follows its question; needs an injection context. */
  pageResource(request: () => AccountListRequest | undefined): HttpResourceRef<CountedPage<Account> | undefined> {
    return httpResource<CountedPage<Account>>(() => {
      const asked = request();
      return asked === undefined ? undefined : { url: URL, params: queryParams({ ...asked }) };
    });
  }

  /** One account that follows its id; needs an injection context. */
  accountResource(id: () => string | undefined): HttpResourceRef<Account | undefined> {
    return httpResource<Account>(() => {
      const asked = id();
      return asked === undefined ? undefined : `${URL}/${encodeURIComponent(asked)}`;
    });
  }

  list(request: AccountListRequest): Promise<CountedPage<Account>> {
    return firstValueFrom(this.#http.get<CountedPage<Account>>(URL, { params: queryParams({ ...request }) }));
  }

  get(id: string): Promise<Account> {
    return firstValueFrom(this.#http.get<Account>(`${URL}/${encodeURIComponent(id)}`));
  }

  create(body: CreateAccountBody): Promise<Account> {
    return firstValueFrom(this.#http.post<Account>(URL, body));
  }

  update(account: Account, changes: UpdateAccountBody): Promise<Account> {
    return firstValueFrom(this.#http.patch<Account>(`${URL}/${account.id}`, changes, ifMatch(account)));
  }

  async delete(account: Account): Promise<void> {
    await firstValueFrom(this.#http.delete(`${URL}/${account.id}`, ifMatch(account)));
  }

  /** Answers the account with its new link. */
  addErpLink(accountId: string, link: AddErpLinkBody): Promise<Account> {
    return firstValueFrom(this.#http.post<Account>(`${URL}/${accountId}/erp-links`, link));
  }

  async removeErpLink(accountId: string, linkId: string): Promise<void> {
    await firstValueFrom(this.#http.delete(`${URL}/${accountId}/erp-links/${linkId}`));
  }
}
