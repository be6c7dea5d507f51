import type { Instant, PositionedPage, RecordVersion } from '@headwater/kernel';
import type { ListQuery } from '../lists/list-query';
import type { Conversation, ConversationKind } from './conversation';
import type { ConversationSort } from './list-conversations.params';

export interface ConversationListQuery extends ListQuery<ConversationSort> {
  readonly accountId?: string;
}

export interface ConversationDetails {
  readonly accountId: string;
  readonly kind: ConversationKind;
  readonly body: string;
  readonly authorId: string;
  readonly occurredAt: Instant;
}

export type ConversationChanges = Partial<Pick<ConversationDetails, 'body' | 'occurredAt'>>;

/** Where conversations are kept. Throws as `AccountRepository` does. */
export abstract class ConversationRepository {
  abstract list(query: ConversationListQuery): Promise<PositionedPage<Conversation>>;
  abstract find(id: string): Promise<Conversation | undefined>;
  abstract add(details: ConversationDetails): Promise<Conversation>;
  abstract change(target: RecordVersion, changes: ConversationChanges): Promise<Conversation>;
  abstract remove(target: RecordVersion): Promise<void>;
}
