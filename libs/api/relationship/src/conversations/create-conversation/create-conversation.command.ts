import type { SignedInUser } from '@headwater/api/edge';
import type { Conversation, CreateConversationBody } from '@headwater/relationship';
import { Command } from '@nestjs/cqrs';

export class CreateConversationCommand extends Command<Conversation> {
  constructor(
    readonly actor: SignedInUser,
    readonly body: CreateConversationBody,
  ) {
    super();
  }
}
