import type { Account, ErpLink } from '@headwater/relationship';
import type { AccountErpLinkEntity } from './account-erp-link.entity';
import type { AccountEntity } from './account.entity';

export function toAccount(row: AccountEntity, links: readonly ErpLink[]): Account {
  return {
    id: row.id,
    name: row.name,
    phone: row.phone,
    website: row.website,
    industry: row.industry,
    territory: row.territory,
    ownerId: row.ownerId,
    ownerName: row.owner?.name ?? null,
    parentId: row.parentId,
    erpLinks: links,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

export function toErpLink(row: AccountErpLinkEntity): ErpLink {
  return {
    id: row.id,
    connectionId: row.connectionId,
    connectionName: row.connection?.name ?? '',
    kind: row.kind,
    externalId: row.externalId,
  };
}
