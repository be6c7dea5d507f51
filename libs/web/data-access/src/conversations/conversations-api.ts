import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { CountedPage } from '@headwater/kernel';
import type { Conversation, CreateConversationBody, UpdateConversationBody } from '@headwater/relationship';
import { firstValueFrom } from 'rxjs';
import { queryParams } from '../http/query-params';
import { ifMatch } from '../http/versioned';

const URL = '/api/conversations';

export interface ConversationListRequest {
  readonly accountId: string;
  readonly cursor?: string | undefined;
}

/** What was said and written about accounts. Every method throws `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class ConversationsApi {
  readonly #http = inject(HttpClient);

  /** The newest conversations of one account, newest first; needs an injection context. */
  ofAccountResource(accountId: () => string | undefined): HttpResourceRef<CountedPage<Conversation> | undefined> {
    return httpResource<CountedPage<Conversation>>(() => {
      const asked = accountId();
      return asked === undefined ? undefined : { url: URL, params: { accountId: asked } };
    });
  }

  list(request: ConversationListRequest): Promise<CountedPage<Conversation>> {
    return firstValueFrom(this.#http.get<CountedPage<Conversation>>(URL, { params: queryParams({ ...request }) }));
  }

  create(body: CreateConversationBody): Promise<Conversation> {
    return firstValueFrom(this.#http.post<Conversation>(URL, body));
  }

  update(conversation: Conversation, changes: UpdateConversationBody): Promise<Conversation> {
    return firstValueFrom(this.#http.patch<Conversation>(`${URL}/${conversation.id}`, changes, ifMatch(conversation)));
  }

  async delete(conversation: Conversation): Promise<void> {
    await firstValueFrom(this.#http.delete(`${URL}/${conversation.id}`, ifMatch(conversation)));
  }
}
