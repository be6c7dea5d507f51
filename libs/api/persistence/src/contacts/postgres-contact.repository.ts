import { DomainError, newId, type PositionedPage, type RecordVersion } from '@headwater/kernel';
import {
  type Contact,
  type ContactChanges,
  type ContactDetails,
  type ContactListQuery,
  ContactRepository,
} from '@headwater/relationship';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { deleteVersion, updateVersion } from '../database/versioned-writes';
import { explaining, type Violations } from '../database/violations';
import { keysetPage, type SortColumn } from '../paging/keyset-page';
import { anywhere } from '../paging/like-pattern';
import { ContactEntity } from './contact.entity';

const TABLE = { entity: ContactEntity, called: 'This contact' };

const COLUMNS: Readonly<Record<string, SortColumn<ContactEntity>>> = {
  name: { expression: 'lower(contact.name)', parameter: 'lower(:value)', kind: 'text', valueOf: ({ name }) => name },
  updatedAt: {
    expression: 'contact.updatedAt',
    parameter: ':value::timestamptz',
    kind: 'instant',
    valueOf: ({ updatedAt }) => updatedAt.toISOString(),
  },
};

const VIOLATIONS: Violations = {
  contact_account_fk: { code: 'invalid-request', message: 'There is no account with this id.', field: 'accountId' },
};

@Injectable()
export class PostgresContactRepository extends ContactRepository {
  constructor(private readonly database: DataSource) {
    super();
  }

  async list(query: ContactListQuery): Promise<PositionedPage<Contact>> {
    const { accountId, text } = query;
    const rows = this.database.createQueryBuilder(ContactEntity, 'contact');
    if (accountId !== undefined) rows.andWhere('contact.accountId = :accountId', { accountId });
    if (text !== undefined) {
      rows.andWhere('(contact.name ILIKE :pattern OR contact.email ILIKE :pattern)', { pattern: anywhere(text) });
    }
    const page = await keysetPage({ rows, columns: COLUMNS, query });
    return { ...page, items: page.items.map(toContact) };
  }

  async find(id: string): Promise<Contact | undefined> {
    const row = await this.database.manager.findOneBy(ContactEntity, { id });
    return row === null ? undefined : toContact(row);
  }

  async add(details: ContactDetails): Promise<Contact> {
    const id = newId();
    return this.writing(async (manager) => {
      await manager.insert(ContactEntity, { id, ...details });
      return id;
    });
  }

  async change(target: RecordVersion, changes: ContactChanges): Promise<Contact> {
    return this.writing(async (manager) => {
      await updateVersion(manager, TABLE, { target, changes });
      return target.id;
    });
  }

  async remove(target: RecordVersion): Promise<void> {
    await deleteVersion(this.database.manager, TABLE, target);
  }

  private async writing(write: (manager: EntityManager) => Promise<string>): Promise<Contact> {
    return explaining(VIOLATIONS, () =>
      this.database.transaction(async (manager) => {
        const row = await manager.findOneBy(ContactEntity, { id: await write(manager) });
        if (row === null) throw new DomainError('not-found', 'This contact does not exist any more.');
        return toContact(row);
      }),
    );
  }
}

function toContact(row: ContactEntity): Contact {
  return {
    id: row.id,
    accountId: row.accountId,
    name: row.name,
    title: row.title,
    email: row.email,
    phone: row.phone,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}
