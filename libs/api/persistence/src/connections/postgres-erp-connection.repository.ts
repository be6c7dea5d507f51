import {
  type ConnectionSecrets,
  type ErpConnectionChanges,
  type ErpConnectionRecord,
  ErpConnectionRepository,
  isFlatSettings,
  type NewErpConnection,
  SecretBox,
} from '@headwater/configuration';
import { DomainError, newId, type RecordVersion } from '@headwater/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { AccountErpLinkEntity } from '../accounts/account-erp-link.entity';
import { deleteVersion, updateVersion } from '../database/versioned-writes';
import { explaining, type Violations } from '../database/violations';
import { ErpConnectionSecretEntity } from './erp-connection-secret.entity';
import { ErpConnectionEntity } from './erp-connection.entity';

const TABLE = { entity: ErpConnectionEntity, called: 'This connection' };

const VIOLATIONS: Violations = {
  erp_connection_name_once: { code: 'conflict', message: 'Another connection has this name.', field: 'name' },
  account_erp_link_connection_fk: {
    code: 'conflict',
    message:
      'Accounts are linked to customers of this connection. Remove these links first, or disable the connection.',
  },
};

@Injectable()
export class PostgresErpConnectionRepository extends ErpConnectionRepository {
  constructor(
    private readonly database: DataSource,
    private readonly secretBox: SecretBox,
  ) {
    super();
  }

  async list(): Promise<readonly ErpConnectionRecord[]> {
    const rows = await this.database.manager.find(ErpConnectionEntity, { order: { name: 'ASC', id: 'ASC' } });
    return withSecretKeys(this.database.manager, rows);
  }

  async find(id: string): Promise<ErpConnectionRecord | undefined> {
    return findConnection(this.database.manager, id);
  }

  async secretsOf(id: string): Promise<ConnectionSecrets> {
    const sealed = await this.database.manager.findBy(ErpConnectionSecretEntity, { connectionId: id });
    const opened = sealed.map(
      (row) => [row.key, this.secretBox.open(row, { connectionId: id, key: row.key })] as const,
    );
    return Object.fromEntries(opened);
  }

  async countLinkedAccounts(id: string): Promise<number> {
    const links = this.database.manager.createQueryBuilder(AccountErpLinkEntity, 'link');
    const counted = links
      .select('COUNT(DISTINCT link.account_id)', 'accounts')
      .where('link.connection_id = :id', { id });
    return Number((await counted.getRawOne<{ readonly accounts: string }>())?.accounts ?? 0);
  }

  async add({
    id = newId(),
    name,
    adapter,
    settings,
    secrets,
    enabled,
  }: NewErpConnection): Promise<ErpConnectionRecord> {
    refuseNested(settings);
    return this.writing(async (manager) => {
      await manager.insert(ErpConnectionEntity, { id, name, adapter, settings, enabled });
      await this.keepSecrets(manager, id, secrets);
      return id;
    });
  }

  async change(target: RecordVersion, changes: ErpConnectionChanges): Promise<ErpConnectionRecord> {
    const { secrets = {}, ...columns } = changes;
    if (columns.settings !== undefined) refuseNested(columns.settings);
    return this.writing(async (manager) => {
      await updateVersion(manager, TABLE, { target, changes: columns });
      await this.keepSecrets(manager, target.id, secrets);
      return target.id;
    });
  }

  async remove(target: RecordVersion): Promise<void> {
    await explaining(VIOLATIONS, () => deleteVersion(this.database.manager, TABLE, target));
  }

  private async keepSecrets(manager: EntityManager, connectionId: string, secrets: ConnectionSecrets): Promise<void> {
    const rows = Object.entries(secrets).map(([key, plaintext]) => {
      const { keyId, nonce, ciphertext } = this.secretBox.seal(plaintext, { connectionId, key });
      return { connectionId, key, keyId, nonce, ciphertext };
    });
    if (rows.length > 0) await manager.upsert(ErpConnectionSecretEntity, rows, ['connectionId', 'key']);
  }

  private async writing(write: (manager: EntityManager) => Promise<string>): Promise<ErpConnectionRecord> {
    return explaining(VIOLATIONS, () =>
      this.database.transaction(async (manager) => {
        const connection = await findConnection(manager, await write(manager));
        if (connection === undefined) throw new DomainError('not-found', 'This connection does not exist any more.');
        return connection;
      }),
    );
  }
}

/** The last door before the one JSON column: whoever called, nothing but flat settings gets through. */
function refuseNested(settings: unknown): void {
  if (!isFlatSettings(settings)) throw new DomainError('invalid-request', 'Settings must be flat.');
}

async function findConnection(manager: EntityManager, id: string): Promise<ErpConnectionRecord | undefined> {
  const row = await manager.findOneBy(ErpConnectionEntity, { id });
  if (row === null) return undefined;
  const [record] = await withSecretKeys(manager, [row]);
  return record;
}

async function withSecretKeys(
  manager: EntityManager,
  rows: readonly ErpConnectionEntity[],
): Promise<readonly ErpConnectionRecord[]> {
  const secrets = await manager.find(ErpConnectionSecretEntity, {
    select: { connectionId: true, key: true },
    where: { connectionId: In(rows.map(({ id }) => id)) },
    order: { key: 'ASC' },
  });
  const byConnection = Map.groupBy(secrets, ({ connectionId }) => connectionId);
  return rows.map((row) => toRecord(row, byConnection.get(row.id) ?? []));
}

function toRecord(row: ErpConnectionEntity, secrets: readonly ErpConnectionSecretEntity[]): ErpConnectionRecord {
  return {
    id: row.id,
    name: row.name,
    adapter: row.adapter,
    settings: row.settings,
    secretKeys: secrets.map(({ key }) => key),
    enabled: row.enabled,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}
