import { DatabaseProbe, ErpConnectionRepository, SecretBox, UserRoleRepository } from '@headwater/configuration';
import { AccountRepository, ContactRepository, ConversationRepository } from '@headwater/relationship';
import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PostgresAccountRepository } from './accounts/postgres-account.repository';
import { AesSecretBox } from './connections/aes-secret-box';
import { PostgresErpConnectionRepository } from './connections/postgres-erp-connection.repository';
import { PostgresContactRepository } from './contacts/postgres-contact.repository';
import { PostgresConversationRepository } from './conversations/postgres-conversation.repository';
import { createDatabase } from './database/database';
import { DatabaseLifetime } from './database/database-lifetime';
import { DATABASE_POOL, poolOf } from './database/database-pool';
import { migrate } from './database/migrate';
import { PostgresProbe } from './database/postgres-probe';
import { PostgresUserRoleRepository } from './users/postgres-user-role.repository';

export interface PersistenceOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly databaseUrl: string;
  /** Encrypts stored credentials; at least 32 characters. */
  readonly secretKey: string;
}

/** Implements every repository port on PostgreSQL; migrates before anyone else starts. */
@Module({})
export class PersistenceModule {
  static forRoot({ databaseUrl, secretKey }: PersistenceOptions): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      providers: [
        { provide: DataSource, useFactory: () => migratedDatabase(databaseUrl) },
        { provide: DATABASE_POOL, inject: [DataSource], useFactory: poolOf },
        { provide: SecretBox, useFactory: () => new AesSecretBox(secretKey) },
        { provide: AccountRepository, useClass: PostgresAccountRepository },
        { provide: ContactRepository, useClass: PostgresContactRepository },
        { provide: ConversationRepository, useClass: PostgresConversationRepository },
        { provide: ErpConnectionRepository, useClass: PostgresErpConnectionRepository },
        { provide: UserRoleRepository, useClass: PostgresUserRoleRepository },
        { provide: DatabaseProbe, useClass: PostgresProbe },
        DatabaseLifetime,
      ],
      exports: [
        DATABASE_POOL,
        AccountRepository,
        ContactRepository,
        ConversationRepository,
        ErpConnectionRepository,
        UserRoleRepository,
        DatabaseProbe,
      ],
    };
  }
}

async function migratedDatabase(url: string): Promise<DataSource> {
  const database = await createDatabase(url).initialize();
  try {
    await migrate(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
}
