export { erpAdapters } from './erp-adapters';
export { type InstallationOptions, type InstalledGateway, installGateway } from './install-gateway';
