export { LinkedCustomers } from './account-overview/linked-customers';
export { OVERVIEW_SCHEMAS } from './account-overview/overview-schemas';
export { CUSTOMER_MATCH_SCHEMAS } from './customer-matches/customer-matches.schemas';
export { ERP_SEARCH_SCHEMAS } from './erp-search/erp-search.schemas';
export { parseBodies } from './erp-events/notice-bodies';
export { DEFAULT_OPERATIONS_OPTIONS, OperationsOptions } from './operations-options';
export { OperationsModule } from './operations.module';
export { ERP_SCHEMAS } from './schemas/erp-schemas';
export { ERP_RULE_SCHEMAS } from './schemas/rule-schemas';
