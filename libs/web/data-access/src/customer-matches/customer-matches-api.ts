import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { CustomerMatchPage } from '@headwater/erp-contracts';
import { firstValueFrom } from 'rxjs';
import { queryParams } from '../http/query-params';

/** Which customers of an ERP accounts may be. Throws `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class CustomerMatchesApi {
  readonly #http = inject(HttpClient);

  /** Accounts without a link to the connection, each with its candidates. */
  page(connectionId: string, cursor?: string): Promise<CustomerMatchPage> {
    const url = `/api/erp/connections/${encodeURIComponent(connectionId)}/customer-matches`;
    return firstValueFrom(this.#http.get<CustomerMatchPage>(url, { params: queryParams({ cursor }) }));
  }
}
