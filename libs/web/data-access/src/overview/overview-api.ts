import { HttpClient } from '@angular/common/http';
import { Injectable, computed, effect, inject, untracked, type Signal } from '@angular/core';
import type {
  AccountOverview as OverviewDocument,
  AccountPanel,
  AccountSectionMessage,
} from '@headwater/erp-contracts';
import { firstValueFrom } from 'rxjs';
import { EVENT_STREAM, type EventStream } from '../streams/event-stream';
import { jsonOf } from '../streams/json-of';
import { AccountOverview, type OverviewListener, type OverviewSource, type PanelRecency } from './account-overview';
import { isOverviewCapability, type AccountSection } from './overview';

/** The ERP side of an account: every panel's answers, live, as they arrive. */
@Injectable({ providedIn: 'root' })
export class OverviewApi {
  readonly #http = inject(HttpClient);
  readonly #open = inject(EVENT_STREAM);

  /**
   * The overview of the account whose id the signal holds; a new one whenever the id changes, and closed
   * with the page. Needs an injection context.
   */
  overviewOf(accountId: () => string): Signal<AccountOverview> {
    const overview = computed(() => new AccountOverview(this.#sourceOf(accountId())));
    effect((onCleanup) => {
      const opened = overview();
      untracked(() => opened.open());
      onCleanup(() => opened.close());
    });
    return overview;
  }

  #sourceOf(accountId: string): OverviewSource {
    const url = `/api/accounts/${encodeURIComponent(accountId)}/erp`;
    return {
      open: (listener) => this.#stream(url, listener),
      fetchAll: async () => (await firstValueFrom(this.#http.get<OverviewDocument>(url))).sections,
      fetchPanel: (capability, recency) => this.#panel(`${url}/${capability}`, recency),
    };
  }

  #stream(url: string, listener: OverviewListener): EventStream {
    return this.#open(url, ['section', 'done'], {
      received: (type, data) => {
        if (type === 'done') return listener.done();
        const message = jsonOf<AccountSectionMessage>(data);
        if (message === undefined) return listener.broken();
        if (isOverviewCapability(message.capability)) listener.section(message.capability, message.section);
      },
      broken: () => listener.broken(),
    });
  }

  async #panel(url: string, recency: PanelRecency): Promise<readonly AccountSection[]> {
    const params: Readonly<Record<string, boolean>> = recency === 'past-the-cache' ? { fresh: true } : {};
    const answer = this.#http.get<AccountPanel>(url, { params });
    return (await firstValueFrom(answer)).sections;
  }
}
