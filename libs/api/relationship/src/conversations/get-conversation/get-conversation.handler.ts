import { authorizeOn } from '@headwater/api/edge';
import { DomainError } from '@headwater/kernel';
import { type Conversation, ConversationRepository } from '@headwater/relationship';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { GetConversationQuery } from './get-conversation.query';

@QueryHandler(GetConversationQuery)
export class GetConversationHandler implements IQueryHandler<GetConversationQuery> {
  constructor(private readonly conversations: ConversationRepository) {}

  async execute({ actor, id }: GetConversationQuery): Promise<Conversation> {
    const conversation = await this.conversations.find(id);
    if (conversation === undefined) throw new DomainError('not-found', 'This note does not exist.');
    authorizeOn(actor, 'read', { subject: 'Conversation', fields: conversation });
    return conversation;
  }
}
