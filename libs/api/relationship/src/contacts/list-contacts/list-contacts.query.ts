import type { SignedInUser } from '@headwater/api/edge';
import type { CountedPage } from '@headwater/kernel';
import type { Contact, ListContactsParams } from '@headwater/relationship';
import { Query } from '@nestjs/cqrs';

export class ListContactsQuery extends Query<CountedPage<Contact>> {
  constructor(
    readonly actor: SignedInUser,
    readonly params: ListContactsParams,
  ) {
    super();
  }
}
