export { erpAdapters } from './erp-adapters';
export { startTracing, type Tracing } from './start-tracing';
export { type InstallationOptions, type InstalledGateway, installGateway } from './install-gateway';
