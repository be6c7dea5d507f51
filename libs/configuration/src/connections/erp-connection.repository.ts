import type { RecordVersion } from '@headwater/kernel';
import type { ConnectionSecrets, ConnectionSettings, ErpConnectionRecord } from './erp-connection';

export interface NewErpConnection {
  /** Chosen by the caller where the connection was tested before it was saved; a new one otherwise. */
  readonly id?: string;
  readonly name: string;
  readonly adapter: string;
  readonly settings: ConnectionSettings;
  readonly secrets: ConnectionSecrets;
  readonly enabled: boolean;
}

export interface ErpConnectionChanges {
  readonly name?: string;
  /** Replaces all settings that are no secret. */
  readonly settings?: ConnectionSettings;
  /** Replaces these secrets and keeps the others. */
  readonly secrets?: ConnectionSecrets;
  readonly enabled?: boolean;
}

/**
 * Where ERP connections are kept, secrets encrypted. Methods that change throw `DomainError` `not-found` for an
 * unknown connection, `conflict` for a name that is taken, and `StaleVersionError` for an old version.
 */
export abstract class ErpConnectionRepository {
  /** All connections by name: there are a handful. */
  abstract list(): Promise<readonly ErpConnectionRecord[]>;
  abstract find(id: string): Promise<ErpConnectionRecord | undefined>;
  /** Throws `DomainError` `unavailable` where a secret was encrypted with another key. */
  abstract secretsOf(id: string): Promise<ConnectionSecrets>;
  abstract add(connection: NewErpConnection): Promise<ErpConnectionRecord>;
  abstract change(target: RecordVersion, changes: ErpConnectionChanges): Promise<ErpConnectionRecord>;
  /** How many accounts are linked to customers of this connection. */
  abstract countLinkedAccounts(id: string): Promise<number>;
  /** Throws `conflict` while accounts are linked to customers of this connection. */
  abstract remove(target: RecordVersion): Promise<void>;
}
