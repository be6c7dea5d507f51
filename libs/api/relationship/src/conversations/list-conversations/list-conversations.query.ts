import type { SignedInUser } from '@headwater/api/edge';
import type { CountedPage } from '@headwater/kernel';
import type { Conversation, ListConversationsParams } from '@headwater/relationship';
import { Query } from '@nestjs/cqrs';

export class ListConversationsQuery extends Query<CountedPage<Conversation>> {
  constructor(
    readonly actor: SignedInUser,
    readonly params: ListConversationsParams,
  ) {
    super();
  }
}
