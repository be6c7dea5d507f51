import { DataSource } from 'typeorm';
import { AccountErpLinkEntity } from '../accounts/account-erp-link.entity';
import { AccountEntity } from '../accounts/account.entity';
import { ErpConnectionSecretEntity } from '../connections/erp-connection-secret.entity';
import { ErpConnectionEntity } from '../connections/erp-connection.entity';
import { ContactEntity } from '../contacts/contact.entity';
import { ConversationEntity } from '../conversations/conversation.entity';
import { Accounts1795392000004 } from '../migrations/1795392000004-accounts';
import { ContactsAndConversations1795392000005 } from '../migrations/1795392000005-contacts-and-conversations';
import { ErpConnections1795392000003 } from '../migrations/1795392000003-erp-connections';
import { TrigramSearch1795392000001 } from '../migrations/1795392000001-trigram-search';
import { Users1795392000002 } from '../migrations/1795392000002-users';
import { UserRoleEntity } from '../users/user-role.entity';
import { UserEntity } from '../users/user.entity';

/** The database as TypeORM knows it; connects nowhere before `initialize`. */
export function createDatabase(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: 'headwater',
    poolSize: 20,
    extra: { connectionTimeoutMillis: 10_000 },
    // The schema comes from migrations alone, extensions included.
    synchronize: false,
    installExtensions: false,
    // Statements would carry people's words into the log.
    logging: false,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    entities: [
      AccountEntity,
      AccountErpLinkEntity,
      ContactEntity,
      ConversationEntity,
      ErpConnectionEntity,
      ErpConnectionSecretEntity,
      UserEntity,
      UserRoleEntity,
    ],
    migrations: [
      TrigramSearch1795392000001,
      Users1795392000002,
      ErpConnections1795392000003,
      Accounts1795392000004,
      ContactsAndConversations1795392000005,
    ],
  });
}
