import { DomainError, newId, type PositionedPage, type RecordVersion } from '@headwater/kernel';
import {
  type Account,
  type AccountChanges,
  type AccountDetails,
  type AccountListQuery,
  AccountRepository,
  type NewErpLink,
} from '@headwater/relationship';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { deleteVersion, updateVersion } from '../database/versioned-writes';
import { explaining, type Violations } from '../database/violations';
import { keysetPage, type SortColumn } from '../paging/keyset-page';
import { AccountErpLinkEntity } from './account-erp-link.entity';
import { accountRows, withLinks, withoutLinkTo } from './account-queries';
import { filterByText } from './account-search';
import { AccountEntity } from './account.entity';

const TABLE = { entity: AccountEntity, called: 'This account' };

const COLUMNS: Readonly<Record<string, SortColumn<AccountEntity>>> = {
  name: { expression: 'lower(account.name)', parameter: 'lower(:value)', kind: 'text', valueOf: ({ name }) => name },
  updatedAt: {
    expression: 'account.updatedAt',
    parameter: ':value::timestamptz',
    kind: 'instant',
    valueOf: ({ updatedAt }) => updatedAt.toISOString(),
  },
};

const NO_ACCOUNT = { code: 'not-found', message: 'This account does not exist any more.' } as const;

const VIOLATIONS: Violations = {
  account_owner_fk: { code: 'invalid-request', message: 'There is no user with this id.', field: 'ownerId' },
  account_parent_fk: { code: 'invalid-request', message: 'There is no account with this id.', field: 'parentId' },
  account_not_its_own_parent: {
    code: 'invalid-request',
    message: 'An account cannot be below itself.',
    field: 'parentId',
  },
  account_erp_link_account_fk: NO_ACCOUNT,
  account_erp_link_connection_fk: {
    code: 'invalid-request',
    message: 'There is no connection with this id.',
    field: 'connectionId',
  },
  account_erp_link_once: {
    code: 'conflict',
    message: 'This account is already linked to that customer.',
    field: 'externalId',
  },
};

@Injectable()
export class PostgresAccountRepository extends AccountRepository {
  constructor(private readonly database: DataSource) {
    super();
  }

  async list(query: AccountListQuery): Promise<PositionedPage<Account>> {
    const rows = accountRows(this.database.manager);
    const hits = query.text === undefined ? undefined : await filterByText(rows, query.text);
    if (query.notLinkedTo !== undefined) withoutLinkTo(rows, query.notLinkedTo);
    // The hits of a text are known already, unless something else narrows them.
    const count = query.notLinkedTo === undefined ? hits : undefined;
    const page = await keysetPage({ rows, columns: COLUMNS, query, ...(count === undefined ? {} : { count }) });
    return { ...page, items: await withLinks(this.database.manager, page.items) };
  }

  async find(id: string): Promise<Account | undefined> {
    return findAccount(this.database.manager, id);
  }

  async findEach(ids: readonly string[]): Promise<readonly Account[]> {
    const { manager } = this.database;
    const rows = await accountRows(manager).where('account.id = ANY(:ids)', { ids }).getMany();
    return withLinks(manager, rows);
  }

  /** A circle that slipped in between two writes ends the walk instead of going round for ever. */
  async ancestorIds(id: string): Promise<readonly string[]> {
    const found = await this.database.query<readonly { readonly id: string }[]>(
      `WITH RECURSIVE line (id, distance, seen) AS (
         SELECT parent_id, 1, ARRAY[id] FROM account WHERE id = $1 AND parent_id IS NOT NULL
         UNION ALL
         SELECT account.parent_id, distance + 1, seen || account.id
         FROM account JOIN line ON account.id = line.id
         WHERE account.parent_id IS NOT NULL AND NOT account.id = ANY(seen)
       )
       SELECT id FROM line ORDER BY distance`,
      [id],
    );
    return found.map((row) => row.id);
  }

  async add(details: AccountDetails): Promise<Account> {
    const id = newId();
    return this.writing(async (manager) => {
      await manager.insert(AccountEntity, { id, ...details });
      return id;
    });
  }

  async change(target: RecordVersion, changes: AccountChanges): Promise<Account> {
    return this.writing(async (manager) => {
      await updateVersion(manager, TABLE, { target, changes });
      return target.id;
    });
  }

  async remove(target: RecordVersion): Promise<void> {
    await deleteVersion(this.database.manager, TABLE, target);
  }

  async link(accountId: string, { connectionId, externalId }: NewErpLink): Promise<Account> {
    return this.writing(async (manager) => {
      await manager.insert(AccountErpLinkEntity, {
        id: newId(),
        accountId,
        connectionId,
        kind: 'customer',
        externalId,
      });
      await countAsChange(manager, accountId);
      return accountId;
    });
  }

  async unlink(accountId: string, linkId: string): Promise<Account> {
    return this.writing(async (manager) => {
      const { affected } = await manager.delete(AccountErpLinkEntity, { id: linkId, accountId });
      if (affected !== 1) throw new DomainError('not-found', 'This account has no such link.');
      await countAsChange(manager, accountId);
      return accountId;
    });
  }

  /** Writes and reads back in one transaction, so that the answer is what was written. */
  private async writing(write: (manager: EntityManager) => Promise<string>): Promise<Account> {
    return explaining(VIOLATIONS, () =>
      this.database.transaction(async (manager) => {
        const account = await findAccount(manager, await write(manager));
        if (account === undefined) throw new DomainError(NO_ACCOUNT.code, NO_ACCOUNT.message);
        return account;
      }),
    );
  }
}

async function findAccount(manager: EntityManager, id: string): Promise<Account | undefined> {
  const row = await accountRows(manager).where('account.id = :id', { id }).getOne();
  if (row === null) return undefined;
  const [account] = await withLinks(manager, [row]);
  return account;
}

/** Links are part of what an account looks like, so its version grows with them. */
async function countAsChange(manager: EntityManager, id: string): Promise<void> {
  await manager.createQueryBuilder().update(AccountEntity).set({}).where('id = :id', { id }).execute();
}
