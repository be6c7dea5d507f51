import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  CreateErpConnectionBody,
  TestErpConnectionBody,
  TestSavedErpConnectionBody,
  UpdateErpConnectionBody,
} from '@headwater/configuration';
import type { ConnectionReport, ErpHealthView, ErpManifest, ProbeVerdict } from '@headwater/erp-contracts';
import { firstValueFrom } from 'rxjs';
import { ifMatch } from '../http/versioned';
import type { ErpConnectionPage, ErpConnectionSummary } from './connection';

const URL = '/api/erp/connections';

export interface ReportRequest {
  readonly connectionId: string;
  readonly minutes: number;
}

interface ProbeResponse {
  readonly verdicts: readonly ProbeVerdict[];
}

/** Configured ERPs: what they can answer, how they are, and their upkeep. Every method throws `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class ConnectionsApi {
  readonly #http = inject(HttpClient);

  /** All connections while `wanted` says so; needs an injection context. */
  connectionsResource(wanted: () => boolean = () => true): HttpResourceRef<ErpConnectionPage | undefined> {
    return httpResource<ErpConnectionPage>(() => (wanted() ? URL : undefined));
  }

  /** What each kind of ERP can do and asks for; needs an injection context. */
  adaptersResource(): HttpResourceRef<readonly ErpManifest[] | undefined> {
    return httpResource(() => '/api/erp/adapters', {
      parse: (body) => (body as { readonly items: readonly ErpManifest[] }).items,
    });
  }

  /** What was measured of a connection in the latest minutes; needs an injection context. */
  reportResource(wanted: () => ReportRequest): HttpResourceRef<ConnectionReport | undefined> {
    return httpResource<ConnectionReport>(() => {
      const { connectionId, minutes } = wanted();
      return { url: `${URL}/${connectionId}/report`, params: { minutes } };
    });
  }

  list(): Promise<ErpConnectionPage> {
    return firstValueFrom(this.#http.get<ErpConnectionPage>(URL));
  }

  health(connectionId: string): Promise<ErpHealthView> {
    return firstValueFrom(this.#http.get<ErpHealthView>(`${URL}/${connectionId}/health`));
  }

  create(body: CreateErpConnectionBody): Promise<ErpConnectionSummary> {
    return firstValueFrom(this.#http.post<ErpConnectionSummary>(URL, body));
  }

  update(connection: ErpConnectionSummary, changes: UpdateErpConnectionBody): Promise<ErpConnectionSummary> {
    return firstValueFrom(
      this.#http.patch<ErpConnectionSummary>(`${URL}/${connection.id}`, changes, ifMatch(connection)),
    );
  }

  async delete(connection: ErpConnectionSummary): Promise<void> {
    await firstValueFrom(this.#http.delete(`${URL}/${connection.id}`, ifMatch(connection)));
  }

  /** Tries a saved connection, with other settings in place of the saved ones where given. */
  test(connectionId: string, body: TestSavedErpConnectionBody = {}): Promise<readonly ProbeVerdict[]> {
    return this.#probe(`${URL}/${connectionId}/test`, body);
  }

  /** Tries settings before they are saved. */
  testUnsaved(body: TestErpConnectionBody): Promise<readonly ProbeVerdict[]> {
    return this.#probe(`${URL}/test`, body);
  }

  async #probe(url: string, body: object): Promise<readonly ProbeVerdict[]> {
    return (await firstValueFrom(this.#http.post<ProbeResponse>(url, body))).verdicts;
  }
}
