import {
  type ConnectionSecrets,
  type ErpConnectionChanges,
  type ErpConnectionRecord,
  ErpConnectionRepository,
  type NewErpConnection,
} from '@headwater/configuration';
import { DomainError, newId, type RecordVersion } from '@headwater/kernel';

const NOW = '2026-11-23T09:14:03.120Z';

/** Keeps connections as the database would, for specs. */
export class ConnectionsInMemory extends ErpConnectionRepository {
  readonly records = new Map<string, ErpConnectionRecord>();
  readonly secrets = new Map<string, ConnectionSecrets>();
  linkedAccounts = 0;

  override async list(): Promise<readonly ErpConnectionRecord[]> {
    return [...this.records.values()];
  }

  override async find(id: string): Promise<ErpConnectionRecord | undefined> {
    return this.records.get(id);
  }

  override async secretsOf(id: string): Promise<ConnectionSecrets> {
    return this.secrets.get(id) ?? {};
  }

  override async countLinkedAccounts(): Promise<number> {
    return this.linkedAccounts;
  }

  override async add({ id = newId(), secrets, ...rest }: NewErpConnection): Promise<ErpConnectionRecord> {
    return this.#keep({ ...rest, id, secretKeys: [], createdAt: NOW, updatedAt: NOW, version: 1 }, secrets);
  }

  override async change(target: RecordVersion, changes: ErpConnectionChanges): Promise<ErpConnectionRecord> {
    const record = this.records.get(target.id);
    if (record === undefined) throw new DomainError('not-found', 'This connection does not exist.');
    const { secrets = {}, ...columns } = changes;
    return this.#keep({ ...record, ...columns, version: record.version + 1 }, secrets);
  }

  override async remove({ id }: RecordVersion): Promise<void> {
    this.records.delete(id);
  }

  #keep(record: ErpConnectionRecord, secrets: ConnectionSecrets): ErpConnectionRecord {
    const all = { ...this.secrets.get(record.id), ...secrets };
    const kept = { ...record, secretKeys: Object.keys(all) };
    this.secrets.set(record.id, all);
    this.records.set(record.id, kept);
    return kept;
  }
}
