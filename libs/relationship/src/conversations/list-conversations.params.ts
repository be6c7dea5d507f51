import { IsIn, IsOptional } from 'class-validator';
import { IsOwnedId } from '../fields/id.decorators';
import { ListParams } from '../lists/list.params';

export const CONVERSATION_SORTS = ['occurredAt', '-occurredAt'] as const;
export type ConversationSort = (typeof CONVERSATION_SORTS)[number];

export class ListConversationsParams extends ListParams {
  @IsOptional()
  @IsOwnedId('accountId')
  readonly accountId?: string;

  @IsOptional()
  @IsIn(CONVERSATION_SORTS, { message: `sort must be one of ${CONVERSATION_SORTS.join(', ')}.` })
  readonly sort?: ConversationSort;
}
