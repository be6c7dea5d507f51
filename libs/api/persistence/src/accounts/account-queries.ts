import type { Account, ErpLink } from '@headwater/relationship';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { AccountErpLinkEntity } from './account-erp-link.entity';
import { toAccount, toErpLink } from './account-rows';
import { AccountEntity } from './account.entity';

/** Accounts with the names of their owners, in one statement. */
export function accountRows(manager: EntityManager): SelectQueryBuilder<AccountEntity> {
  return manager
    .createQueryBuilder(AccountEntity, 'account')
    .leftJoin('account.owner', 'owner')
    .addSelect(['owner.id', 'owner.name']);
}

/** Keeps the accounts that point at no customer of the connection. */
export function withoutLinkTo(rows: SelectQueryBuilder<AccountEntity>, connectionId: string): void {
  rows.andWhere(
    `NOT EXISTS (SELECT FROM account_erp_link other
                 WHERE other.account_id = account.id AND other.connection_id = :connectionId)`,
    { connectionId },
  );
}

/** The rows with their links: one more statement, however many rows. */
export async function withLinks(manager: EntityManager, rows: readonly AccountEntity[]): Promise<readonly Account[]> {
  const linksOf = await linksByAccount(
    manager,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toAccount(row, linksOf.get(row.id) ?? []));
}

async function linksByAccount(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ErpLink[]>> {
  if (ids.length === 0) return new Map();
  const found = await manager
    .createQueryBuilder(AccountErpLinkEntity, 'link')
    .leftJoin('link.connection', 'connection')
    .addSelect(['connection.id', 'connection.name'])
    .where('link.account_id = ANY(:ids)', { ids })
    .orderBy('connection.name')
    .addOrderBy('link.externalId')
    .addOrderBy('link.id')
    .getMany();
  const byAccount = Map.groupBy(found, ({ accountId }) => accountId);
  return new Map([...byAccount].map(([id, links]) => [id, links.map(toErpLink)]));
}
