import { authorizeOn } from '@headwater/api/edge';
import { ConversationRepository } from '@headwater/relationship';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { currentVersion } from '../../current-version';
import { DeleteConversationCommand } from './delete-conversation.command';

@CommandHandler(DeleteConversationCommand)
export class DeleteConversationHandler implements ICommandHandler<DeleteConversationCommand> {
  constructor(private readonly conversations: ConversationRepository) {}

  async execute({ actor, target }: DeleteConversationCommand): Promise<void> {
    const found = await this.conversations.find(target.id);
    const conversation = currentVersion(found, { version: target.version, called: 'This note' });
    authorizeOn(actor, 'delete', { subject: 'Conversation', fields: conversation });
    await this.conversations.remove(target);
  }
}
