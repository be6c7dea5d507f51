import { DomainError, newId, type PositionedPage, type RecordVersion } from '@headwater/kernel';
import {
  type Conversation,
  type ConversationChanges,
  type ConversationDetails,
  type ConversationListQuery,
  ConversationRepository,
} from '@headwater/relationship';

const NOW = '2026-11-23T09:14:03.120Z';

/** Conversations as the port promises them, without a database. */
export class ConversationsInMemory extends ConversationRepository {
  readonly rows = new Map<string, Conversation>();
  readonly queries: ConversationListQuery[] = [];

  async list(query: ConversationListQuery): Promise<PositionedPage<Conversation>> {
    this.queries.push(query);
    const items = [...this.rows.values()];
    return { items, next: null, count: { value: items.length, exact: true } };
  }

  async find(id: string): Promise<Conversation | undefined> {
    return this.rows.get(id);
  }

  async add(details: ConversationDetails): Promise<Conversation> {
    const added = { id: newId(), authorName: 'Author', createdAt: NOW, updatedAt: NOW, version: 1, ...details };
    this.rows.set(added.id, added);
    return added;
  }

  async change({ id }: RecordVersion, changes: ConversationChanges): Promise<Conversation> {
    const row = this.rows.get(id);
    if (row === undefined) throw new DomainError('not-found', 'This note does not exist any more.');
    const changed = { ...row, ...changes, version: row.version + 1 };
    this.rows.set(id, changed);
    return changed;
  }

  async remove({ id }: RecordVersion): Promise<void> {
    this.rows.delete(id);
  }
}
