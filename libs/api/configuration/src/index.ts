export { ConfigurationModule } from './configuration.module';
export { CONFIGURATION_RULE_SCHEMAS, CONFIGURATION_SCHEMAS } from './configuration.schemas';
export { StoredConnectionSource } from './connections/stored-connection-source';
