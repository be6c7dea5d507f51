export { createDynamics365BcAdapter } from './dynamics365-bc.adapter';
