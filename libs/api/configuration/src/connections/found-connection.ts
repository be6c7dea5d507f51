import type { ErpConnectionRecord, ErpConnectionRepository } from '@headwater/configuration';
import { DomainError, type RecordVersion, StaleVersionError } from '@headwater/kernel';

/** Throws `DomainError` `not-found` for an unknown connection. */
export async function foundConnection(connections: ErpConnectionRepository, id: string): Promise<ErpConnectionRecord> {
  const record = await connections.find(id);
  if (record === undefined) throw new DomainError('not-found', 'This connection does not exist.');
  return record;
}

/** The connection in the version a change is made to; throws `StaleVersionError` for another one. */
export async function currentConnection(
  connections: ErpConnectionRepository,
  { id, version }: RecordVersion,
): Promise<ErpConnectionRecord> {
  const record = await foundConnection(connections, id);
  if (record.version !== version) throw new StaleVersionError('This connection');
  return record;
}
