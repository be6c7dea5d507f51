import { authorize } from '@headwater/api/edge';
import { type Clock, toInstant } from '@headwater/kernel';
import { type Conversation, ConversationHasHappened, ConversationRepository, uphold } from '@headwater/relationship';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CLOCK } from '../../clock';
import { CreateConversationCommand } from './create-conversation.command';

@CommandHandler(CreateConversationCommand)
export class CreateConversationHandler implements ICommandHandler<CreateConversationCommand> {
  constructor(
    private readonly conversations: ConversationRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ actor, body }: CreateConversationCommand): Promise<Conversation> {
    authorize(actor, 'create', 'Conversation');
    const occurredAt = body.occurredAt ?? toInstant(this.clock.now());
    uphold(new ConversationHasHappened(occurredAt, this.clock));
    return this.conversations.add({
      accountId: body.accountId,
      kind: body.kind ?? 'note',
      body: body.body,
      authorId: actor.id,
      occurredAt,
    });
  }
}
