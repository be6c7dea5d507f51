import { DomainError, type RecordVersion, StaleVersionError } from '@headwater/kernel';
import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';

interface VersionedTable<Row extends ObjectLiteral> {
  readonly entity: EntityTarget<Row>;
  /** How a record is called in messages, for example `This account`. */
  readonly called: string;
}

/** Changes a record if it still has the version the change was made to. */
export async function updateVersion<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: VersionedTable<Row>,
  write: { readonly target: RecordVersion; readonly changes: QueryDeepPartialEntity<Row> },
): Promise<void> {
  const { id, version } = write.target;
  const { affected } = await manager
    .createQueryBuilder()
    .update(table.entity)
    .set(write.changes)
    .where('id = :id AND version = :version', { id, version })
    .execute();
  if (affected !== 1) throw await absenceOf(manager, table, id);
}

/** Removes a record if it still has the version the decision was made on. */
export async function deleteVersion<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: VersionedTable<Row>,
  { id, version }: RecordVersion,
): Promise<void> {
  const { affected } = await manager
    .createQueryBuilder()
    .delete()
    .from(table.entity)
    .where('id = :id AND version = :version', { id, version })
    .execute();
  if (affected !== 1) throw await absenceOf(manager, table, id);
}

async function absenceOf<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: VersionedTable<Row>,
  id: string,
): Promise<DomainError> {
  const exists = await manager.createQueryBuilder(table.entity, 'row').where('row.id = :id', { id }).getExists();
  return exists
    ? new StaleVersionError(table.called)
    : new DomainError('not-found', `${table.called} does not exist any more.`);
}
