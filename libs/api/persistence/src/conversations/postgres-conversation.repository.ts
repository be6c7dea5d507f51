import { DomainError, newId, type PositionedPage, type RecordVersion } from '@headwater/kernel';
import {
  type Conversation,
  type ConversationChanges,
  type ConversationDetails,
  type ConversationListQuery,
  ConversationRepository,
} from '@headwater/relationship';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { deleteVersion, updateVersion } from '../database/versioned-writes';
import { explaining, type Violations } from '../database/violations';
import { keysetPage, type SortColumn } from '../paging/keyset-page';
import { ConversationEntity } from './conversation.entity';

const TABLE = { entity: ConversationEntity, called: 'This note' };

const COLUMNS: Readonly<Record<string, SortColumn<ConversationEntity>>> = {
  occurredAt: {
    expression: 'conversation.occurredAt',
    parameter: ':value::timestamptz',
    kind: 'instant',
    valueOf: ({ occurredAt }) => occurredAt.toISOString(),
  },
};

const VIOLATIONS: Violations = {
  conversation_account_fk: {
    code: 'invalid-request',
    message: 'There is no account with this id.',
    field: 'accountId',
  },
  conversation_author_fk: { code: 'invalid-request', message: 'There is no user with this id.', field: 'authorId' },
};

@Injectable()
export class PostgresConversationRepository extends ConversationRepository {
  constructor(private readonly database: DataSource) {
    super();
  }

  async list(query: ConversationListQuery): Promise<PositionedPage<Conversation>> {
    const { accountId } = query;
    const rows = conversationRows(this.database.manager);
    if (accountId !== undefined) rows.andWhere('conversation.accountId = :accountId', { accountId });
    const page = await keysetPage({ rows, columns: COLUMNS, query });
    return { ...page, items: page.items.map(toConversation) };
  }

  async find(id: string): Promise<Conversation | undefined> {
    return findConversation(this.database.manager, id);
  }

  async add(details: ConversationDetails): Promise<Conversation> {
    const id = newId();
    return this.writing(async (manager) => {
      await manager.insert(ConversationEntity, { id, ...details, occurredAt: new Date(details.occurredAt) });
      return id;
    });
  }

  async change(target: RecordVersion, { body, occurredAt }: ConversationChanges): Promise<Conversation> {
    const changes = {
      ...(body === undefined ? {} : { body }),
      ...(occurredAt === undefined ? {} : { occurredAt: new Date(occurredAt) }),
    };
    return this.writing(async (manager) => {
      await updateVersion(manager, TABLE, { target, changes });
      return target.id;
    });
  }

  async remove(target: RecordVersion): Promise<void> {
    await deleteVersion(this.database.manager, TABLE, target);
  }

  private async writing(write: (manager: EntityManager) => Promise<string>): Promise<Conversation> {
    return explaining(VIOLATIONS, () =>
      this.database.transaction(async (manager) => {
        const conversation = await findConversation(manager, await write(manager));
        if (conversation === undefined) throw new DomainError('not-found', 'This note does not exist any more.');
        return conversation;
      }),
    );
  }
}

async function findConversation(manager: EntityManager, id: string): Promise<Conversation | undefined> {
  const row = await conversationRows(manager).where('conversation.id = :id', { id }).getOne();
  return row === null ? undefined : toConversation(row);
}

/** Conversations with the names of their authors, in one statement. */
function conversationRows(manager: EntityManager): SelectQueryBuilder<ConversationEntity> {
  return manager
    .createQueryBuilder(ConversationEntity, 'conversation')
    .leftJoin('conversation.author', 'author')
    .addSelect(['author.id', 'author.name']);
}

function toConversation(row: ConversationEntity): Conversation {
  return {
    id: row.id,
    accountId: row.accountId,
    kind: row.kind,
    body: row.body,
    authorId: row.authorId,
    authorName: row.author?.name ?? '',
    occurredAt: row.occurredAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}
