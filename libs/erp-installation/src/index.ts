export { erpAdapters } from './erp-adapters';
