import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { CountedPage } from '@headwater/kernel';
import type { Contact, CreateContactBody, UpdateContactBody } from '@headwater/relationship';
import { firstValueFrom } from 'rxjs';
import { ifMatch } from '../http/versioned';

const URL = '/api/contacts';

/** People at accounts. Every method throws `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class ContactsApi {
  readonly #http = inject(HttpClient);

  /** The contacts of one account; needs an injection context. */
  ofAccountResource(accountId: () => string | undefined): HttpResourceRef<CountedPage<Contact> | undefined> {
    return httpResource<CountedPage<Contact>>(() => {
      const asked = accountId();
      return asked === undefined ? undefined : { url: URL, params: { accountId: asked } };
    });
  }

  create(body: CreateContactBody): Promise<Contact> {
    return firstValueFrom(this.#http.post<Contact>(URL, body));
  }

  update(contact: Contact, changes: UpdateContactBody): Promise<Contact> {
    return firstValueFrom(this.#http.patch<Contact>(`${URL}/${contact.id}`, changes, ifMatch(contact)));
  }

  async delete(contact: Contact): Promise<void> {
    await firstValueFrom(this.#http.delete(`${URL}/${contact.id}`, ifMatch(contact)));
  }
}
