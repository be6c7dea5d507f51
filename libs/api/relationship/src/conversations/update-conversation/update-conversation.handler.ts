import { authorizeOn } from '@headwater/api/edge';
import type { Clock } from '@headwater/kernel';
import { type Conversation, ConversationHasHappened, ConversationRepository, uphold } from '@headwater/relationship';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CLOCK } from '../../clock';
import { currentVersion } from '../../current-version';
import { UpdateConversationCommand } from './update-conversation.command';

@CommandHandler(UpdateConversationCommand)
export class UpdateConversationHandler implements ICommandHandler<UpdateConversationCommand> {
  constructor(
    private readonly conversations: ConversationRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ actor, target, body }: UpdateConversationCommand): Promise<Conversation> {
    const found = await this.conversations.find(target.id);
    const conversation = currentVersion(found, { version: target.version, called: 'This note' });
    authorizeOn(actor, 'update', { subject: 'Conversation', fields: conversation });
    if (body.occurredAt !== undefined) uphold(new ConversationHasHappened(body.occurredAt, this.clock));
    return this.conversations.change(target, { ...body });
  }
}
