import { DomainError, newId, type PositionedPage, type RecordVersion } from '@headwater/kernel';
import {
  type Account,
  type AccountChanges,
  type AccountDetails,
  type AccountListQuery,
  AccountRepository,
  type NewErpLink,
} from '@headwater/relationship';

const NOW = '2026-11-23T09:14:03.120Z';

/** Accounts as the port promises them, without a database. */
export class AccountsInMemory extends AccountRepository {
  readonly rows = new Map<string, Account>();
  readonly queries: AccountListQuery[] = [];

  async list(query: AccountListQuery): Promise<PositionedPage<Account>> {
    this.queries.push(query);
    const items = [...this.rows.values()].slice(0, query.limit);
    const last = items.at(-1);
    const next = last === undefined ? null : { sort: query.sort, value: last.name, id: last.id };
    return { items, next, count: { value: this.rows.size, exact: true } };
  }

  async find(id: string): Promise<Account | undefined> {
    return this.rows.get(id);
  }

  async findEach(ids: readonly string[]): Promise<readonly Account[]> {
    return ids.flatMap((id) => this.rows.get(id) ?? []);
  }

  async ancestorIds(id: string): Promise<readonly string[]> {
    const parentId = this.rows.get(id)?.parentId ?? null;
    return parentId === null ? [] : [parentId, ...(await this.ancestorIds(parentId))];
  }

  async add(details: AccountDetails): Promise<Account> {
    const fresh = { id: newId(), ownerName: null, erpLinks: [], createdAt: NOW, updatedAt: NOW, version: 1 };
    return this.keep({ ...fresh, ...details });
  }

  async change({ id }: RecordVersion, changes: AccountChanges): Promise<Account> {
    const row = this.existing(id);
    return this.keep({ ...row, ...changes, version: row.version + 1 });
  }

  async remove({ id }: RecordVersion): Promise<void> {
    this.rows.delete(id);
  }

  async link(accountId: string, link: NewErpLink): Promise<Account> {
    const row = this.existing(accountId);
    const added = { id: newId(), connectionName: 'SX.e East', kind: 'customer' as const, ...link };
    return this.keep({ ...row, erpLinks: [...row.erpLinks, added], version: row.version + 1 });
  }

  async unlink(accountId: string, linkId: string): Promise<Account> {
    const row = this.existing(accountId);
    const erpLinks = row.erpLinks.filter(({ id }) => id !== linkId);
    return this.keep({ ...row, erpLinks, version: row.version + 1 });
  }

  private existing(id: string): Account {
    const row = this.rows.get(id);
    if (row === undefined) throw new DomainError('not-found', 'This account does not exist any more.');
    return row;
  }

  private keep(account: Account): Account {
    this.rows.set(account.id, account);
    return account;
  }
}

export const NOTHING_ELSE = {
  phone: null,
  website: null,
  industry: null,
  territory: null,
  ownerId: null,
  parentId: null,
} as const;
