export { createDynamics365FscmAdapter } from './dynamics365-fscm.adapter';
