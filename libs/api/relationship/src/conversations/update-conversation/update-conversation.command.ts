import type { SignedInUser } from '@headwater/api/edge';
import type { RecordVersion } from '@headwater/kernel';
import type { Conversation, UpdateConversationBody } from '@headwater/relationship';
import { Command } from '@nestjs/cqrs';

export class UpdateConversationCommand extends Command<Conversation> {
  constructor(
    readonly actor: SignedInUser,
    readonly target: RecordVersion,
    readonly body: UpdateConversationBody,
  ) {
    super();
  }
}
