import { authorize, toCountedPage } from '@headwater/api/edge';
import type { CountedPage } from '@headwater/kernel';
import { type Conversation, ConversationRepository } from '@headwater/relationship';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { listQueryOf } from '../../lists/list-query-of';
import { ListConversationsQuery } from './list-conversations.query';

@QueryHandler(ListConversationsQuery)
export class ListConversationsHandler implements IQueryHandler<ListConversationsQuery> {
  constructor(private readonly conversations: ConversationRepository) {}

  async execute({ actor, params }: ListConversationsQuery): Promise<CountedPage<Conversation>> {
    authorize(actor, 'read', 'Conversation');
    const { accountId } = params;
    const query = {
      ...listQueryOf(params, params.sort ?? '-occurredAt'),
      ...(accountId === undefined ? {} : { accountId }),
    };
    return toCountedPage(await this.conversations.list(query));
  }
}
