import type { Instant } from '@headwater/kernel';

export const CONVERSATION_KINDS = ['note'] as const;
export type ConversationKind = (typeof CONVERSATION_KINDS)[number];

/** Something said or written about an account. */
export interface Conversation {
  readonly id: string;
  readonly accountId: string;
  readonly kind: ConversationKind;
  readonly body: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly occurredAt: Instant;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
}
