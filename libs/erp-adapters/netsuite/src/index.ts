export { createNetsuiteAdapter } from './netsuite.adapter';
