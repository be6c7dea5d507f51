export { DATABASE_POOL } from './database/database-pool';
export { JSON_COLUMNS, OWNED_TABLES } from './owned-tables';
export { PersistenceModule, type PersistenceOptions } from './persistence.module';
