import type { SignedInUser } from '@headwater/api/edge';
import type { Conversation } from '@headwater/relationship';
import { Query } from '@nestjs/cqrs';

export class GetConversationQuery extends Query<Conversation> {
  constructor(
    readonly actor: SignedInUser,
    readonly id: string,
  ) {
    super();
  }
}
